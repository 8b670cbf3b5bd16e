import { randomUUID } from 'node:crypto'
import type { Calendar } from '../calendar/calendar.ts'
import { dayIn } from '../calendar/zoned.ts'
import type { Change, Context, MinimumDays, OthersSee, Outcome } from '../context.ts'
import type { Host, Log } from '../contract/adapter.ts'
import { deliveryKey } from '../contract/delivery-key.ts'
import { isOfAnotherVersion, presentCard, presentName } from '../contract/former-intents.ts'
import { Inbound, type SentFile } from '../contract/inbound.ts'
import { Intent, type IntentOf } from '../contract/intent.ts'
import type { Block, Button } from '../contract/message.ts'
import { Invalid, Refusal } from '../contract/refusal.ts'
import type { Answer, Reply } from '../contract/reply.ts'
import { keepTurn } from '../conversation/keep-turn.ts'
import { commit } from '../database/commit.ts'
import type { Db, Write } from '../database/db.ts'
import { accountIsOf, holdsRole, type Rest } from '../database/rests.ts'
import { insertBeside } from '../database/statements.ts'
import { put } from '../outbox/put.ts'
import { goneFrom, heardFrom, newAccount } from '../people/accounts/heard.ts'
import { type Actor, type Found, findActor } from '../people/actor.ts'
import { may, mayBeShared } from '../people/may.ts'
import { type Locale, localeFor, type Texts, textsFor } from '../texts/texts.ts'
import { withFiles } from './ask-about-files.ts'
import { answersOfBefore, firstReply } from './deliveries.ts'
import { answerEdit, remembered } from './edited-message.ts'
import { withFilesNotKept } from './files-not-kept.ts'
import { filesOf } from './files-of.ts'
import { withFormWords } from './form-words.ts'
import { helpMessage } from './help.ts'
import { lastSpoken, namedBy, rememberSpoken, type Spoken } from './last-spoken.ts'
import { withNotes } from './notes.ts'
import { readSentence } from './read-sentence.ts'
import { storable, storableFields } from './storable.ts'
import { decide } from './use-cases.ts'
import { wayOn } from './way-on.ts'

type Handled = {
  readonly platform: string
  readonly intent: Intent['kind'] | 'none'
  readonly outcome: string
  readonly changed: boolean
  readonly ms: number
}

export type AppOptions = {
  readonly db: Db
  readonly now: () => Date
  readonly zone: string
  readonly publicUrl: string
  readonly onlyHere?: boolean
  readonly calendar: Calendar
  readonly locale: Locale
  readonly othersSee?: OthersSee
  readonly minimumDays?: MinimumDays
  readonly mustHear: readonly string[]
  readonly bringsFiles?: readonly string[]
  readonly log: Log
  /** Called after a commit: something may wait in the ledger. */
  readonly wake: () => void
  /** Milliseconds until somebody who waits is told that the answer is late; platforms give about 3 s. */
  readonly patienceMs?: number
  /** Why nothing that is stored now would be found again; undefined while all is well. See `openDatabase`. */
  readonly lost?: () => string | undefined
  /** Hears of every request, for the metrics; no personal data. `changed`: the use case had something to write. */
  readonly handled?: (facts: Handled) => void
}

/** How often a use case decides again when others keep changing what it read. */
const rounds = 8

/** The way of every request: stored delivery, who, what, may they, decide, commit, answer. */
export function createApp(options: AppOptions): Pick<Host, 'receive'> {
  const underway = new Map<string, Promise<Answer>>()
  const ofBefore = answersOfBefore(options.db)

  async function receive(raw: Inbound): Promise<Answer> {
    const started = performance.now()
    const parsed = Inbound.safeParse(raw)
    if (!parsed.success) {
      options.log.warn({ issues: parsed.error.issues.length }, 'inbound.malformed')
      return { reply: problem(textsFor(options.locale).errors.badRequest, undefined), repeated: false }
    }
    const inbound = storable(parsed.data)
    if (inbound.outsider !== undefined) return { reply: turnAway(options, inbound, inbound.outsider), repeated: false }
    const late = started + (options.patienceMs ?? 2500)
    const key = deliveryKey(inbound)
    // The platform grew impatient and sent the same delivery while the first is being answered.
    for (let before = underway.get(key); before !== undefined; before = underway.get(key)) {
      const first = await patient(before, inbound, late)
      // What went wrong for the first may be right by now: only an answer is shared.
      if (first.provisional !== true || performance.now() >= late) return { ...first, repeated: true }
    }
    const facts: Facts = { intent: 'none', outcome: 'done', changed: false, repeated: false, spoken: {} }
    const work = answer(options, ofBefore, inbound, facts)
      .then((reply): Answer => ({ reply, repeated: facts.repeated, ...elsewhere(facts) }))
      .catch((error: unknown) => failed(error, inbound, facts))
      .finally(() => underway.delete(key))
    underway.set(key, work)
    const answered = await patient(work, inbound, late)
    const ms = performance.now() - started
    const { intent, outcome, changed } = facts
    options.handled?.({ platform: inbound.from.platform, intent, outcome, changed, ms })
    return answered
  }

  /** Something broke on the way. Where the delivery is stored all the same (another replica, a lost answer), that counts. */
  async function failed(error: unknown, inbound: Inbound, facts: Facts): Promise<Answer> {
    const id = randomUUID().slice(0, 8)
    facts.outcome = 'bug'
    options.log.error(
      { id, inbound: inbound.id, platform: inbound.from.platform, intent: facts.intent, err: error },
      'request.failed',
    )
    const { errors } = textsFor(localeOf(inbound, options.locale))
    const wrong = (text: string): Answer => ({ reply: problem(text, inbound), repeated: false, provisional: true })
    if (options.lost?.() !== undefined) return wrong(errors.lost(id))
    try {
      const stored = await firstReply(options.db, inbound)
      return stored === undefined ? wrong(errors.bug(id)) : { reply: stored, repeated: true }
    } catch {
      // Whether anything is stored cannot be asked either: `bug` would say that nothing is.
      return wrong(errors.unknown(id))
    }
  }

  /** The answer, or, when the database takes too long, a word that it is late: nothing is answered as stored that is not. */
  function patient(work: Promise<Answer>, inbound: Inbound, late: number): Promise<Answer> {
    const text = textsFor(localeOf(inbound, options.locale)).errors.slow
    return new Promise((done) => {
      const timer = setTimeout(
        () => done({ reply: problem(text, inbound), repeated: false, provisional: true }),
        Math.max(0, late - performance.now()),
      )
      void work.then((answered) => {
        clearTimeout(timer)
        done(answered)
      })
    })
  }

  return { receive }
}

/** A sentence for somebody who is none of ours; nothing to who only comes, goes or edits. Nothing is read or stored. */
function turnAway(options: AppOptions, inbound: Inbound, outsider: NonNullable<Inbound['outsider']>): Reply {
  const { platform, tenant } = inbound.from
  options.log.warn({ platform, tenant, outsider }, 'inbound.outsider')
  options.handled?.({ platform, intent: 'none', outcome: outsider, changed: false, ms: 0 })
  if (['arrived', 'left', 'edited', 'deleted'].includes(inbound.input.kind)) return { kind: 'none' }
  return problem(textsFor(localeOf(inbound, options.locale)).refusals[outsider]({}), inbound)
}

type Facts = {
  intent: Handled['intent']
  outcome: string
  changed: boolean
  repeated: boolean
  elsewhere?: string
  /** What was spoken of. */
  spoken: Spoken
}

const elsewhere = ({ repeated, elsewhere: words }: Facts): Pick<Answer, 'elsewhere'> =>
  repeated || words === undefined ? {} : { elsewhere: words }

async function answer(
  options: AppOptions,
  ofBefore: ReturnType<typeof answersOfBefore>,
  inbound: Inbound,
  facts: Facts,
): Promise<Reply> {
  const { db } = options
  const first = (reply: Reply | undefined): Reply | undefined => {
    if (reply !== undefined) facts.repeated = true
    return reply
  }
  const before = first(await ofBefore(inbound))
  if (before !== undefined) return before
  for (let round = 0; round < rounds; round += 1) {
    const now = options.now()
    const found = await findActor(db, inbound.from, dayIn(now, options.zone))
    facts.spoken = {}
    const { reply, writes = [], rests = [], again = reply } = await think(options, inbound, found, now, facts)
    const texts = textsFor(localeFor(found?.actor?.locale, inbound.locale, options.locale))
    const kept = [
      ...keepTurn(db, inbound, found, again, { now, texts }),
      ...rememberSpoken(db, inbound, facts.spoken, now),
    ]
    // What nothing depends on need not be remembered: a redelivery reads it again. Typed words are, lest the same
    // sentence be answered twice.
    const { kind } = inbound.input
    if (writes.length === 0 && !['typed', 'edited', 'deleted'].includes(kind)) {
      const stored = first(await firstReply(db, inbound))
      if (stored === undefined) await commit(db, kept)
      return stored ?? reply
    }
    // A form that stays open is sent again under the same id where nothing in it changed: it must be judged anew.
    const row = { id: deliveryKey(inbound), at: now, reply: JSON.stringify(again) }
    const delivery = reply.kind === 'invalid' ? [] : [insertBeside(db, [...writes, ...kept], row)]
    if (await commit(db, [...delivery, ...writes, ...kept], rests)) {
      if (writes.length > 0) options.wake()
      return reply
    }
    const stored = first(await firstReply(db, inbound))
    if (stored !== undefined) return stored
  }
  throw new Error(`gave up after ${rounds} conflicts`)
}

async function think(
  options: AppOptions,
  inbound: Inbound,
  found: Found | undefined,
  now: Date,
  facts: Facts,
): Promise<Outcome> {
  const { db } = options
  const heard = found === undefined ? [newAccount(db, inbound, now)] : heardFrom(db, found, inbound, now)
  const texts = textsFor(localeFor(found?.actor?.locale, inbound.locale, options.locale))
  const { input, files } = inbound
  if (input.kind === 'filled') facts.elsewhere = texts.help.answeredPrivately
  if (input.kind === 'left') {
    // Removed from a group, the app can still write to the one who did it.
    const gone = found !== undefined && inbound.audience === 'private'
    return { reply: { kind: 'none' }, writes: gone ? [goneFrom(db, found, now)] : [], rests: [] }
  }
  if (found?.actor === undefined) {
    // Nothing of theirs was kept, so there is nothing to say about a change of it.
    if (input.kind === 'edited' || input.kind === 'deleted') return { reply: { kind: 'none' } }
    facts.outcome = 'not-linked'
    const { platform, tenant, user } = inbound.from
    const text = texts.refusals['not-linked']({ account: `${platform} ${tenant}/${user}` })
    return withFilesNotKept({ reply: problem(text, inbound), writes: heard, rests: [] }, texts, {
      files: files ?? [],
      how: 'onceLinked',
    })
  }
  const { brought, left } = await filesOf(db, inbound, now)
  const about: Context = { ...options, now, actor: found.actor, audience: inbound.audience, texts }
  const ctx: Context = brought.length === 0 ? about : { ...about, files: brought }
  if (input.kind === 'edited' || input.kind === 'deleted') return await answerEdit(ctx, inbound)
  const how = inbound.audience === 'shared' ? 'inPrivate' : 'otherwise'
  const outcome = withFormWords(await withWords(ctx, inbound, input, facts, left), texts)
  const { writes, rests, ...said } = withFilesNotKept(outcome, texts, { files: left, how })
  if (writes === undefined || writes.length === 0) return { ...said, writes: heard, rests: [] }
  return {
    ...said,
    writes: [...heard, ...writes],
    rests: [...standing(found.accountId, found.actor, dayIn(now, options.zone)), ...rests],
  }
}

/** What the words of a message became, and below it its files; a form's files are its use case's. */
async function withWords(
  ctx: Context,
  inbound: Inbound,
  input: Said,
  facts: Facts,
  left: readonly SentFile[],
): Promise<Outcome> {
  const alone = input.kind === 'typed' && input.text.trim() === ''
  if (ctx.files === undefined || input.kind !== 'typed')
    return alone && left.length > 0 ? { reply: { kind: 'none' } } : await perform(ctx, inbound, input, facts)
  return await withFiles(ctx, alone ? undefined : await perform(ctx, inbound, input, facts), input.text)
}

/** On this rests whatever somebody does: the account is theirs, and each role that they held when it was decided. */
const standing = (accountId: string, { id, roles }: Actor, today: string): readonly Rest[] => [
  accountIsOf(accountId, id),
  ...[...roles].map((role) => holdsRole(id, role, today)),
]

async function perform(ctx: Context, inbound: Inbound, input: Said, facts: Facts): Promise<Outcome> {
  const reading = await intentOf(ctx, inbound, input)
  const { notes } = reading
  if (reading.kind === 'reply') return withNotes(notes, { reply: reading.reply })
  const { intent } = reading
  facts.intent = intent.kind
  const told = (outcome: Outcome): Outcome => (reading.outdated === true ? saidOutdated(ctx, outcome) : outcome)
  if (!may(ctx.actor, intent.kind)) return refuse(ctx, new Refusal('not-allowed'), inbound, facts)
  if (ctx.audience === 'shared' && !mayBeShared(intent.kind)) {
    facts.spoken = namedBy(intent)
    return withNotes(notes, await continuePrivately(ctx, intent, inbound))
  }
  try {
    const outcome = await decide(ctx, intent, input.kind === 'filled' ? input.values : {})
    facts.changed = outcome.writes !== undefined && outcome.writes.length > 0
    // What was refused writes nothing, not even this.
    facts.spoken = namedBy(intent)
    return acted(ctx, inbound, intent, told(withNotes(notes, outcome)))
  } catch (error) {
    if (error instanceof Refusal) return told(withNotes(notes, refuse(ctx, error, inbound, facts)))
    if (!(error instanceof Invalid)) throw error
    facts.outcome = 'invalid'
    // Only a form can stay open with the words in it; a press gets them as a message.
    if (input.kind === 'filled') return { reply: error.reply }
    return { reply: problem([error.reply.message, ...Object.values(error.reply.fields)].join(' '), inbound) }
  }
}

/** The present card below a word about the button that is no more; it takes no other card's place. */
function saidOutdated({ texts }: Context, outcome: Outcome): Outcome {
  if (outcome.reply.kind !== 'message') return outcome
  const { message } = outcome.reply
  const text = texts.errors.outdatedButton
  const blocks = message.blocks ?? [{ kind: 'text', text: message.text } as const]
  const told = { ...message, text: `${text} ${message.text}`, blocks: [warningOf(text), ...blocks] }
  return { ...outcome, reply: { kind: 'message', message: told } }
}

const warningOf = (text: string) => ({ kind: 'text', text, tone: 'warning' }) as const

/** Typed words that changed something are remembered by their message, lest an edit of it pass without a word. */
function acted(ctx: Context, inbound: Inbound, intent: Intent, outcome: Outcome): Outcome {
  const { writes, rests } = outcome
  if (writes === undefined || writes.length === 0) return outcome
  return { ...outcome, writes: [...writes, ...remembered(ctx.db, inbound, intent, ctx.now)], rests }
}

type Said = Exclude<Inbound['input'], { kind: 'left' | 'edited' | 'deleted' }>
type Reading =
  | { readonly kind: 'intent'; readonly intent: Intent; readonly outdated?: boolean; readonly notes?: readonly Block[] }
  | { readonly kind: 'reply'; readonly reply: Reply; readonly notes?: readonly Block[] }

async function intentOf(ctx: Context, inbound: Inbound, input: Said): Promise<Reading> {
  switch (input.kind) {
    case 'arrived':
      // What one person has to answer is no greeting for a channel.
      return { kind: 'intent', intent: { kind: ctx.audience === 'shared' ? 'help.show' : 'home.show' } }
    case 'typed':
      return await readSentence(ctx, input.text, () => lastSpoken(ctx.db, inbound, ctx.now))
    case 'pressed':
    case 'filled': {
      const named = presentName(input.kind, input.intent)
      const intent = Intent.safeParse(named)
      if (intent.success) return { kind: 'intent', intent: storableFields(intent.data) }
      const { errors } = ctx.texts
      const outdated = isOfAnotherVersion(named)
      if (input.kind === 'pressed' && outdated)
        return { kind: 'intent', intent: presentCard(named, ctx.actor.roles.has('member')), outdated }
      const text = outdated ? errors.outdatedForm : errors.badRequest
      if (input.kind === 'filled') return { kind: 'reply', reply: { kind: 'invalid', message: text, fields: {} } }
      const warning = { kind: 'text', text, tone: 'warning' } as const
      return { kind: 'reply', reply: { kind: 'message', message: { ...(await helpMessage(ctx, [warning])), text } } }
    }
    default:
      return input satisfies never
  }
}

function refuse(ctx: Context, refusal: Refusal, inbound: Inbound, facts: Facts): Outcome {
  facts.outcome = refusal.code
  return { reply: problem(ctx.texts.refusals[refusal.code](refusal.facts), inbound, wayOn(ctx, refusal.code)) }
}

/**
 * In a channel only counts are shown: the rest goes on in the person's own conversation, by the ledger. Words of an
 * opinion go into the draft at once, since no ledger keeps them and no button carries eight pages.
 */
async function continuePrivately(ctx: Context, intent: Intent, inbound: Inbound): Promise<Outcome> {
  const saved = intent.kind === 'opinion.type' ? await savedDraft(ctx, intent) : unsaved
  const text = `${ctx.texts.refusals['only-private']({})} ${ctx.texts.help.sentPrivately}`
  const post = {
    key: `continue:${deliveryKey(inbound)}`,
    personId: ctx.actor.id,
    letter: { kind: 'continue', intent: intent.kind === 'opinion.type' ? { ...intent, body: undefined } : intent },
  }
  const kept = saved.writes.length === 0 ? [] : remembered(ctx.db, inbound, intent, ctx.now)
  const reply = { kind: 'message', message: { text, blocks: [{ kind: 'text', text }] } } as const
  return { reply, writes: [...saved.writes, ...kept, put(ctx.db, [post], ctx.now)], rests: saved.rests }
}

type Saved = Extract<Change, { writes: readonly Write[] }>
const unsaved: Saved = { writes: [], rests: [] }

/** None where the opinion is refused: its reason is told in private, when the person goes on. */
async function savedDraft(ctx: Context, intent: IntentOf<'opinion.type'>): Promise<Saved> {
  try {
    const { writes = [], rests = [] } = await decide({ ...ctx, audience: 'private' }, intent, {})
    return { writes, rests }
  } catch (error) {
    if (error instanceof Refusal) return unsaved
    throw error
  }
}

/** Something that could not be done, said so that words survive: a filled form stays open with everything in it. */
function problem(text: string, inbound: Inbound | undefined, ways: readonly Button[] = []): Reply {
  if (inbound?.input.kind === 'filled') return { kind: 'invalid', message: text, fields: {} }
  const blocks: Block[] = [{ kind: 'text', text, tone: 'warning' }]
  if (ways.length > 0) blocks.push({ kind: 'buttons', buttons: ways })
  return { kind: 'message', message: { text, blocks } }
}

const localeOf = (inbound: Inbound, committee: Locale): Texts['locale'] =>
  localeFor(undefined, inbound.locale, committee)
