import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Line, Section } from '../../contract/page.ts'
import type { Digest, Unreached } from '../../nudges/digest/read-digest.ts'
import { progressWords } from '../../opinions/known-remarks/count-answered.ts'
import { answersBar } from '../parts/answers-bar.ts'
import { dueWords } from '../parts/due-words.ts'
import { moveRequests } from '../parts/move-requests.ts'
import { toPublish } from './to-publish.ts'

/** How many lines of one kind are shown; how many more there are is said. */
const most = 8

/** What waits for a coordinator: requests to move a visit, people whom no message reaches, items without a round, reports that are missing. */
export async function toDecide(ctx: Context, digest: Digest): Promise<readonly Section[]> {
  const { texts: t, actor } = ctx
  const coordinates = actor.roles.has('coordinator')
  const [[requests, count], publish] = coordinates
    ? await Promise.all([moveRequests(ctx, most), toPublish(ctx)])
    : [[[], 0] as const, []]
  const overdue = digest.overdueItems.map(
    ({ key, title, quarter }): Line => ({
      name: key,
      text: title,
      small: [t.desk.today.noRound(t.quarter(quarter))],
      buttons: coordinates ? [{ label: t.buttons.openRound, intent: { kind: 'round.propose.form', item: key } }] : [],
    }),
  )
  const reports = digest.visits.unreported.map(
    ({ visit, team, unit }): Line => ({
      name: visit,
      text: t.desk.today.unreported(visit, t.called(unit)),
      small: [t.called(team)],
      buttons: [{ label: t.visits.show, intent: { kind: 'visit.show', number: Number(visit.slice('KT-'.length)) } }],
    }),
  )
  const answering = digest.answering.map((one): Line => {
    // Waited for until they come, as late opinions are.
    const { text, pill } = dueWords(ctx, { state: 'open', dueAt: one.dueAt, late: 'accept', silence: 'none' })
    return {
      name: one.item,
      text: one.title,
      place: { page: 'remarks', round: one.id },
      small: [text, progressWords(t, one)],
      ...(pill === undefined ? {} : { pill }),
      bar: answersBar(ctx, one),
    }
  })
  return [
    ...section(t.desk.today.decide, 'decide', requests, count, t.digest.more),
    ...section(
      t.desk.today.unreachable,
      'unreachable',
      digest.unreachable.map((one) => unreached(ctx, one)),
      digest.unreachable.length,
      t.digest.more,
    ),
    ...section(t.desk.today.publish, 'publish', publish, publish.length, t.digest.more),
    ...section(t.desk.today.answering, 'answering', answering, answering.length, t.digest.more),
    ...section(t.desk.today.overdueItems, 'overdue-items', overdue, overdue.length, t.digest.more),
    ...section(t.desk.today.reports, 'reports', reports, reports.length, t.digest.more),
  ]
}

function unreached({ texts: t, actor }: Context, { key, name, organisation, why, items }: Unreached): Line {
  const link = { label: t.buttons.access, intent: { kind: 'access.make.form' } } as const
  const [item] = items
  const remind: Button = {
    label: t.desk.today.remindOne,
    intent: { kind: 'reminder.preview', ...(item === undefined ? {} : { item }), people: [key] },
  }
  return {
    name: key,
    text: t.digest.who(name, organisation === null ? null : t.called(organisation)),
    small: [t.digest.unreachableWhy[why], ...(items.length === 0 ? [] : [t.list(items)])],
    buttons: !actor.roles.has('coordinator') ? [] : item === undefined ? [link] : [remind],
  }
}

function section(
  title: string,
  id: string,
  lines: readonly Line[],
  count: number,
  more: (n: number) => string,
): readonly Section[] {
  if (count === 0) return []
  const rest = count - Math.min(lines.length, most)
  return [
    {
      ...{ id, title },
      pill: { text: String(count), tone: 'warning' },
      parts: [
        { kind: 'lines', lines: lines.slice(0, most) },
        ...(rest > 0 ? [{ kind: 'text', text: more(rest), tone: 'subtle' } as const] : []),
      ],
    },
  ]
}
