/** A file that somebody can see in a conversation. */
export type SlackFile = {
  readonly channel: string
  readonly thread?: string
  readonly name: string
  readonly title: string
  readonly alt: string
  readonly base64: string
}

type Asked = { readonly name: string; readonly alt: string; readonly length: number; bytes?: Buffer }
type Args = Record<string, unknown>

/**
 * Slack's upload in three steps: an address for a file of so many bytes, the bytes posted there, and the sharing in a
 * conversation. `base` is where this stand-in listens.
 */
export function slackFiles(base: () => string) {
  const asked = new Map<string, Asked>()
  const shared: SlackFile[] = []

  function getUploadUrl({ filename, length, alt_txt }: Args): object {
    if (typeof filename !== 'string' || filename === '' || !(Number(length) > 0)) return refused('invalid_arguments')
    const alt = typeof alt_txt === 'string' ? alt_txt : ''
    if (alt.length > 1000) return refused('alt_txt_too_large')
    const id = `F${asked.size + 1}`
    asked.set(id, { name: filename, alt, length: Number(length) })
    return { ok: true, upload_url: `${base()}/upload/${id}`, file_id: id }
  }

  function complete({ files, channel_id, thread_ts }: Args): object {
    // A person's own id is refused here, unlike in chat.postMessage.
    if (typeof channel_id !== 'string' || !/^[CDGZ]/.test(channel_id)) return refused('invalid_arguments')
    const thread = typeof thread_ts === 'string' ? { thread: thread_ts } : {}
    const given = list(files).map(({ id, title }) => ({ id: String(id), title: String(title) }))
    if (given.length === 0 || given.some(({ id }) => asked.get(id)?.bytes === undefined))
      return refused('file_not_found')
    for (const { id, title } of given) {
      const { name = '', alt = '', bytes } = asked.get(id) ?? {}
      shared.push({ channel: channel_id, ...thread, name, title, alt, base64: bytes?.toString('base64') ?? '' })
      asked.delete(id)
    }
    return { ok: true, files: given }
  }

  return {
    shared,
    results: {
      'conversations.open': ({ users }: Args) => ({ ok: true, channel: { id: `D${String(users)}` } }),
      'files.getUploadURLExternal': getUploadUrl,
      'files.completeUploadExternal': complete,
    },
    /** Takes the bytes of an upload; gives the status. */
    take(path: string, bytes: Buffer): number {
      const file = asked.get(path.replace('/upload/', ''))
      if (file === undefined || bytes.length !== file.length) return 400
      file.bytes = bytes
      return 200
    },
  }
}

const refused = (error: string) => ({ ok: false, error })

function list(value: unknown): Args[] {
  return Array.isArray(value) ? value.map((each: unknown) => ({ ...(typeof each === 'object' ? each : {}) })) : []
}
