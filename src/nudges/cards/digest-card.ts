import { dayIn, timeIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button, Item, Message } from '../../contract/message.ts'
import { openPageButton } from '../../conversation/open-page.ts'
import { progressWords } from '../../opinions/known-remarks/count-answered.ts'
import type { Digest } from '../digest/read-digest.ts'
import type { DigestVisit } from '../digest/read-visits-digest.ts'

/** Lines of one list, at the most: a message has to stay readable on every platform. */
const mostLines = 20
/** Rounds with a button of their own. */
const mostButtons = 5

type Reading = Pick<Context, 'zone' | 'now' | 'texts'>

/** The digest as coordinators get it: every open round, what closes soon, what is overdue, and who is not reached. */
export function digestCard(ctx: Reading, digest: Digest): Message {
  const { texts: t } = ctx
  const { rounds, closing, overdueItems, answering, unreachable, visits } = digest
  const missing = rounds.filter((round) => round.missing > 0).slice(0, mostButtons)
  const urged = new Set(missing.map(({ id }) => id))
  const deadline = (at: Date) => t.deadline(at, ctx.zone)
  const heading = { text: summaryOf(ctx, digest), title: t.digest.title(t.moment(ctx.now, ctx.zone)) }
  const lists = [
    list(
      ctx,
      t.digest.rounds(rounds.length),
      rounds.map((round): Item => {
        const text = t.digest.round(round.title, round, deadline(round.dueAt))
        if (!urged.has(round.id)) return text
        const label = t.buttons.remind(round.missing)
        return {
          text,
          own: { row: round.item, buttons: [{ label, intent: { kind: 'reminder.preview', round: round.id } }] },
        }
      }),
    ),
    list(
      ctx,
      t.digest.closing(closing.length),
      closing.map(({ title, dueAt }) => t.digest.closes(title, deadline(dueAt))),
    ),
    list(
      ctx,
      t.digest.overdueItems(overdueItems.length),
      overdueItems.map(({ key, title, quarter }) => t.digest.item(key, title, t.quarter(quarter))),
    ),
    list(
      ctx,
      t.digest.answering(answering.length),
      answering.map(
        ({ id, item, title, dueAt, ...progress }): Item => ({
          text: t.digest.answers(title, progressWords(t, progress), deadline(dueAt), dueAt <= ctx.now),
          own: { row: item, buttons: [{ label: t.answers.readButton, intent: { kind: 'answer.list', round: id } }] },
        }),
      ),
    ),
    list(ctx, t.digest.visits.coming(visits.coming.length), visitLines(ctx, visits.coming)),
    list(ctx, t.digest.visits.unreported(visits.unreported.length), visitLines(ctx, visits.unreported)),
    list(
      ctx,
      t.digest.unreachable(unreachable.length),
      unreachable.map(({ name, organisation, why, items }) => {
        const about = items.length === 0 ? '' : ` (${t.list(items)})`
        return t.digest.unreachablePerson(
          t.digest.who(name, organisation === null ? null : t.called(organisation)),
          t.digest.unreachableWhy[why] + about,
        )
      }),
    ),
  ]
  const lacking = visits.unassigned + visits.undated > 0
  const quiet = rounds.length === 0 && overdueItems.length === 0 && answering.length === 0
  return {
    ...heading,
    blocks: [
      ...(quiet ? [{ kind: 'text', text: t.digest.nothing } as const] : []),
      ...lists.flat(),
      ...(lacking ? [{ kind: 'text', text: t.digest.visits.units(visits.unassigned, visits.undated) } as const] : []),
      ...(rounds.length > 0 ? [{ kind: 'text', text: t.board.notAdoption, tone: 'subtle' } as const] : []),
      // Last, since a platform that has to shorten a message keeps the buttons that end it.
      {
        kind: 'buttons',
        buttons: [status(ctx), ...(lacking ? [overview(ctx)] : []), openPageButton(t, { page: 'today' })],
      },
    ],
  }
}

const visitLines = ({ texts: t, zone }: Reading, visits: readonly DigestVisit[]): readonly string[] =>
  visits.map(({ visit, team, unit, starts, confirmed }) => {
    const when = t.schedule.when(dayIn(starts, zone), timeIn(starts, zone))
    return t.digest.visits.line(
      visit,
      t.called(team),
      t.called(unit),
      when,
      t.schedule.states[confirmed ? 'confirmed' : 'planned'],
    )
  })

/** The digest in five lines and without a name, as the chair gets it. */
export function shortDigest(ctx: Reading, digest: Digest): Message {
  const { texts: t } = ctx
  const { closing, overdueItems, unreachable, rounds } = digest
  const { answered, total, missing, overdue } = sums(digest)
  const [nearest] = closing
  const next = nearest === undefined ? undefined : t.deadline(nearest.dueAt, ctx.zone)
  const lines = [
    t.digest.short.rounds(rounds.length, answered, total),
    t.digest.short.missing(missing, overdue),
    t.digest.short.closing(closing.length, next),
    t.digest.short.overdueItems(overdueItems.length),
    t.digest.short.unreachable(unreachable.length),
  ]
  return {
    text: summaryOf(ctx, digest),
    title: t.digest.title(t.moment(ctx.now, ctx.zone)),
    blocks: [
      { kind: 'text', text: lines.join('\n') },
      { kind: 'buttons', buttons: [status(ctx), openPageButton(t, { page: 'today' })] },
    ],
  }
}

function summaryOf({ texts: t }: Reading, digest: Digest): string {
  const { missing, overdue } = sums(digest)
  return t.digest.summary(digest.rounds.length, missing, overdue)
}

function sums({ rounds }: Digest) {
  const sum = (of: 'answered' | 'total' | 'missing' | 'overdue') => rounds.reduce((all, round) => all + round[of], 0)
  return { answered: sum('answered'), total: sum('total'), missing: sum('missing'), overdue: sum('overdue') }
}

function list({ texts: t }: Reading, heading: string, lines: readonly Item[]): readonly Block[] {
  if (lines.length === 0) return []
  const left = lines.length - mostLines
  const items = left > 0 ? [...lines.slice(0, mostLines), t.digest.more(left)] : lines
  return [
    { kind: 'text', text: heading, tone: 'strong' },
    { kind: 'list', items },
  ]
}

const overview = ({ texts: t }: Reading): Button => ({ label: t.overview.button, intent: { kind: 'overview.show' } })

const status = ({ texts: t }: Reading): Button => ({ label: t.buttons.status, intent: { kind: 'status.show' } })
