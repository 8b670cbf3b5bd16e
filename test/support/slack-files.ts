import type { SentFile } from '../../src/contract/inbound.ts'

/** A file that somebody can see in a conversation. */
export type SlackFile = {
  readonly channel: string
  readonly thread?: string
  readonly name: string
  readonly title: string
  readonly alt: string
  readonly base64: string
  /** The blocks of rich text beside it, where there are any. */
  readonly blocks?: unknown
}

/** A file that somebody keeps in Slack, to send it to the bot. */
type Kept = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }
type Sent = Pick<SentFile, 'name' | 'mediaType' | 'bytes' | 'size'>

type Asked = { readonly name: string; readonly alt: string; readonly length: number; bytes?: Buffer }
type Given = { readonly status: number; readonly headers: Record<string, string>; readonly bytes?: Uint8Array }
type Args = Record<string, unknown>

/**
 * Slack's upload in three steps: an address for a file of so many bytes, the bytes posted there, and the sharing in a
 * conversation. `base` is where this stand-in listens.
 */
export function slackFiles(base: () => string) {
  const asked = new Map<string, Asked>()
  const kept = new Map<string, Kept>()
  const shared: SlackFile[] = []

  function getUploadUrl({ filename, length, alt_txt }: Args): object {
    if (typeof filename !== 'string' || filename === '' || !(Number(length) > 0)) return refused('invalid_arguments')
    const alt = typeof alt_txt === 'string' ? alt_txt : ''
    if (alt.length > 1000) return refused('alt_txt_too_large')
    const id = `F${asked.size + 1}`
    asked.set(id, { name: filename, alt, length: Number(length) })
    return { ok: true, upload_url: `${base()}/upload/${id}`, file_id: id }
  }

  function complete({ files, channel_id, thread_ts, blocks }: Args): object {
    // A person's own id is refused here, unlike in chat.postMessage.
    if (typeof channel_id !== 'string' || !/^[CDGZ]/.test(channel_id)) return refused('invalid_arguments')
    const thread = typeof thread_ts === 'string' ? { thread: thread_ts } : {}
    if (blocks !== undefined && list(blocks).some(({ type }) => type !== 'rich_text')) return refused('invalid_blocks')
    const beside = blocks === undefined ? {} : { blocks: list(blocks) }
    const given = list(files).map(({ id, title }) => ({ id: String(id), title: String(title) }))
    if (given.length === 0 || given.some(({ id }) => asked.get(id)?.bytes === undefined))
      return refused('file_not_found')
    for (const { id, title } of given) {
      const { name = '', alt = '', bytes } = asked.get(id) ?? {}
      const base64 = bytes?.toString('base64') ?? ''
      shared.push({ channel: channel_id, ...thread, ...beside, name, title, alt, base64 })
      asked.delete(id)
    }
    return { ok: true, files: given }
  }

  /** As a message or a form tells of it; `size` is what Slack says of it. */
  function keep({ name, mediaType = 'application/octet-stream', bytes = new Uint8Array(1), size }: Sent): object {
    const id = `F${kept.size + 1}PERSON`
    kept.set(id, { name: name ?? '', mediaType, bytes })
    const told = { id, name, title: name, mimetype: mediaType, filetype: 'docx', size: size ?? bytes.length }
    const at = (what: string) => `${base()}/files-pri/T1-${id}/${what}`
    return { ...told, mode: 'hosted', user: 'U1', url_private: at('x'), url_private_download: at('download/x') }
  }

  function info({ file }: Args): object {
    const known = kept.get(String(file))
    if (known === undefined) return refused('file_not_found')
    const { name, mediaType, bytes } = known
    const url_private = `${base()}/files-pri/T1-${String(file)}/x`
    return { ok: true, file: { id: file, name, mimetype: mediaType, size: bytes.length, mode: 'hosted', url_private } }
  }

  /** Slack sends whoever shows no token to its login, and gives the login page itself where a scope is missing. */
  function give(path: string, authorization: string | undefined, scopes: ReadonlySet<string>): Given {
    const [, id] = /^\/files-pri\/T1-(\w+)\/(?:download\/)?x$/.exec(path) ?? []
    const file = kept.get(id ?? '')
    if (authorization !== 'Bearer xoxb-test') return { status: 302, headers: { location: `${base()}/?redir=x` } }
    if (!scopes.has('files:read'))
      return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, bytes: Buffer.from('<html>') }
    if (file === undefined) return { status: 404, headers: {} }
    const headers = { 'content-type': file.mediaType, 'content-length': String(file.bytes.length) }
    return { status: 200, headers, bytes: file.bytes }
  }

  return {
    keep,
    give,
    shared,
    results: {
      'conversations.open': ({ users }: Args) => ({ ok: true, channel: { id: `D${String(users)}` } }),
      'files.getUploadURLExternal': getUploadUrl,
      'files.info': info,
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
