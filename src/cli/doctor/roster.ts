import { mustHear, optionOf, type Platforms } from '../../contract/platform.ts'
import type { Db } from '../../database/db.ts'
import { takesMessages } from '../../outbox/accounts.ts'
import type { Config } from '../../server/config.ts'
import { count, type Finding, ok, warn, wrong } from './finding.ts'

/** Whether made-up people stand where real ones can be written to. */
export async function readSample(db: Db, config: Pick<Config, 'demo'>): Promise<Finding> {
  const [sample, real] = await Promise.all([
    db.person.count({ where: { sample: true } }),
    db.person.count({ where: { sample: false } }),
  ])
  const fresh = 'use a new database (another DATABASE_URL) and import the real people and plan into it'
  if (sample === 0) return ok('sample', 'no sample data')
  if (!config.demo) return wrong('sample', `${count(sample, 'sample seat')} where others can reach it`, fresh)
  if (real > 0)
    return warn('sample', `${count(sample, 'sample seat')} beside ${count(real, 'person', 'people')} imported`, fresh)
  return ok('sample', `the sample committee, ${count(sample, 'seat')}`)
}

/** Whether somebody can open rounds, somebody can be asked, and the notifications reach them. `today` in the committee's zone. */
export async function readRoster(
  db: Db,
  today: string,
  configured: readonly string[],
  platforms: Platforms,
): Promise<readonly Finding[]> {
  const held = { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const people = await db.person.findMany({
    where: { roles: { some: held } },
    select: {
      roles: { where: held, select: { role: true } },
      accounts: { select: { platform: true, unreachable: true, conversation: true } },
    },
  })
  const holding = (role: string) => people.filter((person) => person.roles.some((one) => one.role === role)).length
  const mend = (role: string) => `import people with the role ${role} that is held today: import people FILE`
  const [coordinators, members] = [holding('coordinator'), holding('member')]
  return [
    coordinators > 0
      ? ok('coordinators', count(coordinators, 'coordinator'))
      : wrong('coordinators', 'nobody is a coordinator today: rounds cannot be opened in chat', mend('coordinator')),
    members > 0
      ? ok('members', count(members, 'member'))
      : wrong('members', 'nobody is a member today: nobody can be asked', mend('member')),
    accounts(people, configured, platforms),
  ]
}

type Reach = { readonly accounts: readonly Parameters<typeof takesMessages>[0][] }

function accounts(people: readonly Reach[], configured: readonly string[], platforms: Platforms): Finding {
  const names = configured.length === 0 ? ['web'] : configured
  const where = names.join(' or ')
  const takes = (account: Parameters<typeof takesMessages>[0]) => takesMessages(account, mustHear(platforms))
  const mine = people.map((person) => person.accounts.filter((account) => names.includes(account.platform)))
  const unlinked = mine.filter((list) => list.length === 0).length
  const refused = mine.filter((list) => list.length > 0 && !list.some(takes)).length
  if (unlinked + refused === 0) return ok('accounts', `everybody with a role today can be written to on ${where}`)
  return warn(
    'accounts',
    `of ${count(people.length, 'person', 'people')} with a role today, ${unlinked} not linked on ${where} and ${refused} unreachable there`,
    `see people unlinked; then people link KEY ${linked(configured, platforms)}, people link --by-email, or people invite KEY`,
  )
}

/** The options of the platforms that are set up, or of all while none is. */
const linked = (configured: readonly string[], platforms: Platforms) =>
  platforms
    .filter(({ name }) => configured.length === 0 || configured.includes(name))
    .map(optionOf)
    .join(' or ')
