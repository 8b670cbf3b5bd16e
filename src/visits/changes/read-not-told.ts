import type { Context } from '../../context.ts'
import type { Block } from '../../contract/message.ts'
import { ImportedNotification, importedSubject } from './known-versions.ts'

/** What may have become of a notification so that its reader does not know of the visit. */
const troubles = ['unsure', 'failed', 'unreachable'] as const
type Trouble = (typeof troubles)[number]

type Visit = { readonly id: string; readonly state: string; readonly team: { readonly id: string } }

/** Somebody of whom it is not certain that they were told of a visit as it stands, and why. */
type NotTold = { readonly name: string; readonly why: Trouble }

/**
 * Who sits or sat on the visit's team and whose last notification about it is in doubt, failed, or reached no account: for
 * coordinators, who would take them for told. By name.
 */
async function readNotTold(
  { db }: Pick<Context, 'db'>,
  { id: visit, state, team }: Visit,
): Promise<readonly NotTold[]> {
  const duties = await db.duty.findMany({
    // Whoever leads has answered where it is confirmed.
    where: { teamId: team.id, ...(state === 'confirmed' ? { duty: { not: 'leader' } } : {}) },
    select: { personId: true, person: { select: { name: true } } },
  })
  const names = new Map(duties.map(({ personId, person }) => [personId, person.name]))
  const rows = await db.outbox.findMany({
    where: { personId: { in: [...names.keys()] }, kind: 'send', subject: { in: [visit, importedSubject] } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { personId: true, key: true, letter: true, subject: true, status: true },
  })
  const last = new Map(rows.filter((row) => isAbout(row, visit)).map(({ personId, status }) => [personId, status]))
  return [...last]
    .flatMap(([personId, status]) => {
      const why = troubles.find((one) => one === status)
      return why === undefined ? [] : [{ name: names.get(personId) ?? '', why }]
    })
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'))
}

/** Reminders of the visit are none: who got one knows, and who did not was told before. */
function isAbout(
  row: { readonly key: string; readonly letter: string; readonly subject: string | null },
  visit: string,
) {
  if (row.subject === visit) return row.key.startsWith(`visit:${visit}:r`)
  const list = ImportedNotification.safeParse(JSON.parse(row.letter))
  return list.data?.visits.some((one) => one.visit === visit) === true
}

/** The same as it is shown; nothing where everybody was told, or the reader coordinates nothing. */
export async function notToldBlocks(ctx: Context, visit: Visit): Promise<readonly Block[]> {
  const { actor, texts } = ctx
  if (!actor.roles.has('coordinator') || visit.state === 'done') return []
  const people = await readNotTold(ctx, visit)
  if (people.length === 0) return []
  const { notTold } = texts.visits
  return [
    { kind: 'text', text: notTold.title(people.length), tone: 'warning' },
    { kind: 'list', items: people.map(({ name, why }) => `${name}: ${notTold.why[why]}`) },
  ]
}
