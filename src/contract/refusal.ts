import type { Clash } from './form.ts'
import type { Reply } from './reply.ts'

/**
 * Something a person asked for that cannot be done, told by a code and facts; `app` turns it into words in their
 * language. Thrown from a use case: nothing has been written.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Readonly<Record<string, string>>
  constructor(code: RefusalCode, facts: Readonly<Record<string, string>> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}

export type RefusalCode =
  | 'not-linked'
  | 'other-tenant'
  | 'unnamed'
  | 'not-allowed'
  | 'no-such-item'
  | 'no-such-round'
  | 'no-such-person'
  | 'no-such-day'
  | 'no-such-leave'
  | 'no-such-delegation'
  | 'not-delegated'
  | 'no-round-yet'
  | 'no-open-round'
  | 'not-asked'
  | 'round-closed'
  | 'round-withdrawn'
  | 'round-closed-already'
  | 'round-withdrawn-already'
  | 'round-open'
  | 'round-changed'
  | 'round-live'
  | 'nothing-to-send'
  | 'no-opinion-yet'
  | 'opinions-not-yet'
  | 'no-such-version'
  | 'no-such-proposal'
  | 'preview-replaced'
  | 'no-such-file'
  | 'no-such-draft'
  | 'no-draft-of'
  | 'no-such-attachment'
  | 'no-such-provision'
  | 'no-draft-text'
  | 'only-private'
  | 'already-answered'
  | 'nudge-answered'
  | 'snooze-too-late'
  | 'no-such-plan'
  | 'no-such-team'
  | 'no-such-unit'
  | 'no-such-visit'
  | 'no-such-duty'
  | 'no-such-request'
  | 'no-such-link'
  | 'no-public-url'
  | 'leave-of-another'
  | 'not-leader'
  | 'visit-changed'
  | 'visit-cancelled'
  | 'visit-done'
  | 'visit-undated'
  | 'visit-not-yet'
  | 'visit-exists'

/** What a form got wrong, by field, as words: the form stays open. Thrown from a use case: nothing has been written. */
export class Invalid extends Error {
  readonly reply: Extract<Reply, { kind: 'invalid' }>
  constructor(
    message: string,
    fields: Readonly<Record<string, string>> = {},
    clashes: Readonly<Record<string, readonly Clash[]>> = {},
  ) {
    super('invalid')
    this.name = 'Invalid'
    const asked = Object.keys(clashes).length === 0 ? {} : { clashes }
    this.reply = { kind: 'invalid', message, fields, ...asked }
  }
}
