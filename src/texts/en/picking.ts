import type { pickingTexts as source } from '../vi/picking.ts'

/** What people read in English where people, bodies, teams and units are picked. */
export const pickingTexts: typeof source = {
  hint: 'Type a person’s name, a body (its short name such as BTC will do) or a code; accents are not needed.',
  hintTeam: 'Type the team’s number or name; accents are not needed.',
  hintUnit: 'Type a name or a short name; accents are not needed.',
  hintSeveral:
    'Type a person’s name, a body (its short name such as BTC will do) or a code, pick it, and go on with the next; accents are not needed.',
  typed: 'Or type a name, a short name or a code',
  typedSeveral: 'Or type a list, one person or body to a line',
  more: (shown, more) => `Showing ${shown} of ${shown + more} matches. Type more to see the others.`,
  none: (...typed) => `Nothing matches ${typed.map((one) => `“${one}”`).join('; ')}.`,
  empty: 'There is nothing on this list yet.',
  near: (typed) => `Nothing is called exactly “${typed}”; these come close.`,
  left: (who, day) =>
    day === undefined
      ? `${who} no longer serves and cannot be chosen.`
      : `${who} has not served since ${day} and cannot be chosen.`,
  later: 'The search did not answer in time. Please type again in a moment.',
  which: (typed) => `“${typed}” is:`,
  several: (typed, count) => `“${typed}” may be any of ${count}. Please choose which.`,
  nearly: (typed) =>
    `Nothing is called exactly “${typed}”. If one of those offered with it is meant, choose it and send again.`,
  tooNear: (typed, count) => `“${typed}” comes close to ${count} names. Please write it more fully.`,
  onlyOne: 'Only one can be chosen here.',
}
