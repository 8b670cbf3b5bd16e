/**
 * What Teams takes, as data. Teams refuses messages over 100 KB in UTF-16 [documented]; the card is not all of a
 * message, so we stay under 80.
 */
export const CARD_BYTES = 80 * 1024

/** Of a request's body. Teams' own are far smaller. */
export const BODY_BYTES = 1024 * 1024

/** More than six actions in one set are hidden behind "...". */
export const ACTIONS_A_SET = 6

/** Notification text and button labels, in characters; more is cut off on the screen anyway. */
export const SUMMARY_LENGTH = 500
export const LABEL_LENGTH = 100

/**
 * Sends begun a second over a tenant, and at once [documented: 50; an older page says 30]; milliseconds between two into
 * one conversation [documented: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour].
 */
export const PACE = { perSecond: 46, inFlight: 16, perConversation: 1100 } as const

/** What one card shows before it is visibly cut. Tried in turn until the card is small enough. */
export type Space = { readonly text: number; readonly lines: number; readonly rows: number; readonly blocks: number }
export const SPACES: readonly Space[] = [
  { text: 12_000, lines: 200, rows: 100, blocks: 100 },
  { text: 5_000, lines: 100, rows: 60, blocks: 60 },
  { text: 1_500, lines: 40, rows: 30, blocks: 40 },
  { text: 400, lines: 15, rows: 12, blocks: 20 },
  { text: 120, lines: 6, rows: 6, blocks: 10 },
]

/** Size as Teams counts it. */
export const cardBytes = (card: object): number => JSON.stringify(card).length * 2
