import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Cell, Column, Part, TableRow } from '../../contract/page.ts'
import type { PersonWithSpans } from '../../conversation/picking/directories.ts'
import { takesMessages } from '../../outbox/accounts.ts'
import { platformCalled } from '../../people/accounts/platform-called.ts'
import { isRole } from '../../people/actor.ts'
import { type Days, type Names, whatFor } from './away.ts'
import type { Accounts } from './unreached.ts'

type Known = {
  readonly today: string
  readonly accounts: Accounts
  readonly days: Days
  readonly names: Names
}
type Duty = {
  readonly personId: string
  readonly duty: string
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly team: { readonly name: string }
}

/** These people, a row each: what they do here, how they are reached, leave, delegations, teams, and what can be done. */
export async function peopleTable(ctx: Context, people: readonly PersonWithSpans[], known: Known): Promise<Part> {
  const { desk } = ctx.texts
  const duties = await dutiesOf(ctx, people, known.today)
  const leaves = Map.groupBy(known.days.leaves, ({ personId }) => personId)
  const given = Map.groupBy(known.days.delegations, ({ personId }) => personId)
  const taken = Map.groupBy(known.days.delegations, ({ takerId }) => takerId)
  const { columns: c } = desk.people
  const rows = people.map((person) => {
    const delegations = [...(given.get(person.id) ?? []), ...(taken.get(person.id) ?? [])]
    const cells = [
      nameCell(ctx, person, known.today),
      rolesCell(ctx, person, known.today),
      accountsCell(ctx, person, known),
      leaveCell(ctx, leaves.get(person.id) ?? [], known.today),
      delegationsCell(ctx, person.id, delegations, known.names),
      teamsCell(ctx, duties.get(person.id) ?? []),
    ]
    return { name: person.name, cells, buttons: buttonsFor(ctx, person) }
  })
  const all: readonly Column[] = [
    { label: c.name },
    { label: c.roles },
    { label: c.accounts },
    { label: c.leave },
    { label: c.delegations },
    { label: c.teams, minor: true },
  ]
  // Leave, delegations and teams concern few: a column in which nothing stands takes the room of the others.
  const used = all.flatMap((_, at) => (at < 3 || rows.some(({ cells }) => cells[at]?.text !== '') ? [at] : []))
  return {
    kind: 'table',
    label: desk.people.name,
    columns: used.flatMap((at) => all[at] ?? []),
    rows: rows.map(({ cells, ...row }): TableRow => ({ ...row, cells: used.flatMap((at) => cells[at] ?? []) })),
  }
}

async function dutiesOf(
  { db }: Pick<Context, 'db'>,
  people: readonly { readonly id: string }[],
  today: string,
): Promise<ReadonlyMap<string, readonly Duty[]>> {
  const rows: readonly Duty[] = await db.duty.findMany({
    where: { personId: { in: people.map(({ id }) => id) }, OR: [{ toDay: null }, { toDay: { gte: today } }] },
    select: { personId: true, duty: true, fromDay: true, toDay: true, team: { select: { name: true } } },
    orderBy: [{ team: { key: 'asc' } }, { duty: 'asc' }],
  })
  // Somebody who was put on a team by mistake has a duty that ends before it begins.
  const real = rows.filter(({ fromDay, toDay }) => fromDay === null || toDay === null || fromDay <= toDay)
  return Map.groupBy(real, ({ personId }) => personId)
}

function nameCell({ texts: t }: Context, { name, title, organisation, spans }: PersonWithSpans, today: string): Cell {
  const ends = spans.flatMap(({ toDay }) => toDay ?? [])
  const hasLeft = spans.length > 0 && ends.length === spans.length && ends.every((day) => day < today)
  const body = organisation === null || name.includes(organisation) ? [] : [t.called(organisation)]
  return {
    text: name,
    small: [...(title == null ? [] : [t.called(title)]), ...body],
    ...(hasLeft ? { pill: { text: t.desk.people.left(t.day(ends.sort().at(-1) ?? '')), tone: 'plain' } } : {}),
  }
}

/** What they are today, and what they will be; how long, where that is limited. */
function rolesCell({ texts: t }: Context, { spans }: PersonWithSpans, today: string): Cell {
  const roleCalled = (role: string) => (isRole(role) ? t.roles[role] : role)
  const present = spans.filter(({ fromDay, toDay }) => fromDay <= today && (toDay === null || toDay >= today))
  const coming = spans.filter(({ fromDay, toDay }) => fromDay > today && (toDay === null || toDay >= fromDay))
  const limited = [...present.filter(({ toDay }) => toDay !== null), ...coming]
  return {
    text: t.list([...new Set(present.map(({ role }) => roleCalled(role)))]),
    small: limited.map(({ role, fromDay, toDay }) =>
      t.desk.people.limited(
        roleCalled(role),
        toDay === null ? t.teams.from(t.day(fromDay)) : t.leave.span(t.day(fromDay), t.day(toDay)),
      ),
    ),
  }
}

function accountsCell({ texts: t, mustHear }: Context, { id, spans }: PersonWithSpans, known: Known): Cell {
  const accounts = known.accounts.get(id) ?? []
  const called = (platform: string) => (platform === 'web' ? t.desk.people.web : platformCalled(platform))
  const taking = accounts.filter((account) => takesMessages(account, mustHear))
  const silent = accounts.filter((account) => !takesMessages(account, mustHear))
  const holds = spans.some(({ fromDay, toDay }) => fromDay <= known.today && (toDay === null || toDay >= known.today))
  return {
    text: t.list([...new Set(taking.map(({ platform }) => called(platform)))]),
    small: [...new Set(silent.map(({ platform }) => t.desk.people.silent(called(platform))))],
    ...(taking.length === 0 && holds ? { pill: { text: t.desk.people.notReached, tone: 'warning' } } : {}),
  }
}

function leaveCell({ texts: t }: Context, leaves: Days['leaves'], today: string): Cell {
  const spans = leaves.map(({ fromDay, toDay }) => t.leave.span(t.day(fromDay), t.day(toDay)))
  const isAway = leaves.some(({ fromDay }) => fromDay <= today)
  return {
    text: spans[0] ?? '',
    small: spans.slice(1),
    ...(isAway ? { pill: { text: t.desk.people.onLeave, tone: 'plain' } } : {}),
  }
}

function delegationsCell(ctx: Context, id: string, delegations: Days['delegations'], names: Names): Cell {
  const { texts: t } = ctx
  const words = delegations.flatMap((row) => [
    row.personId === id
      ? t.desk.people.given(names.get(row.takerId)?.name ?? '')
      : t.desk.people.taken(names.get(row.personId)?.name ?? ''),
    `${whatFor(ctx, row)}; ${t.delegation.span(t.day(row.fromDay), t.day(row.toDay))}`,
  ])
  return { text: words[0] ?? '', small: words.slice(1) }
}

function teamsCell({ texts: t }: Context, duties: readonly Duty[]): Cell {
  const words = duties.map(({ team, duty }) =>
    duty === 'leader' ? t.desk.people.leads(t.called(team.name)) : t.called(team.name),
  )
  return { text: words[0] ?? '', small: words.slice(1) }
}

function buttonsFor(ctx: Context, person: PersonWithSpans): readonly Button[] {
  const { texts: t, actor } = ctx
  // What coordinators alone may do for others; everybody may do it for themselves.
  if (!actor.roles.has('coordinator')) return []
  return [
    { label: t.access.link, intent: { kind: 'access.make.form', person: person.id } },
    { label: t.desk.people.leaveFor, intent: { kind: 'leave.save.form', person: person.id } },
  ]
}
