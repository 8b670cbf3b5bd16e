/**
 * `appToken` chooses Socket Mode; without it Slack calls `POST /slack/events` and `signingSecret` is needed.
 * `apiUrl` is for stand-ins of Slack's Web API.
 */
export type SlackOptions = {
  readonly botToken: string
  readonly signingSecret?: string
  readonly appToken?: string
  readonly apiUrl?: string
  /** Workspaces of Slack Connect whose people are taken beside those of the workspace where the app is installed. */
  readonly partnerTeams?: readonly string[]
}
