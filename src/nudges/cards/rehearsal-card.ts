import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import type { Rehearsed } from '../rehearsal/played.ts'

/** Lines a page: each may name many people. */
const perPage = 10

/** More people than these are told by their organisation alone, or their short list would fill the screen. */
const inFull = 3

/** Names of one line, at the most. */
const mostNames = 30

/** A person's name, and the shorter thing by which a table calls them. */
export type Names = { readonly full: (id: string) => string; readonly short: (id: string) => string }

/** What a rehearsal was asked. */
export type Span = { readonly from: string; readonly to: string; readonly assume: boolean }

/** Messages of one moment, kind and subject, with everybody who would get one. */
type Line = { readonly first: Rehearsed; readonly people: readonly string[] }

/** A page of the messages that would go out: those of one moment about the same thing make one line. */
export function rehearsalCard(
  ctx: Context,
  messages: readonly Rehearsed[],
  nameOf: Names,
  span: Span,
  page: number,
): Message {
  const { texts: t } = ctx
  const r = t.rehearse
  const title = r.title(t.day(span.from), t.day(span.to))
  const people = new Set(messages.map((one) => one.person)).size
  const said = messages.length === 0 ? r.none : r.summary(messages.length, people)
  const lines = linesOf(messages)
  const pages = Math.max(1, Math.ceil(lines.length / perPage))
  const at = Math.min(page, pages - 1)
  const table: Block = {
    kind: 'table',
    columns: [r.when, r.what, r.why, r.who],
    rows: lines
      .slice(at * perPage, (at + 1) * perPage)
      .map(({ first, people: who }) => [
        t.moment(first.at, ctx.zone),
        `${whatOf(ctx, first)}${first.assumed ? ` (${r.assumed})` : ''}`,
        whyOf(ctx, first),
        who.length <= inFull
          ? t.list(who.map(nameOf.full))
          : `${r.people(who.length)}: ${shortList(t, who.map(nameOf.short))}`,
      ]),
  }
  return {
    text: `${title}. ${said}`,
    title,
    blocks: [
      { kind: 'text', text: said, tone: 'strong' },
      { kind: 'text', text: span.assume ? `${r.note} ${r.assumedNote}` : r.note, tone: 'subtle' },
      ...(lines.length === 0 ? [] : [table]),
      ...(pages > 1 ? [{ kind: 'text', text: t.page(at + 1, pages), tone: 'subtle' } as const] : []),
      { kind: 'buttons', buttons: turning(ctx, span, at, pages) },
    ],
  }
}

/** All names where they are few, else the first of them and how many more there are. */
function shortList(t: Context['texts'], names: readonly string[]): string {
  const over = names.length - mostNames
  return over > 0 ? `${names.slice(0, mostNames).join(', ')} ${t.round.others(over)}` : t.list(names)
}

/** What it is: the kind and the items or visits. */
function whatOf({ texts: t }: Pick<Context, 'texts'>, { kind, about, visits = [] }: Rehearsed): string {
  const items = t.list([...about.map(({ item }) => item), ...visits.map(({ visit }) => visit)])
  return items === '' ? t.rehearse.kinds[kind] : `${t.rehearse.kinds[kind]}: ${items}`
}

/** By which rule it goes out then. */
export function whyOf({ texts: t }: Pick<Context, 'texts'>, { kind, about, visits = [], step }: Rehearsed): string {
  switch (kind) {
    case 'answers':
    case 'nudge':
      return t.list([
        ...new Set(
          about.map((one) => {
            const why = stepOf(t, one.step ?? '')
            return one.for === undefined ? why : t.rehearse.toDelegate(why)
          }),
        ),
      ])
    case 'visit':
      return t.list([...new Set(visits.map((one) => visitStepOf(t, one.step)))])
    case 'upcoming':
      return step === 'quarter-start' ? t.rehearse.quarterStart : t.rehearse.beforeQuarter(daysOf(step ?? ''))
    default:
      return t.rehearse.whys[kind]
  }
}

function stepOf(t: Context['texts'], step: string): string {
  if (step.startsWith('T-')) return t.rehearse.before(daysOf(step))
  return step.startsWith('T+') ? t.rehearse.overdue(daysOf(step)) : t.rehearse.snoozed(t.day(step))
}

const visitStepOf = (t: Context['texts'], step: string): string =>
  step === 'report' ? t.rehearse.visitReport : t.rehearse.beforeVisit(daysOf(step))

const daysOf = (step: string): number => Number(step.slice(2))

function linesOf(messages: readonly Rehearsed[]): readonly Line[] {
  const same = ({ at, kind, about, visits, step, assumed }: Rehearsed) =>
    JSON.stringify([at, kind, about, visits, step, assumed])
  return [...Map.groupBy(messages, same).values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ first, people: group.map((one) => one.person) }]
  })
}

function turning({ texts: t }: Context, span: Span, at: number, pages: number): readonly Button[] {
  const turn = (label: string, page: number): Button => ({ label, intent: { kind: 'rehearsal.show', ...span, page } })
  return [
    ...(at > 0 ? [turn(t.buttons.previousPage, at - 1)] : []),
    ...(at < pages - 1 ? [turn(t.buttons.nextPage, at + 1)] : []),
    { label: t.rehearse.again, intent: { kind: 'rehearsal.show.form' } },
  ]
}
