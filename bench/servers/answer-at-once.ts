/** From here on every call to Slack's Web API succeeds without leaving the process: what it costs is measured apart. */
export function answerAtOnce(): void {
  globalThis.fetch = async () => new Response(answer, { headers: { 'content-type': 'application/json' } })
}

const answer = JSON.stringify({ ok: true, user_id: 'UBOT', team_id: 'T1', channel: 'D1', ts: '1592269200.000200' })
