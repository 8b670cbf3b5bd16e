import type { Context } from '../context.ts'
import type { Intent, IntentOf } from '../contract/intent.ts'
import type { Block, Button, Message } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import { choiceOf } from '../conversation/choices.ts'
import { readVocabulary } from '../conversation/vocabulary.ts'
import { openRounds } from '../opinions/boards/read-board.ts'
import { type Round, titleOf } from '../opinions/rounds/rounds.ts'
import { waitingRounds } from '../opinions/rounds/waiting-rounds.ts'
import { excerpt } from '../opinions/words.ts'
import { may } from '../people/may.ts'
import { type Texts, textsFor } from '../texts/texts.ts'
import type { Choice, Understanding, Vocabulary } from '../understand/result.ts'
import { forButton } from '../understand/senses/opinions.ts'
import { understand } from '../understand/understand.ts'
import type { Spoken } from './last-spoken.ts'
import { notUsed, quotable, takenAs } from './notes.ts'
import { isSaid, suggestionLabel } from './suggestion-label.ts'
import { whichAnswers } from './which-answers.ts'

/** `notes`: what must be told with whatever the intent is answered with. */
type Read =
  | { kind: 'intent'; intent: Intent; notes?: readonly Block[] }
  | { kind: 'reply'; reply: Reply; notes?: readonly Block[] }
/** Rounds of a question; each button carries the words that were typed. */
const mostChoices = 8
/** Items of a question. */
const mostItems = 10
/** Readings that are offered where none is sure. */
const mostReadings = 3
type Opinion = Omit<IntentOf<'opinion.type'>, 'kind' | 'item'>

/**
 * What a typed sentence asks for, or the reply where it cannot be told: a question with buttons where two things
 * match, the items where none was named, and what comes near where it was not understood. Never an action by guess.
 * `spoken`: what was just spoken of, which may be left out.
 */
export async function readSentence(ctx: Context, text: string, spoken: () => Promise<Spoken>): Promise<Read> {
  const { help } = ctx.texts
  const vocabulary = await readVocabulary(ctx)
  const understood = understand(text, vocabulary)
  switch (understood.kind) {
    case 'intent': {
      const read = await onWhichVisit(ctx, vocabulary, understood.intent, spoken)
      return {
        ...read,
        notes: [
          ...(read.notes ?? []),
          ...daysOf(ctx, understood.readAs),
          ...noted(answering(ctx, read), understood.unused),
        ],
      }
    }
    case 'ask': {
      const options = understood.options.filter(({ intent }) => may(ctx.actor, intent.kind))
      const [refused] = understood.options
      // Nothing of it is theirs to do, and that is the answer.
      if (options.length === 0 && refused !== undefined) return { kind: 'intent', intent: refused.intent }
      const reply = question(ctx.texts, help.ask, await buttonsOf(ctx, vocabulary, options))
      return { kind: 'reply', reply, notes: [...daysOf(ctx, understood.readAs), ...noted(ctx, understood.unused)] }
    }
    case 'missing': {
      const read =
        understood.opinion === undefined
          ? ((await answersMeant(ctx, understood, spoken)) ?? (await onWhichItem(ctx, vocabulary, understood, spoken)))
          : await opinionOnWhat(ctx, understood.opinion, spoken)
      return { ...read, notes: [...(read.notes ?? []), ...noted(ctx, understood.unused)] }
    }
    case 'no-such-item':
      return { kind: 'reply', reply: await noSuchItem(ctx, vocabulary, understood.item, understood.options) }
    case 'no-such-day': {
      const said = ctx.texts.refusals['no-such-day']({ day: understood.typed })
      return { kind: 'reply', reply: { kind: 'message', message: plainly(said) } }
    }
    case 'unknown':
      return { kind: 'reply', reply: await notUnderstood(ctx, vocabulary, understood) }
    default:
      return understood satisfies never
  }
}

/** How a day was taken that can be read in two ways, with its weekday and, in English, its month as a word. */
const daysOf = (
  { texts }: Context,
  days: readonly { readonly typed: string; readonly day: string }[] | undefined,
): readonly Block[] =>
  (days ?? []).map(({ typed, day }) => ({
    kind: 'text',
    text: texts.help.readAs(quotable([typed])[0] ?? '', texts.day(day)),
  }))

/** In which language it is answered: another one from here on, where that is what was asked for. */
const answering = ({ texts }: Context, read: Read): Pick<Context, 'texts'> => ({
  texts: read.kind === 'intent' && read.intent.kind === 'language.set' ? textsFor(read.intent.locale) : texts,
})

const noted = (ctx: Pick<Context, 'texts'>, unused: readonly string[] | undefined): readonly Block[] =>
  unused === undefined || unused.length === 0 ? [] : [notUsed(ctx.texts, unused)]

/** One line that says what was not understood, what comes nearest among what the actor may do, and the way to the help. */
async function notUnderstood(
  ctx: Context,
  vocabulary: Vocabulary,
  { nearest, left = [] }: Extract<Understanding, { kind: 'unknown' }>,
): Promise<Reply> {
  const { help, buttons: b } = ctx.texts
  const text = left.length === 0 ? help.notUnderstood : help.notUnderstoodWords(quotable(left))
  const likely = nearest.filter((intent) => may(ctx.actor, intent.kind) && intent.kind !== 'help.show')
  const choices = likely.slice(0, mostReadings).map((intent) => ({ intent }))
  const readings = await buttonsOf(ctx, vocabulary, choices)
  const blocks: readonly Block[] = [
    { kind: 'text', text, tone: 'warning' },
    ...(readings.length === 0 ? [] : [{ kind: 'text', text: help.nearest } as const]),
    { kind: 'buttons', buttons: [...readings, { label: b.help, intent: { kind: 'help.show' } }] },
  ]
  return { kind: 'message', message: { text, blocks } }
}

/** Buttons for what a sentence may mean; one that says nothing of itself is called by what it does. */
async function buttonsOf(ctx: Context, vocabulary: Vocabulary, choices: readonly Choice[]): Promise<readonly Button[]> {
  const asked = await peopleAsked(ctx, choices)
  return choices.flatMap(({ label, intent }): readonly Button[] => {
    const pressed = intent.kind === 'opinion.type' ? forButton(intent) : intent
    if (label !== undefined) return [{ label, intent: pressed }]
    if (!isSaid(intent)) return []
    const item = intent.kind === 'round.change.form' ? intent.item : undefined
    return [{ label: suggestionLabel(ctx.texts, intent, vocabulary, asked.get(item ?? '')), intent: pressed }]
  })
}

/** How many people the open rounds ask that a choice would end, by item. */
async function peopleAsked({ db }: Context, choices: readonly Choice[]): Promise<ReadonlyMap<string, number>> {
  const keys = choices.flatMap(({ intent }) =>
    intent.kind === 'round.change.form' && intent.item !== undefined ? [intent.item] : [],
  )
  if (keys.length === 0) return new Map()
  const rounds = await db.round.findMany({
    where: { liveKey: { not: null }, item: { key: { in: keys } } },
    select: { item: { select: { key: true } }, _count: { select: { asked: true } } },
  })
  return new Map(rounds.map(({ item, _count }) => [item.key, _count.asked]))
}

/**
 * An opinion without its item can only mean what waits for this person: the one round, or a question where there are
 * several, the one just spoken of first. A channel learns neither which nor how many.
 */
async function opinionOnWhat(ctx: Context, said: Opinion, spoken: () => Promise<Spoken>): Promise<Read> {
  const { help, buttons: b } = ctx.texts
  const all = await waitingRounds(ctx)
  const last = all.length > 1 ? (await spoken()).item : undefined
  const waiting = [...all.filter(({ item }) => item.key === last), ...all.filter(({ item }) => item.key !== last)]
  const [only, ...others] = waiting
  const on = ({ item }: Round) => ({ kind: 'opinion.type', item: item.key, ...said }) as const
  if (only !== undefined && others.length === 0) return { kind: 'intent', intent: on(only) }
  if (ctx.audience === 'shared') return { kind: 'intent', intent: { kind: 'home.show' } }
  if (only === undefined) {
    return {
      kind: 'reply',
      reply: question(ctx.texts, help.nothingWaits, [{ label: b.mine, intent: { kind: 'opinion.list' } }]),
    }
  }
  const choices: readonly Button[] = waiting.slice(0, mostChoices).map((round) => ({
    label: `${round.item.key}: ${excerpt(titleOf(round.item, ctx), 60)}`,
    intent: forButton(on(round)),
  }))
  const left = waiting.length - choices.length
  if (left <= 0) return { kind: 'reply', reply: question(ctx.texts, help.whichWaiting, choices) }
  const rest: Button = { label: b.mine, intent: { kind: 'opinion.list' } }
  return {
    kind: 'reply',
    reply: question(ctx.texts, `${help.whichWaiting} ${help.moreWaiting(left)}`, choices, [rest]),
  }
}

/** Of which round the answers are meant; undefined where there is none of which there could be any. */
async function answersMeant(
  ctx: Context,
  { options: [first] }: Extract<Understanding, { kind: 'missing' }>,
  spoken: () => Promise<Spoken>,
): Promise<Read | undefined> {
  const found = await whichAnswers(ctx, first?.intent, spoken)
  if (found === undefined || 'intent' in found) return found && { kind: 'intent', ...found }
  return { kind: 'reply', reply: question(ctx.texts, found.text, found.choices) }
}

/**
 * Which item is meant: most can only be said of an open round, so that where there are any the items of these are asked
 * about, nearest deadline first, and for a new round, or one that is opened again, the others. The one just spoken of is
 * taken, and that is told; what ends something for others is offered with it first, and never taken.
 */
async function onWhichItem(
  ctx: Context,
  vocabulary: Vocabulary,
  { verb, options }: Extract<Understanding, { kind: 'missing' }>,
  spoken: () => Promise<Spoken>,
): Promise<Read> {
  const { help } = ctx.texts
  const open = (await openRounds(ctx)).map(({ item }) => item.key)
  const byItem = new Map(options.map((option) => [option.item, option]))
  const inRounds = open.flatMap((key) => byItem.get(key) ?? [])
  const others = options.filter(({ item }) => !open.includes(item))
  const opens = verb === 'round.propose.form' || options.some(({ intent }) => reopens(intent))
  const meant = opens ? others : inRounds.length > 0 ? inRounds : options
  const { item: last } = await spoken()
  const taken = meant.find(({ item }) => item === last)
  if (taken !== undefined && !ends(taken.intent))
    return { kind: 'intent', intent: taken.intent, notes: [takenAs(ctx.texts, taken.item)] }
  const asked = taken === undefined ? meant : [taken, ...meant.filter((one) => one !== taken)]
  const left = asked.length - mostItems
  const text = left > 0 ? `${help.whichItem} ${help.moreItems(left)}` : help.whichItem
  return {
    kind: 'reply',
    reply: question(ctx.texts, text, await buttonsOf(ctx, vocabulary, asked.slice(0, mostItems))),
  }
}

const reopens = (intent: Intent): boolean => intent.kind === 'round.change.form' && intent.change === 'reopen'

/** Whether it leads to something that ends for others. */
const ends = (intent: Intent): boolean =>
  intent.kind === 'visit.cancel.form' ||
  (intent.kind === 'round.change.form' && (intent.change === 'close' || intent.change === 'withdraw'))

type OfVisit = IntentOf<'visit.show' | 'visit.check.form' | 'visit.cancel.form' | 'visit.report.form' | 'move.ask.form'>

/**
 * The intent, of the visit just spoken of where it names none, and that is told; calling one off is only offered. Where
 * none was spoken of, the schedule shows those that there are.
 */
async function onWhichVisit(
  ctx: Context,
  vocabulary: Vocabulary,
  said: Intent,
  spoken: () => Promise<Spoken>,
): Promise<Read> {
  const intent = withoutVisit(said)
  if (intent === undefined) return { kind: 'intent', intent: said }
  const { visit } = await spoken()
  if (visit === undefined)
    return { kind: 'intent', intent: intent.kind === 'visit.check.form' ? intent : { kind: 'schedule.show' } }
  const meant = { ...intent, number: visit }
  if (!ends(meant)) return { kind: 'intent', intent: meant, notes: [takenAs(ctx.texts, `KT-${visit}`)] }
  const all: Choice = { intent: { kind: 'schedule.show' } }
  const buttons = await buttonsOf(ctx, vocabulary, [{ intent: meant }, all])
  return { kind: 'reply', reply: question(ctx.texts, ctx.texts.help.whichVisit, buttons) }
}

/** What is about one visit and does not say which. A team and a day without a unit are a new visit. */
function withoutVisit(intent: Intent): OfVisit | undefined {
  switch (intent.kind) {
    case 'visit.check.form': {
      const { day, time, team, shiftDays, another } = intent
      const moves = shiftDays !== undefined || ((day !== undefined || time !== undefined) && team === undefined)
      return moves && another !== true && namesNone(intent) ? intent : undefined
    }
    case 'visit.show':
    case 'visit.cancel.form':
    case 'visit.report.form':
    case 'move.ask.form':
      return namesNone(intent) ? intent : undefined
    default:
      return undefined
  }
}

const namesNone = ({ visit, number, unit }: OfVisit): boolean =>
  visit === undefined && number === undefined && unit === undefined

/** The refusal in words, and the items with a code like the one typed. */
async function noSuchItem(
  ctx: Context,
  vocabulary: Vocabulary,
  item: string,
  options: readonly Choice[],
): Promise<Reply> {
  const { actor, texts: t } = ctx
  const text = t.refusals['no-such-item']({ item })
  const likely = options.filter(({ intent }) => may(actor, intent.kind))
  const buttons = await buttonsOf(ctx, vocabulary, likely)
  const near = [
    { kind: 'text', text: t.help.nearest },
    { kind: 'buttons', buttons },
  ] as const
  const said = { kind: 'text', text, tone: 'warning' } as const
  return { kind: 'message', message: { text, blocks: buttons.length === 0 ? [said] : [said, ...near] } }
}

const plainly = (text: string): Message => ({ text, blocks: [{ kind: 'text', text, tone: 'warning' }] })

/** The question, with its answers: buttons, or a list where they are many. What carries no intent is no answer. */
const question = (t: Texts, text: string, buttons: readonly Button[], more: readonly Button[] = []): Reply => {
  const options = buttons.flatMap((button) => ('intent' in button ? [button] : []))
  const answers = choiceOf(t, text, options)
  // A few stand under the question as it is said.
  const asked: readonly Block[] =
    answers[0]?.kind === 'choice'
      ? answers
      : [
          { kind: 'text', text },
          { kind: 'buttons', buttons: options },
        ]
  const ways: readonly Block[] = more.length === 0 ? [] : [{ kind: 'buttons', buttons: more }]
  return {
    kind: 'message',
    message: { text, blocks: [...(options.length === 0 ? [{ kind: 'text', text } as const] : asked), ...ways] },
  }
}
