import { createHash } from 'node:crypto'

/** Activities as Teams posts them, to a bot `28:bot`, from one person in a personal chat unless told otherwise. */

export const TENANT = '11111111-2222-3333-4444-555555555555'
export const PERSON = '0a0a0a0a-0000-4000-8000-000000000001'
/** The Microsoft Entra object id of somebody called so. */
export const aad = (name: string): string =>
  createHash('sha256')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')

export const CHAT = 'a:personal-chat'

let count = 0

/** What every activity has. `over` replaces. */
export function activity(serviceUrl: string, over: object): Record<string, unknown> {
  count += 1
  return {
    id: `activity-${count}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2020-06-16T02:00:00.000Z',
    from: { id: '29:person', name: 'Thành viên mẫu', aadObjectId: PERSON },
    recipient: { id: '28:bot', name: 'Đôn đốc' },
    conversation: { id: CHAT, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    locale: 'vi-VN',
    ...over,
  }
}

/** Words, and beside them the copy with mark-up that Teams sends of every message. */
export const typed = (serviceUrl: string, text: string, over: object = {}) =>
  activity(serviceUrl, { type: 'message', text, textFormat: 'plain', attachments: [htmlCopy(text)], ...over })

export const htmlCopy = (text: string, more = '') => ({
  contentType: 'text/html',
  content: `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>${more}`,
})

/** A file as Teams hands it to a bot in a personal chat. */
export const fileInChat = (name: string) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: `https://committee.sharepoint.com/personal/x/Documents/${encodeURIComponent(name)}`,
  name,
  content: {
    downloadUrl: 'https://committee.sharepoint.com/_layouts/15/download.aspx?UniqueId=x',
    uniqueId: '1150D938-8870-4044-9F2C-5BBDEBA70C9D',
    fileType: name.split('.').at(-1),
  },
})

/** The mark that a file leaves in the mark-up of words in a channel, where Teams keeps it. */
export const markInChannel = (at: number) =>
  `<attachment id="153fa47d-18c9-4179-be08-9879815a9f9${at % 10}"></attachment>`

/** A pressed Action.Execute; `data` is the action's own, merged with the inputs as a client does. */
export const executed = (serviceUrl: string, data: unknown, over: object = {}) =>
  activity(serviceUrl, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: 'card-1',
    value: { action: { type: 'Action.Execute', title: 'x', verb: 'press', data }, trigger: 'manual' },
    ...over,
  })

/** A pressed Action.Submit: what a client without Action.Execute sends. */
export const submitted = (serviceUrl: string, value: unknown, over: object = {}) =>
  activity(serviceUrl, { type: 'message', replyToId: 'card-1', value, ...over })

/** The same, in a team's channel. */
export const inChannel = {
  conversation: {
    id: '19:channel@thread.tacv2;messageid=1',
    conversationType: 'channel',
    isGroup: true,
    tenantId: TENANT,
  },
}
