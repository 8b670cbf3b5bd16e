import type { Platforms } from '../../contract/platform.ts'
import type { Db } from '../../database/db.ts'
import { isRole } from '../../people/actor.ts'
import { fileText } from '../../texts/file-text.ts'
import type { FileWords } from '../../texts/file-words.ts'
import { type Exported, wordOf } from '../sheets/exported.ts'

/**
 * Everybody with their roles, as `importPeople` takes them back without a change: a row for each span of days in which
 * somebody holds roles. `left` counts those who never held any, of whom a roster cannot tell.
 */
export async function exportPeople(
  db: Db,
  platforms: Platforms,
  words: FileWords,
): Promise<Exported & { readonly left: number }> {
  const people = await db.person.findMany({
    orderBy: { key: 'asc' },
    include: { roles: { orderBy: [{ fromDay: 'asc' }, { role: 'asc' }] }, accounts: { orderBy: { id: 'asc' } } },
  })
  const text = (value: string | null) => (value === null ? '' : fileText(value))
  const rows = people.flatMap((person) => {
    const places = platforms.flatMap(({ name }) => {
      const account = person.accounts.find(({ platform }) => platform === name)
      return [account?.tenant ?? '', account?.user ?? '']
    })
    const spans = Map.groupBy(person.roles, ({ fromDay, toDay }) => JSON.stringify([fromDay, toDay]))
    return [...spans.values()].map((same) => [
      person.key,
      text(person.name),
      text(person.honorific),
      text(person.title),
      text(person.organisation),
      same.map(({ role }) => (isRole(role) ? words.roles[role][0] : role)).join('|'),
      text(person.email),
      person.locale === null ? '' : wordOf(words.languages, person.locale),
      text(person.timeZone),
      ...places,
      same[0]?.fromDay ?? '',
      same[0]?.toDay ?? '',
    ])
  })
  const accounts = platforms.flatMap(({ account: { columns } }) => [columns.tenant.name, columns.user.name])
  return {
    columns: [...before, ...accounts.map((name) => ({ name, width: 16 })), ...after],
    rows,
    left: without(people),
  }
}

const without = (people: readonly { readonly roles: readonly unknown[] }[]) =>
  people.filter(({ roles }) => roles.length === 0).length

const before = [
  { name: 'key', width: 14 },
  { name: 'name', width: 28 },
  { name: 'honorific', width: 12 },
  { name: 'title', width: 28 },
  { name: 'organisation', width: 32 },
  { name: 'role', width: 24 },
  { name: 'email', width: 28 },
  { name: 'locale', width: 12 },
  { name: 'time_zone', width: 18 },
]
const after = [
  { name: 'from', width: 12 },
  { name: 'to', width: 12 },
]
