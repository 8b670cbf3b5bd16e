import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SentFile } from '../../src/contract/inbound.ts'

/**
 * Where the files of personal chats lie: SharePoint, whose addresses are keys and which refuses a token that is not its
 * own, and the connector, which gives pictures to the bot's token alone. `base` is where this stand-in listens.
 */
export function teamsFiles(base: () => string) {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly mediaType: string; readonly token?: string }>()

  function keep(path: string, { bytes = new Uint8Array(1), mediaType = 'application/octet-stream' }: SentFile): string {
    const token = path.startsWith('/teams/') ? { token: 'bot-token' } : {}
    kept.set(path, { bytes, mediaType, ...token })
    return `${base()}${path}`
  }

  return {
    /** As it stands among the attachments of an activity. */
    keepFile(file: SentFile): object {
      const downloadUrl = keep(`/sharepoint/download.aspx?UniqueId=${kept.size}&tempauth=key`, file)
      return {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://committee.sharepoint.com/personal/x/Documents/${encodeURIComponent(file.name ?? '')}`,
        name: file.name,
        content: {
          downloadUrl,
          uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
          fileType: file.name?.split('.').at(-1),
        },
      }
    },
    keepPicture: (file: SentFile) => ({
      contentType: 'image/*',
      contentUrl: keep(`/teams/v3/attachments/0-${kept.size}/views/original`, { mediaType: 'image/png', ...file }),
    }),
    /** Whether this was a request for a file, which has its answer then. */
    give({ method, url = '', headers: { authorization } }: IncomingMessage, response: ServerResponse): boolean {
      if (method !== 'GET' || !/^\/(?:sharepoint|teams\/v3\/attachments)\//.test(url)) return false
      const file = kept.get(url)
      const wanted = file?.token === undefined ? undefined : `Bearer ${file.token}`
      if (file === undefined) response.writeHead(404).end()
      else if (authorization !== wanted) response.writeHead(401).end()
      else
        response.writeHead(200, { 'content-type': file.mediaType, 'content-length': file.bytes.length }).end(file.bytes)
      return true
    },
  }
}
