import type { delegationTexts as source } from '../vi/delegation.ts'

const rights = {
  draft: 'prepare drafts',
  transmit: 'send approved drafts',
  decide: 'decide and send',
}

/** The same in English. */
export const delegationTexts: typeof source = {
  rights,
  button: 'Delegations',
  give: 'New delegation',
  end: 'End',
  row: (taker, until) => `${taker}, until ${until}`,
  line: (giver, taker, rights, scope) => `${giver} to ${taker}: ${rights}; scope: ${scope}`,
  formTitle: 'New delegation',
  formSubmit: 'Delegate',
  intro:
    'The delegate can see the draft and the opinion of the member in the rounds concerned. A delegation ends by itself after its last day. Coordinators can see it.',
  taker: 'Delegate',
  rightsLabel: 'What the delegate may do',
  item: 'Work item',
  itemHint: 'The item’s code, such as ND-DLCN. Leave empty for all items.',
  from: 'From',
  to: 'Up to and including',
  unlinked: (who) => `${who} has no linked account yet and cannot take a delegation.`,
  oneself: 'You cannot delegate to yourself.',
  noSuchItem: (key) => `The plan has no item “${key}”.`,
  noRights: 'Please choose at least one right.',
  backwards: 'The last day cannot come before the first.',
  past: 'This period is already over.',
  tooLong: 'A delegation can last one year at most.',
  everything: 'all items',
  span: (from, to) => `from ${from} to ${to}`,
  saved: (taker, what, scope, span) =>
    `Delegated to ${taker}: ${what}; scope: ${scope}; ${span}. Both of you are being informed.`,
  listTitle: 'Delegations',
  none: 'There are no current or future delegations.',
  giver: 'Delegated by',
  scope: 'Scope',
  days: 'Period',
  ended: 'The delegation has ended.',
  endedAlready: 'This delegation had already ended.',
  toTaker: (giver, what, scope, span) => `${giver} has delegated to you: ${what}; scope: ${scope}; ${span}.`,
  toGiver: (taker, what, scope, span) =>
    `Your delegation to ${taker} has been recorded: ${what}; scope: ${scope}; ${span}. If this is not correct, please end it at once.`,
  endedNotification: (giver, taker, scope) => `The delegation of ${giver} to ${taker} (scope: ${scope}) has ended.`,

  waiting: 'Delegated to you, awaiting an opinion',
  waitingFor: (member, title, due) => `${title} (for ${member}): ${due}`,
  draftFor: (member) => `Prepare for ${member}`,
  more: (n) => `and ${n} more ${n === 1 ? 'request' : 'requests'}.`,
  acting: (member, what) => `Acting for ${member}, authorised to: ${what}.`,
  noDraftYet: (member) => `There is no draft yet that ${member} has written or approved.`,
  notApproved: (member) => `${member} has not approved this draft yet, so it cannot be sent on their behalf.`,
  writtenBy: (delegate) => `This draft was prepared by ${delegate}.`,
  approve: 'Approve the draft',
  approved: 'The draft has been approved. Your delegate can send it; you can still change it and send it yourself.',
  sender: 'Sent by',
  sentBy: (member, delegate) => `sent by ${delegate} under delegation from ${member}`,
  onBoard: (delegate) => `sent by ${delegate} under delegation`,
  draftNotification: (delegate, title) =>
    `${delegate} has prepared a draft opinion on “${title}” for you. It has not been sent; please review it.`,
  sentNotification: (delegate, title, position, receipt) =>
    `${delegate} has sent the opinion “${position}” on “${title}” under your delegation. Receipt no.: ${receipt}. You can replace it with your own while the round is open.`,
}
