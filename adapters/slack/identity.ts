import type { Identity } from '../../src/contract/identity.ts'

/** What the first letter of an id says; Slack documents no length. */
const kinds: Readonly<Record<string, string>> = {
  U: "a person's id",
  W: "a person's id",
  T: 'the id of a workspace',
  E: 'the id of an organisation',
  C: 'the id of a channel',
  G: 'the id of a group conversation',
  D: 'the id of a conversation',
  B: 'the id of a bot',
  A: 'the id of an app',
}

/** The `platform` of its addresses, as it is stored. */
export const platform = 'slack'

/** Slack's ids: people `U…` and `W…`, workspaces `T…`, organisations (Enterprise Grid) `E…`. */
export const identity: Identity = {
  canonical: (id) => id,
  wrongTenant: (id) => wrong(id, 'TE', 'a workspace’s id is capital letters and digits beginning with T (or E)'),
  wrongUser: (id) =>
    id === 'USLACKBOT'
      ? 'is Slackbot, and nobody'
      : wrong(id, 'UW', 'a person’s id is capital letters and digits beginning with U or W'),
}

/** Whether a conversation is one between two: what is for one person alone stands in no channel and no group. */
export const isPrivate = (conversation: string): boolean => /^D[A-Z0-9]+$/.test(conversation)

function wrong(id: string, wanted: string, form: string): string | undefined {
  const kind = /^[A-Z][A-Z0-9]{1,39}$/.test(id) ? id.charAt(0) : undefined
  if (kind !== undefined && wanted.includes(kind)) return undefined
  const instead = kind === undefined ? undefined : kinds[kind]
  return instead === undefined ? `is no id of Slack’s: ${form}` : `is ${instead}: ${form}`
}
