import { addDays, dayIn, timeIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'
import type { Digest } from '../../nudges/digest/read-digest.ts'

const week = 7
const weekMs = week * 24 * 60 * 60 * 1000

/** The deadlines and visits of the seven days from today on, in their order. */
export function thisWeek(ctx: Context, { rounds, visits }: Digest): Section {
  const { texts: t, now, zone } = ctx
  const until = addDays(dayIn(now, zone), week)
  const entries = [
    ...rounds
      .filter(({ dueAt }) => dueAt > now && dayIn(dueAt, zone) < until)
      .map(({ id, title, dueAt }) => ({
        moment: dueAt,
        text: t.desk.today.closes(timeIn(dueAt, zone), title),
        place: { page: 'round', round: id } as const,
      })),
    ...visits.coming.map(({ team, unit, starts }) => ({
      moment: starts,
      text: t.desk.today.visit(timeIn(starts, zone), t.called(team), t.called(unit)),
      place: { page: 'visits', month: dayIn(starts, zone).slice(0, 7) } as const,
    })),
  ].sort((one, other) => one.moment.getTime() - other.moment.getTime())
  return {
    id: 'this-week',
    title: t.desk.today.week,
    parts:
      entries.length === 0
        ? [{ kind: 'text', text: t.desk.today.quietWeek, tone: 'subtle' }]
        : [
            {
              kind: 'timeline',
              entries: entries.map(({ moment, ...entry }) => ({ ...entry, at: t.dayWithWeekday(dayIn(moment, zone)) })),
            },
          ],
  }
}

/** What became of the messages of the last seven days, in three numbers. */
export async function messagesSent(ctx: Context): Promise<Section> {
  const { texts: t, db, now } = ctx
  const groups = await db.outbox.groupBy({
    by: ['status'],
    where: { kind: 'send', createdAt: { gte: new Date(now.getTime() - weekMs) } },
    _count: { _all: true },
  })
  const count = (...wanted: readonly string[]) =>
    groups.reduce((all, { status, _count }) => all + (wanted.includes(status) ? _count._all : 0), 0)
  const parts = [
    { mark: 'agree' as const, label: t.desk.sent.sent, count: count('sent') },
    { mark: 'none' as const, label: t.desk.sent.waiting, count: count('waiting', 'sending') },
    { mark: 'other' as const, label: t.desk.sent.unsure, count: count('unsure') },
    { mark: 'oppose' as const, label: t.desk.sent.lost, count: count('unreachable', 'failed', 'dropped') },
  ]
  const shown = parts.filter((part) => part.count > 0)
  const label = t.list(shown.map((part) => t.desk.counted(part.label, part.count)))
  return {
    id: 'sent',
    title: t.desk.today.sent,
    note: { text: t.desk.today.sevenDays, tone: 'subtle' },
    parts:
      shown.length === 0
        ? [{ kind: 'text', text: t.desk.today.noneSent, tone: 'subtle' }]
        : [{ kind: 'bar', bar: { label, parts: shown }, legend: true }],
  }
}
