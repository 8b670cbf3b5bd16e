import type { delegationTexts as source } from '../vi/delegation.ts'

const rights = {
  draft: 'prepare drafts',
  transmit: 'send what was approved',
  decide: 'decide and send',
}

/** The same in English. */
export const delegationTexts: typeof source = {
  rights,
  button: 'Delegations',
  give: 'New delegation',
  end: (taker, until) => `End: ${taker}, until ${until}`,
  formTitle: 'Delegate',
  formSubmit: 'Delegate',
  intro:
    'The delegate can see the draft and the opinion of the member in the rounds concerned. A delegation ends by itself after its last day. Coordinators can see it.',
  taker: 'Delegate',
  takerHint: 'Key or full name',
  rightsLabel: 'What they may do',
  item: 'Work item',
  itemHint: "The item's key, such as ND-DLCN. Empty: everything.",
  from: 'From',
  to: 'Up to and including',
  unknown: (word) => `Nobody is called “${word}”. Please give a key or a full name.`,
  unlinked: (who) => `${who} has no linked account yet and cannot take a delegation.`,
  oneself: 'Nobody can delegate to themselves.',
  noSuchItem: (key) => `The plan has no item “${key}”.`,
  noRights: 'Please choose at least one right.',
  backwards: 'The last day cannot come before the first.',
  past: 'This delegation would be over already.',
  tooLong: 'A delegation lasts a year at the most.',
  everything: 'everything',
  span: (from, to) => `from ${from} to ${to}`,
  saved: (taker, what, scope, span) =>
    `Delegated to ${taker}: ${what}; scope: ${scope}; ${span}. Both sides are being told.`,
  listTitle: 'List of delegations',
  none: 'There is no present or coming delegation.',
  giver: 'Delegated by',
  scope: 'Scope',
  days: 'Days',
  ended: 'The delegation has ended.',
  endedAlready: 'This delegation had ended before.',
  toTaker: (giver, what, scope, span) => `${giver} delegated to this account: ${what}; scope: ${scope}; ${span}.`,
  toGiver: (taker, what, scope, span) =>
    `Your delegation to ${taker} is recorded: ${what}; scope: ${scope}; ${span}. If this is not right, please end it at once.`,
  endedNotification: (giver, taker, scope) => `The delegation of ${giver} to ${taker} (scope: ${scope}) has ended.`,

  waiting: 'Delegated to you, waiting for an opinion',
  waitingFor: (member, title, due) => `${title} (for ${member}): ${due}`,
  draftFor: (member) => `Prepare for ${member}`,
  more: (n) => `and ${n} more ${n === 1 ? 'request' : 'requests'}.`,
  acting: (member, what) => `Acting for ${member}, entitled to: ${what}.`,
  noDraftYet: (member) => `There is no draft yet that ${member} wrote or approved.`,
  notApproved: (member) => `This draft is not yet approved by ${member}, so it cannot be sent for them.`,
  writtenBy: (delegate) => `This draft was prepared by ${delegate}.`,
  approve: 'Approve the draft',
  approved: 'The draft is approved. A delegate who may send can send it; you can still change and send it yourself.',
  sender: 'Sent by',
  sentBy: (member, delegate) => `sent under a delegation of ${member}, by ${delegate}`,
  onBoard: (delegate) => `sent under a delegation, by ${delegate}`,
  draftNotification: (delegate, title) =>
    `${delegate} prepared a draft opinion on “${title}” for you. Not sent; please look at it.`,
  sentNotification: (delegate, title, position, receipt) =>
    `${delegate} sent the opinion “${position}” on “${title}” under your delegation. Receipt: ${receipt}. You can replace it with your own while the round is open.`,
}
