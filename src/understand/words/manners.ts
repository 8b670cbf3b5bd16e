import type { Verb } from './verbs.ts'

/** What the grammar may do with a verb besides reading it at the beginning of a sentence. */
type Manner = {
  /**
   * `acts`: it changes something, so that behind another verb ("gia hạn hay đóng …") neither is done. `anywhere`: it only
   * shows something, and is looked for in mid-sentence as well. `first`: neither.
   */
  readonly reads: 'acts' | 'anywhere' | 'first'
  /** Whether a team, a visit or a schedule may stand behind it, where no item does. */
  readonly schedules: boolean
}

/** Every verb's manner. A new verb does not compile until it stands here. */
export const MANNERS: Readonly<Record<Verb, Manner>> = {
  help: { reads: 'first', schedules: false },
  home: { reads: 'first', schedules: false },
  'language.vi': { reads: 'first', schedules: false },
  'language.en': { reads: 'first', schedules: false },
  plan: { reads: 'anywhere', schedules: true },
  'plan.none': { reads: 'anywhere', schedules: false },
  item: { reads: 'anywhere', schedules: true },
  status: { reads: 'anywhere', schedules: true },
  digest: { reads: 'first', schedules: false },
  rehearse: { reads: 'first', schedules: false },
  opinion: { reads: 'first', schedules: false },
  mine: { reads: 'anywhere', schedules: false },
  history: { reads: 'anywhere', schedules: false },
  'round.propose.form': { reads: 'acts', schedules: false },
  extend: { reads: 'acts', schedules: false },
  close: { reads: 'acts', schedules: false },
  reopen: { reads: 'acts', schedules: false },
  withdraw: { reads: 'acts', schedules: false },
  open: { reads: 'acts', schedules: true },
  record: { reads: 'acts', schedules: false },
  export: { reads: 'first', schedules: false },
  ballots: { reads: 'first', schedules: false },
  dossier: { reads: 'first', schedules: false },
  counts: { reads: 'first', schedules: false },
  draft: { reads: 'first', schedules: false },
  remarks: { reads: 'first', schedules: false },
  group: { reads: 'acts', schedules: false },
  explain: { reads: 'first', schedules: false },
  remind: { reads: 'acts', schedules: false },
  reminders: { reads: 'first', schedules: false },
  leave: { reads: 'acts', schedules: false },
  leaves: { reads: 'first', schedules: false },
  delegate: { reads: 'acts', schedules: false },
  delegations: { reads: 'first', schedules: false },
  later: { reads: 'acts', schedules: false },
}
