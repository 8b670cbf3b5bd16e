import type { DayExplanation } from '../../calendar/calendar.ts'
import type { DerivationStep } from '../../calendar/quarters.ts'
import type { Context } from '../../context.ts'
import type { Block, Message } from '../../contract/message.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'
import type { Explanation, Meaning, Nudged, Origin } from '../explain/explanation.ts'

/** Things of one day that a message tells; more it counts. */
const mostMeanings = 12
const mostItems = 20

type Reading = Pick<Context, 'texts' | 'zone' | 'calendar'>

/** An explanation in words: the day that was asked about, then each thing that falls on it, step by step. */
export function explainCard(
  ctx: Reading,
  title: string,
  { day, meanings }: Explanation,
  notes: readonly string[] = [],
): Message {
  const { texts: t } = ctx
  const asked = day === undefined ? [] : dayLines(ctx, day)
  const silent = meanings.length === 0 && notes.length === 0 ? [t.explain.nothing] : []
  const lines = [...asked, ...notes, ...silent]
  const blocks: readonly Block[] = [
    ...(lines.length === 0 ? [] : [paragraph(lines)]),
    ...meanings.slice(0, mostMeanings).flatMap((meaning) => meaningBlocks(ctx, meaning, meanings)),
    ...(meanings.length > mostMeanings ? [paragraph([t.explain.more(meanings.length - mostMeanings)])] : []),
  ]
  const [first = title] = [...lines, ...meanings.map((meaning) => heading(ctx, meaning))]
  return { text: first, title, blocks }
}

/** What a day is, by which source, and how sure that is. */
function dayLines(ctx: Reading, explanation: DayExplanation): readonly string[] {
  const { texts: t } = ctx
  const { from, to } = ctx.calendar
  return [
    dayLine(ctx, explanation),
    ...(explanation.entry?.provisional === true ? [t.explain.provisional] : []),
    ...(explanation.covered ? [] : [t.explain.notCovered(t.day(from), t.day(to))]),
  ]
}

function dayLine({ texts: t }: Reading, { day, why, entry }: DayExplanation): string {
  const shown = t.dayWithWeekday(day)
  if (entry === undefined) return why === 'weekend' ? t.explain.weekend(shown) : t.explain.weekday(shown)
  return t.explain[entry.kind](shown, t.locale === 'en' ? entry.nameEn : entry.name, entry.source)
}

function meaningBlocks(ctx: Reading, meaning: Meaning, all: readonly Meaning[]): readonly Block[] {
  const { texts: t } = ctx
  const strong: Block = { kind: 'text', text: heading(ctx, meaning), tone: 'strong' }
  switch (meaning.kind) {
    case 'quarter': {
      const named = meaning.items.slice(0, mostItems).map((item) => {
        const stands = item.dueAt === undefined ? '' : `, ${t.explain.stands(t.deadline(item.dueAt, ctx.zone))}`
        return `${item.key} (${titleOf(item, ctx)}${stands})`
      })
      const left = meaning.items.length - named.length
      const titles = left > 0 ? [...named, t.explain.moreItems(left)] : named
      const items = titles.length === 0 ? [] : [paragraph([t.explain.items(titles.join('; '))])]
      return [strong, steps(ctx, meaning.steps), ...items]
    }
    case 'deadline':
      return [
        strong,
        ...originBlocks(ctx, meaning, all),
        ...(meaning.nudges.length === 0
          ? []
          : [
              paragraph([t.explain.nudges]),
              { kind: 'list', items: meaning.nudges.map((one) => nudgeLine(ctx, one)) } as const,
            ]),
        {
          kind: 'buttons',
          buttons: [{ label: t.buttons.status, intent: { kind: 'board.show', round: meaning.round.id } }],
        },
      ]
    case 'nudge':
      return [strong, paragraph(nudgeLines(ctx, meaning))]
    case 'answers':
      return [
        strong,
        paragraph([t.explain.answersSet(t.moment(meaning.setAt, ctx.zone)), ...dayLines(ctx, meaning.day)]),
        ...(meaning.nudges.length === 0
          ? []
          : [
              paragraph([t.explain.answersNudges]),
              { kind: 'list', items: meaning.nudges.map((one) => nudgeLine(ctx, one)) } as const,
            ]),
      ]
    default:
      return meaning satisfies never
  }
}

function heading(ctx: Reading, meaning: Meaning): string {
  const { texts: t } = ctx
  if (meaning.kind === 'quarter') return t.explain.quarterRule(t.quarter(meaning.quarter))
  const { round } = meaning
  if (meaning.kind === 'answers')
    return t.explain.answers(titleOf(round.item, ctx), round.number, t.deadline(meaning.dueAt, ctx.zone))
  const say = meaning.kind === 'deadline' ? t.explain.deadline : t.explain.nudge
  return say(titleOf(round.item, ctx), round.number, t.deadline(round.dueAt, ctx.zone))
}

function originBlocks(
  ctx: Reading,
  { origin, day }: Extract<Meaning, { kind: 'deadline' }>,
  all: readonly Meaning[],
): readonly Block[] {
  const { texts: t } = ctx
  if (origin.rule === 'quarter-end') {
    const { quarter } = origin
    const kept = origin.moved ? [paragraph([t.explain.keptAsTold])] : []
    if (all.some((other) => other.kind === 'quarter' && other.quarter === quarter))
      return [paragraph([t.explain.isDefault(t.quarter(quarter))]), ...kept]
    return [paragraph([t.explain.quarterRule(t.quarter(quarter))]), steps(ctx, origin.steps), ...kept]
  }
  if (origin.rule === 'working-days')
    return [
      paragraph([t.workingDays.rule(origin.count)]),
      countedSteps(ctx, origin),
      ...(origin.moved ? [paragraph([t.explain.keptAsTold])] : []),
    ]
  const { when } = origin
  const at = when === undefined ? '' : t.moment(when.at, ctx.zone)
  const chosen = when === undefined ? t.explain.set : (when.change ? t.explain.changed : t.explain.setAtOpening)(at)
  return [
    paragraph([
      chosen,
      ...(origin.before === undefined ? [] : [t.explain.wasBefore(t.deadline(origin.before, ctx.zone))]),
      ...(origin.reason === undefined ? [] : [t.explain.reason(origin.reason)]),
      ...dayLines(ctx, day),
    ]),
  ]
}

/** From the opening to the last working day: weekends by their number, other days off each with its source. */
function countedSteps(ctx: Reading, { count, opened, counted }: Extract<Origin, { rule: 'working-days' }>): Block {
  const { texts: t } = ctx
  const { off, exchanged, covered, day } = counted
  const special = [...off.filter(({ entry }) => entry !== undefined), ...exchanged].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
  const weekends = off.filter(({ entry }) => entry === undefined).length
  const left = special.length - mostItems
  return {
    kind: 'list',
    items: [
      t.workingDays.opened(t.dayWithWeekday(opened)),
      ...(weekends === 0 ? [] : [t.workingDays.weekendsOff(weekends)]),
      ...special.slice(0, mostItems).map((one) => dayLine(ctx, one)),
      ...(left > 0 ? [t.workingDays.moreDays(left)] : []),
      ...(special.some(({ entry }) => entry?.provisional === true) ? [t.explain.provisionalAmong] : []),
      t.workingDays.last(count, t.dayWithWeekday(day)),
      ...(covered ? [] : [t.explain.notCovered(t.day(ctx.calendar.from), t.day(ctx.calendar.to))]),
    ],
  }
}

/** A derivation, one step a line. */
function steps(ctx: Reading, derivation: readonly DerivationStep[]): Block {
  const { texts: t } = ctx
  const rolled = derivation.some((step) => step.kind === 'rolledBack' || step.kind === 'rolledForward')
  const lines = derivation.flatMap((step): readonly string[] => {
    switch (step.kind) {
      case 'quarterEnd':
        return [t.explain.quarterEnds(t.dayWithWeekday(step.day))]
      case 'dayOff':
        return dayLines(ctx, step.explanation)
      case 'rolledBack':
        return [t.explain.rolledBack(t.dayWithWeekday(step.to))]
      case 'rolledForward':
        return [t.explain.rolledForward(t.dayWithWeekday(step.to))]
      case 'workingDay':
        // Named in the line before already; it says more where it is worked by an exchange, or beyond the calendar.
        return dayLines(ctx, step.explanation).slice(rolled && step.explanation.entry === undefined ? 1 : 0)
      default:
        return step satisfies never
    }
  })
  return { kind: 'list', items: lines }
}

/** The rule's day, what it moved back over, and where it came to stand. */
function nudgeLines(ctx: Reading, { step, passed }: Nudged): readonly string[] {
  const { texts: t } = ctx
  const rule = ruleOf(ctx, step.step)
  const [first, ...rest] = passed
  if (first === undefined) return [`${rule}: ${t.dayWithWeekday(step.ruleDay)}.`]
  const came = t.dayWithWeekday(step.day)
  const off = rest.filter((day) => !day.working)
  const early = passed.some((day) => day.working)
  return [
    `${rule}: ${dayLine(ctx, first)}`,
    ...off.map((day) => dayLine(ctx, day)),
    early ? t.explain.beforeHour(came) : t.explain.rolledBack(came),
  ]
}

/** The same in one line for the list of a whole ladder: days off in between are told to who asks for the day. */
const nudgeLine = (ctx: Reading, { step, passed }: Nudged): string =>
  nudgeLines(ctx, { step, passed: passed.filter((day, at) => at === 0 || day.working) }).join(' ')

/** `T-14`, `T-0` and `T+2` in words. */
function ruleOf({ texts: t }: Reading, step: string): string {
  const days = Number(step.slice(2))
  if (step.startsWith('T+')) return t.explain.after(days)
  return days === 0 ? t.explain.onTheDay : t.explain.before(days)
}

const paragraph = (lines: readonly string[]): Block => ({ kind: 'text', text: lines.join('\n') })
