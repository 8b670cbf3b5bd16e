import type { Context } from '../context.ts'
import type { Intent, IntentOf } from '../contract/intent.ts'
import type { Button, Message } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import { readVocabulary } from '../conversation/vocabulary.ts'
import { helpMessage } from '../home/help.ts'
import { openRounds } from '../opinions/boards/read-board.ts'
import { type Round, titleOf } from '../opinions/rounds/rounds.ts'
import { waitingRounds } from '../opinions/rounds/waiting-rounds.ts'
import { excerpt } from '../opinions/words.ts'
import { may } from '../people/may.ts'
import { forButton } from '../understand/intents/opinion.ts'
import type { Choice, Understanding } from '../understand/result.ts'
import { understand } from '../understand/understand.ts'
import { suggestionLabel } from './suggestion-label.ts'

type Read = { kind: 'intent'; intent: Intent } | { kind: 'reply'; reply: Reply }
/** Rounds of a question; each button carries the words that were typed. */
const mostChoices = 8
/** Items of a question. */
const mostItems = 10
type ItemChoice = Extract<Understanding, { kind: 'missing' }>['options'][number]
type Opinion = Omit<IntentOf<'opinion.type'>, 'kind' | 'item'>

/**
 * What a typed sentence asks for, or the reply where it cannot be told: a question with buttons where two things
 * match, the items where none was named, and help where it was not understood. Never an action by guess.
 */
export async function readSentence(ctx: Context, text: string): Promise<Read> {
  const { help } = ctx.texts
  const vocabulary = await readVocabulary(ctx)
  const understood = understand(text, vocabulary)
  switch (understood.kind) {
    case 'intent':
      return { kind: 'intent', intent: understood.intent }
    case 'ask':
      return { kind: 'reply', reply: question(help.ask, understood.options) }
    case 'missing':
      return understood.opinion === undefined
        ? { kind: 'reply', reply: await onWhichItem(ctx, understood.verb, understood.options) }
        : await opinionOnWhat(ctx, understood.opinion)
    case 'no-such-item':
      return { kind: 'reply', reply: noSuchItem(ctx, understood.item, understood.options) }
    case 'no-such-day': {
      const said = ctx.texts.refusals['no-such-day']({ day: understood.typed })
      return { kind: 'reply', reply: { kind: 'message', message: plainly(said) } }
    }
    case 'unknown': {
      const nearby = understood.nearest.filter((intent) => may(ctx.actor, intent.kind))
      const buttons = nearby.map((intent) => ({ label: suggestionLabel(ctx.texts, intent, vocabulary), intent }))
      const said = { kind: 'text', text: help.notUnderstood, tone: 'warning' } as const
      const nearest = { kind: 'text', text: help.nearest } as const
      const first = buttons.length === 0 ? [said] : [said, nearest, { kind: 'buttons', buttons } as const]
      const message: Message = { ...helpMessage(ctx, first), text: help.notUnderstood }
      return { kind: 'reply', reply: { kind: 'message', message } }
    }
    default:
      return understood satisfies never
  }
}

/**
 * An opinion without its item can only mean what waits for this person: the one round, or a question where there are
 * several. A channel learns neither which nor how many.
 */
async function opinionOnWhat(ctx: Context, said: Opinion): Promise<Read> {
  const { help, buttons: b } = ctx.texts
  const waiting = await waitingRounds(ctx)
  const [only, ...others] = waiting
  const on = ({ item }: Round) => ({ kind: 'opinion.type', item: item.key, ...said }) as const
  if (only !== undefined && others.length === 0) return { kind: 'intent', intent: on(only) }
  if (ctx.audience === 'shared') return { kind: 'intent', intent: { kind: 'home.show' } }
  if (only === undefined) {
    return { kind: 'reply', reply: question(help.nothingWaits, [{ label: b.mine, intent: { kind: 'opinion.list' } }]) }
  }
  const choices: readonly Button[] = waiting.slice(0, mostChoices).map((round) => ({
    label: `${round.item.key}: ${excerpt(titleOf(round.item, ctx), 60)}`,
    intent: forButton(on(round)),
  }))
  const left = waiting.length - choices.length
  if (left <= 0) return { kind: 'reply', reply: question(help.whichWaiting, choices) }
  const rest: Button = { label: b.mine, intent: { kind: 'opinion.list' } }
  return {
    kind: 'reply',
    reply: question(`${help.whichWaiting} ${help.moreWaiting(left)}`, [...choices, rest]),
  }
}

/**
 * Which item is meant: most can only be said of an open round, so that where there are any the items of these are asked
 * about, nearest deadline first, and for a new round the others.
 */
async function onWhichItem(ctx: Context, verb: Intent['kind'], options: readonly ItemChoice[]): Promise<Reply> {
  const { help } = ctx.texts
  const open = (await openRounds(ctx)).map(({ item }) => item.key)
  const byItem = new Map(options.map((option) => [option.item, option]))
  const inRounds = open.flatMap((key) => byItem.get(key) ?? [])
  const others = options.filter(({ item }) => !open.includes(item))
  const meant = verb === 'round.propose.form' ? others : inRounds.length > 0 ? inRounds : options
  const left = meant.length - mostItems
  const text = left > 0 ? `${help.whichItem} ${help.moreItems(left)}` : help.whichItem
  const buttons = meant.slice(0, mostItems).map(({ label, intent }) => ({ label, intent }))
  return question(text, buttons)
}

/** The refusal in words, and the items with a code like the one typed. */
function noSuchItem({ actor, texts: t }: Context, item: string, options: readonly Choice[]): Reply {
  const text = t.refusals['no-such-item']({ item })
  const buttons = options.filter(({ intent }) => may(actor, intent.kind))
  const near = [
    { kind: 'text', text: t.help.nearest },
    { kind: 'buttons', buttons },
  ] as const
  const said = { kind: 'text', text, tone: 'warning' } as const
  return { kind: 'message', message: { text, blocks: buttons.length === 0 ? [said] : [said, ...near] } }
}

const plainly = (text: string): Message => ({ text, blocks: [{ kind: 'text', text, tone: 'warning' }] })

const question = (text: string, buttons: readonly Button[]): Reply => ({
  kind: 'message',
  message: {
    text,
    blocks: [
      { kind: 'text', text },
      { kind: 'buttons', buttons },
    ],
  },
})
