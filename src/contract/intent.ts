import { z } from 'zod'
import { Place } from './place.ts'

const id = z.uuid()
const itemKey = z.string().min(1).max(40)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = z.string().regex(/^\d{2}:\d{2}$/)
const year = z.number().int().min(2000).max(2100)
const quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
const revision = z.number().int().min(0)
/** Why something is changed, as it was typed; those concerned are told. */
const reason = z.string().min(1).max(300)
/** A number of working days as it was typed; which ones can be a deadline, the form says. */
const workingDays = z.number().int().min(0).max(9999)
/** How many days more, as typed. */
const daysMore = z.number().int().min(1).max(999)
/** By how many days somebody puts off their own reminders; any other end is a day. */
const putOffDays = z.union([z.literal(1), z.literal(3)])
/** A person or body as typed: whom it means, the form tells or asks. */
const named = z.string().min(1).max(200)
const page = z.number().int().min(0).max(10_000)
const teamKey = z.string().min(1).max(40)
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
/** A remark of a round, by its short key (src/opinions/known-remarks/fingerprint.ts). */
const remark = z.string().regex(/^[0-9a-f]{32}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Lần n. */
const draftVersion = z.number().int().min(1).max(999)
/** The id of a provision within its document. */
const provision = z.string().min(1).max(120)
const aboutProvision = { provision: provision.optional(), quote: z.string().min(1).max(1000).optional() }
/** KT-12: what people call a visit by. */
const visitNumber = z.number().int().min(1).max(9_999_999)
/** One visit, by its id, its number, or the unit that is visited (asked where that has several). */
const whichVisit = { visit: id.optional(), number: visitNumber.optional(), unit: id.optional() }

/** When and where, as a form and a button carry it; absent words stay as they are, an absent day is no day yet. */
const visitTerms = {
  day: day.optional(),
  time: time.optional(),
  endDay: day.optional(),
  endTime: time.optional(),
  place: z.string().max(200).optional(),
  note: z.string().max(500).optional(),
}

/**
 * Which part of the schedule is meant; days of the committee's zone, both included. `mine`: the visits of teams that the
 * actor sits on. `named`: a person, or a name that the vocabulary does not have, as typed.
 */
const schedule = {
  team: teamKey.optional(),
  unit: id.optional(),
  mine: z.literal(true).optional(),
  named: z.string().min(1).max(200).optional(),
  from: day.optional(),
  to: day.optional(),
  /** The next visit alone. */
  next: z.literal(true).optional(),
}
export const ScheduleQuery = z.object(schedule)
export type ScheduleQuery = z.infer<typeof ScheduleQuery>

/** Where somebody asked stands in a round. `late` answers count among the answered as well. */
export const Standing = z.enum(['answered', 'late', 'deemed', 'missing', 'former'])
export type Standing = z.infer<typeof Standing>

/** Whom of a round a board lists by name: one standing, or those who have not answered and are not known to have been asked. */
export const Listed = z.enum([...Standing.options, 'not-reached'])
export type Listed = z.infer<typeof Listed>

export const RoundChange = z.enum(['extend', 'close', 'reopen', 'withdraw'])
export type RoundChange = z.infer<typeof RoundChange>

/** The documents about a round: the consolidated table, the ballots, the counts. */
export const RecordWhat = z.enum(['table', 'ballots', 'results', 'dossier'])
export type RecordWhat = z.infer<typeof RecordWhat>

/** What a document about a round is written as. */
export const RecordFormat = z.enum(['docx', 'xlsx', 'csv', 'html', 'zip'])
export type RecordFormat = z.infer<typeof RecordFormat>

/** The positions a round can offer; all but `agree` need words. */
export const Position = z.enum(['agree', 'agree-with-comments', 'disagree', 'other'])
export type Position = z.infer<typeof Position>

/** What the drafting agency does with a remark: takes it up, in part, explains why not, takes note. */
export const AnswerOutcome = z.enum(['accept', 'partly', 'explain', 'note'])
export type AnswerOutcome = z.infer<typeof AnswerOutcome>

/** Where a visit stands; a cancelled one keeps its row. */
export const VisitState = z.enum(['planned', 'confirmed', 'done', 'cancelled'])
export type VisitState = z.infer<typeof VisitState>

/** What a delegate may do for somebody: prepare the draft, send what the member has approved, decide for them. */
export const Right = z.enum(['draft', 'transmit', 'decide'])
export type Right = z.infer<typeof Right>

/**
 * Everything a person can ask of the bot. A button, a form and a typed sentence all end in one of these, and a button
 * carries it whole, so it stays small (Slack takes 2,000 characters of it) and is never trusted: `may` decides.
 * `noun.verb` does it, and `noun.verb.form` opens its form.
 */
export const Intent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('help.show') }),
  /** My open requests and, for coordinators, the open rounds: Slack's App Home, the first page of the web chat. */
  z.object({ kind: z.literal('home.show') }),
  z.object({ kind: z.literal('language.set'), locale: z.enum(['vi', 'en']) }),

  /** The year's plan, or one quarter of it (`2020-Q2`); `none`: items whose quarter the source does not state. */
  z.object({
    kind: z.literal('plan.show'),
    quarter: z
      .string()
      .regex(/^(\d{4}-Q[1-4]|none)$/)
      .optional(),
  }),
  z.object({ kind: z.literal('item.show'), item: itemKey }),

  /** All open rounds, or the latest round of one item. */
  z.object({ kind: z.literal('status.show'), item: itemKey.optional(), page: page.optional() }),
  /** One round's board; `show` lists some of its people by name (coordinators). */
  z.object({ kind: z.literal('board.show'), round: id, show: Listed.optional(), page: page.optional() }),

  /**
   * Opening a round: form -> stored proposal and preview -> open. Given values fill the form in; `workingDays` as typed,
   * which the form may refuse.
   */
  z.object({
    kind: z.literal('round.propose.form'),
    item: itemKey.optional(),
    proposal: id.optional(),
    workingDays: workingDays.optional(),
    day: day.optional(),
    time: time.optional(),
    version: draftVersion.optional(),
  }),
  /** `day` and `workingDays`: what the deadline's two fields began with, so that the one that was changed counts. */
  z.object({
    kind: z.literal('round.propose'),
    item: itemKey,
    proposal: id.optional(),
    day: day.optional(),
    workingDays: workingDays.optional(),
  }),
  z.object({ kind: z.literal('round.preview'), proposal: id }),
  z.object({ kind: z.literal('round.open'), proposal: id, revision }),
  z.object({ kind: z.literal('round.discard'), proposal: id }),

  /** Form for a change, filled in with what was typed; then the change itself. `revision` is the round's, as shown. */
  z.object({
    kind: z.literal('round.change.form'),
    item: itemKey.optional(),
    round: id.optional(),
    change: RoundChange,
    day: day.optional(),
    time: time.optional(),
    /** How much later than the deadline that stands, as typed, where no day is. */
    plusDays: daysMore.optional(),
    plusWorkingDays: daysMore.optional(),
    reason: z.string().max(500).optional(),
  }),
  z.object({ kind: z.literal('round.change'), round: id, change: RoundChange, revision }),

  /**
   * My answer to a round: the card of where I stand, with what I can do. Here and below, `for`: the member in whose seat
   * a delegate acts. `page` of its comments and files, from 0.
   */
  z.object({ kind: z.literal('opinion.show'), round: id, for: id.optional(), page: page.optional() }),
  /** As typed: `góp ý ND-DLCN đồng ý`. Becomes a draft and its card; nothing is sent yet. */
  z.object({
    kind: z.literal('opinion.type'),
    item: itemKey,
    position: Position.optional(),
    body: z.string().max(100_000).optional(),
  }),
  z.object({ kind: z.literal('opinion.save.form'), round: id, for: id.optional() }),
  z.object({ kind: z.literal('opinion.save'), round: id, revision, for: id.optional() }),
  /** For a new comment: `provision` of the round's document, and `quote`, the passage of it that was marked. */
  z.object({
    kind: z.literal('comment.save.form'),
    round: id,
    comment: id.optional(),
    ...aboutProvision,
    for: id.optional(),
  }),
  z.object({
    kind: z.literal('comment.save'),
    round: id,
    comment: id.optional(),
    ...aboutProvision,
    for: id.optional(),
  }),
  /** What is written so far, saved into the draft while somebody writes; never asked for by a press. */
  z.object({ kind: z.literal('opinion.keep'), round: id, revision }),
  z.object({ kind: z.literal('comment.keep'), round: id, comment: id.optional(), ...aboutProvision }),
  z.object({ kind: z.literal('comment.remove'), round: id, comment: id, for: id.optional() }),
  /** Sends the draft as it stood at that revision; a draft that has changed since is shown again instead. */
  z.object({ kind: z.literal('opinion.submit'), round: id, revision, for: id.optional() }),
  /** Without `sure` it only asks; with it, true throws the draft away and false shows its card again. */
  z.object({
    kind: z.literal('opinion.discard'),
    round: id,
    revision,
    sure: z.boolean().optional(),
    for: id.optional(),
  }),
  /** Every round I was asked in, with my current answer; first those that wait for one. */
  z.object({ kind: z.literal('opinion.list'), item: itemKey.optional(), page: page.optional() }),
  /** Every version of one person's answer; without `person`, my own. */
  z.object({ kind: z.literal('version.list'), round: id, person: id.optional() }),
  /** One version in full, `page` by page; without `person`, my own; without `version`, the current one; or my draft. */
  z.object({
    kind: z.literal('version.read'),
    round: id,
    person: id.optional(),
    for: id.optional(),
    version: z.number().int().min(1).max(1_000_000).optional(),
    draft: z.literal(true).optional(),
    page: page.optional(),
  }),

  /**
   * A file that was sent and waits for its purpose: of which item it is the draft; what was read of it; keeping it, `instead` of the file
   * that stood for the version when it was shown; throwing it away.
   */
  z.object({ kind: z.literal('draft.check.form'), file: id, item: itemKey.optional() }),
  z.object({ kind: z.literal('draft.check'), file: id, item: itemKey.optional(), version: draftVersion.optional() }),
  z.object({
    kind: z.literal('draft.keep'),
    file: id,
    item: itemKey,
    version: draftVersion,
    instead: id.optional(),
    /** Which preview it was pressed on. */
    preview: id.optional(),
  }),
  z.object({ kind: z.literal('file.discard'), file: id }),
  /** As typed: the draft of an item, that of its open round before others; what `words` may mean in it. */
  z.object({ kind: z.literal('draft.find'), item: itemKey, words: z.string().min(1).max(200).optional() }),
  /** A kept draft: its outline; one of its provisions, the first where none is named; the file itself. */
  z.object({ kind: z.literal('draft.show'), document: id, page: page.optional() }),
  z.object({ kind: z.literal('draft.get'), document: id }),
  z.object({ kind: z.literal('provision.show'), document: id, provision: provision.optional(), page: page.optional() }),
  /** A file that was sent becomes part of a draft opinion: the form for its number and day, then the change; taking it away. */
  z.object({ kind: z.literal('attachment.save.form'), round: id, file: id, for: id.optional() }),
  z.object({ kind: z.literal('attachment.save'), round: id, file: id, for: id.optional() }),
  /** A file that goes with what `person` wrote in a round; without a person, with one's own. */
  z.object({ kind: z.literal('attachment.get'), round: id, person: id.optional(), sha256 }),
  z.object({ kind: z.literal('attachment.remove'), round: id, attachment: id, for: id.optional() }),

  /** A coordinator records the opinion of somebody absent, with its source. */
  z.object({
    kind: z.literal('record.save.form'),
    round: id.optional(),
    item: itemKey.optional(),
    person: id.optional(),
    file: id.optional(),
    named: named.optional(),
    position: Position.optional(),
    body: z.string().max(100_000).optional(),
  }),
  /** `file`: one that was sent and waits, as the source. */
  z.object({ kind: z.literal('record.save'), round: id, file: id.optional() }),

  /** A document about a round, as a file: the form that asks which, then the file. Without `what` the consolidated table. */
  z.object({
    kind: z.literal('record.export.form'),
    round: id.optional(),
    item: itemKey.optional(),
    what: RecordWhat.optional(),
  }),
  z.object({
    kind: z.literal('record.export'),
    round: id.optional(),
    item: itemKey.optional(),
    what: RecordWhat.optional(),
    format: RecordFormat.optional(),
  }),

  /**
   * All remarks of a round by article; putting like ones of one article into one row of the record, and taking them apart.
   * `provision`: the article as a section's key (src/opinions/remarks/sections.ts).
   */
  z.object({ kind: z.literal('remark.list'), round: id.optional(), item: itemKey.optional(), page: page.optional() }),
  z.object({
    kind: z.literal('remark.group.form'),
    round: id.optional(),
    item: itemKey.optional(),
    provision: provision.optional(),
  }),
  z.object({ kind: z.literal('remark.group'), round: id, provision }),
  z.object({ kind: z.literal('remark.split'), group: id }),

  /**
   * What the drafting agency answers to the remarks of a round: all of them, those without an answer first; one remark
   * whole; its answer, at the revision that was seen (0: none), by the form or with an `outcome` by one press.
   */
  z.object({ kind: z.literal('answer.list'), round: id.optional(), item: itemKey.optional(), page: page.optional() }),
  z.object({ kind: z.literal('answer.show'), round: id, remark }),
  z.object({ kind: z.literal('answer.save.form'), round: id, remark, outcome: AnswerOutcome.optional() }),
  z.object({ kind: z.literal('answer.save'), round: id, remark, revision, outcome: AnswerOutcome.optional() }),
  /** A remark into parts that are answered by themselves: the form, then that; one of the parts makes it whole again. */
  z.object({ kind: z.literal('remark.part.form'), round: id, remark }),
  z.object({ kind: z.literal('remark.part'), round: id, remark }),
  z.object({ kind: z.literal('remark.join'), round: id, remark }),
  /** Several open remarks by the same words: the form, then that, for those chosen there or given here; and undoing it. */
  z.object({ kind: z.literal('remark.answer.form'), round: id, outcome: AnswerOutcome.optional() }),
  z.object({
    kind: z.literal('remark.answer'),
    round: id,
    remarks: z.array(remark).max(100).optional(),
    outcome: AnswerOutcome.optional(),
  }),
  z.object({ kind: z.literal('answer.undo'), round: id, bulk: id }),
  /** Preview of the drafts that become settled together; then that, `drafts` being the digest of those shown. */
  z.object({ kind: z.literal('answer.check'), round: id }),
  z.object({ kind: z.literal('answer.settle'), round: id, drafts: sha256 }),
  /** A coordinator sends a settled answer back, with a reason: the form, then that, at the revision that was seen. */
  z.object({ kind: z.literal('answer.return.form'), round: id, remark }),
  z.object({ kind: z.literal('answer.return'), round: id, remark, revision }),
  /** An author finds what they were told not enough, once, with words: the form, then that, at the revision that was seen. */
  z.object({ kind: z.literal('answer.object.form'), round: id, remark }),
  z.object({ kind: z.literal('answer.object'), round: id, remark, revision }),
  /** A coordinator says until when the agency answers: the form, filled in with what was typed, then the change; no day, no date. */
  z.object({
    kind: z.literal('answer.due.form'),
    round: id.optional(),
    item: itemKey.optional(),
    day: day.optional(),
    time: time.optional(),
  }),
  z.object({ kind: z.literal('answer.due'), round: id }),
  /** A coordinator tells the authors: what goes out, as a form that asks about remarks without an answer; `answers`: the digest of those shown. */
  z.object({ kind: z.literal('answer.publish.form'), round: id }),
  z.object({ kind: z.literal('answer.publish'), round: id, answers: sha256 }),

  /**
   * "Remind me later", as typed: of one item or of all that waits, for so many days or until a day. Goes without the form
   * where one request waits and it was said how long. Then the change, never past the last step: a button says which round
   * and for how many days; of what it leaves out the form asks.
   */
  z.object({
    kind: z.literal('nudge.snooze.form'),
    item: itemKey.optional(),
    days: putOffDays.optional(),
    until: day.optional(),
  }),
  z.object({ kind: z.literal('nudge.snooze'), round: id.optional(), days: putOffDays.optional() }),
  /** Every nudge and reminder of a round, with what became of it (coordinators). */
  z.object({ kind: z.literal('nudge.list'), round: id.optional(), item: itemKey.optional(), page: page.optional() }),
  /** When members are nudged, for one round or for a year's plan: the form, then the change. */
  z.object({ kind: z.literal('ladder.save.form'), round: id.optional(), year: year.optional() }),
  z.object({ kind: z.literal('ladder.save'), round: id.optional(), year: year.optional() }),

  /** A coordinator reminds by hand: preview of who gets it and who is left out and why, then the sending. */
  z.object({
    kind: z.literal('reminder.preview'),
    item: itemKey.optional(),
    round: id.optional(),
    quarter: quarter.optional(),
    /** Keys or names as typed, for some of those asked. */
    people: z.array(z.string().max(200)).max(50).optional(),
  }),
  /** `id` is the preview's: pressed twice, it sends once. */
  z.object({
    kind: z.literal('reminder.send'),
    id,
    rounds: z.array(id).min(1).max(20),
    people: z.array(id).max(20).optional(),
  }),

  /** Leave: mine, or, for a coordinator, another's. */
  z.object({
    kind: z.literal('leave.save.form'),
    person: id.optional(),
    named: named.optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  z.object({ kind: z.literal('leave.save'), person: id.optional() }),
  z.object({ kind: z.literal('leave.list'), page: page.optional() }),
  z.object({ kind: z.literal('leave.end'), leave: id }),

  /** Delegation: who may draft, transmit or decide for me; the list shows what I gave and got, to coordinators all. */
  z.object({
    kind: z.literal('delegation.save.form'),
    item: itemKey.optional(),
    named: named.optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  z.object({ kind: z.literal('delegation.save') }),
  z.object({ kind: z.literal('delegation.list'), page: page.optional() }),
  z.object({ kind: z.literal('delegation.end'), delegation: id }),
  /** The member approves the draft that a delegate wrote, so that one who may transmit can send it. */
  z.object({ kind: z.literal('draft.approve'), round: id, revision }),

  /** Why a day, a deadline or a nudge falls where it does. */
  z.object({ kind: z.literal('date.explain'), day: day.optional(), round: id.optional(), item: itemKey.optional() }),
  /** The state of everything, as coordinators get it each Monday. */
  z.object({ kind: z.literal('digest.show') }),
  /** Plays the plan on a made-up clock: every message that would go out. Sends nothing. */
  z.object({ kind: z.literal('rehearsal.show.form') }),
  z.object({
    kind: z.literal('rehearsal.show'),
    from: day.optional(),
    to: day.optional(),
    assume: z.boolean().optional(),
    page: page.optional(),
  }),

  /** Where teams go and when; nothing given: everybody's coming visits. */
  z.object({ kind: z.literal('schedule.show'), ...schedule, page: page.optional() }),
  /** One visit: what the actor may see of it, and what they can do with it. */
  z.object({ kind: z.literal('visit.show'), ...whichVisit }),
  /**
   * The form for a new visit or a change of one, filled in with what was typed (a leader gets that for a request
   * instead); its preview with the conflicts; the saving of what the preview showed.
   */
  z.object({
    kind: z.literal('visit.check.form'),
    ...whichVisit,
    team: teamKey.optional(),
    ...visitTerms,
    reason: reason.optional(),
    /** How many days later than it is planned, as typed, where no day is. */
    shiftDays: z.number().int().min(-999).max(999).optional(),
    /** A visit beside those that the unit has. */
    another: z.literal(true).optional(),
    /** Back from the preview: what is absent was left empty. `fresh`: the id that a new visit has had since then. */
    asWritten: z.literal(true).optional(),
    fresh: id.optional(),
  }),
  z.object({ kind: z.literal('visit.check'), visit: id, revision }),
  z.object({
    kind: z.literal('visit.save'),
    /** New ones get theirs with the preview: pressed twice, it is planned once. `revision` 0: it is new. */
    visit: id,
    revision,
    team: teamKey,
    unit: id,
    ...visitTerms,
    reason: reason.optional(),
    /** Which preview it was pressed on. */
    preview: id.optional(),
  }),
  /** Calling a visit off: the form for the reason, then the change. */
  z.object({ kind: z.literal('visit.cancel.form'), ...whichVisit, reason: reason.optional() }),
  z.object({ kind: z.literal('visit.cancel'), visit: id, revision }),
  /** The team's leader, or a coordinator: it will take place as planned. */
  z.object({ kind: z.literal('visit.confirm'), visit: id, revision }),
  /** The same people: it has taken place, with a short note. */
  z.object({ kind: z.literal('visit.report.form'), ...whichVisit }),
  z.object({ kind: z.literal('visit.report'), visit: id, revision }),
  /** A leader asks that it be moved: the form, then the request; a coordinator decides on it. */
  z.object({
    kind: z.literal('move.ask.form'),
    ...whichVisit,
    day: day.optional(),
    time: time.optional(),
    endDay: day.optional(),
    endTime: time.optional(),
    shiftDays: daysMore.optional(),
    reason: reason.optional(),
  }),
  z.object({ kind: z.literal('move.ask'), visit: id, revision }),
  /** `sure`: the conflicts have been shown. */
  z.object({ kind: z.literal('move.accept'), request: id, sure: z.literal(true).optional() }),
  z.object({ kind: z.literal('move.refuse.form'), request: id }),
  z.object({ kind: z.literal('move.refuse'), request: id }),
  z.object({ kind: z.literal('move.withdraw'), request: id }),

  /** Who sits on a team; putting somebody on it and off, from a day to a day (coordinators). */
  z.object({ kind: z.literal('team.show'), team: teamKey.optional() }),
  z.object({
    kind: z.literal('duty.save.form'),
    team: teamKey.optional(),
    person: id.optional(),
    named: named.optional(),
  }),
  z.object({ kind: z.literal('duty.save'), team: teamKey.optional() }),
  z.object({ kind: z.literal('duty.end.form'), duty: id }),
  z.object({ kind: z.literal('duty.end'), duty: id }),

  /** Which units have no team or no date, and the load of each team; one month of it as a table. */
  z.object({ kind: z.literal('overview.show'), year: year.optional(), month: month.optional() }),

  /** Visits as a calendar file; addresses that a calendar program reads, mine or a team's, and their end. */
  z.object({ kind: z.literal('calendar.export'), ...schedule, visit: id.optional() }),
  z.object({ kind: z.literal('calendar.list') }),
  z.object({ kind: z.literal('calendar.make'), team: teamKey.optional() }),
  z.object({ kind: z.literal('calendar.revoke'), link: id }),

  /** A coordinator makes a link by which somebody without Slack and Teams enters the web chat. */
  z.object({ kind: z.literal('access.make.form'), person: id.optional() }),
  z.object({ kind: z.literal('access.make') }),
  /** A page for those who work here all day: a link to it for the actor alone, good for minutes. */
  z.object({ kind: z.literal('page.open'), place: Place }),
])
export type Intent = z.infer<typeof Intent>
export type IntentOf<K extends Intent['kind']> = Extract<Intent, { kind: K }>
