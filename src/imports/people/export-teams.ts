import type { Db } from '../../database/db.ts'
import { isDropped } from '../../inspection-teams/duty-spans.ts'
import { fileText } from '../../texts/file-text.ts'
import type { FileWords } from '../../texts/file-words.ts'
import { type Exported, wordOf } from '../sheets/exported.ts'

/**
 * Who sits on which team and since when, as `importTeams` takes it back without a change. A duty that was dropped before it
 * began is not said. `left` counts the teams on which nobody sits, of which such a file cannot tell.
 */
export async function exportTeams(db: Db, words: FileWords): Promise<Exported & { readonly left: number }> {
  const teams = await db.team.findMany({
    include: { duties: { include: { person: { select: { key: true, name: true } } }, orderBy: { id: 'asc' } } },
  })
  const numeric = new Intl.Collator('vi', { numeric: true })
  const rows = teams
    .toSorted((one, other) => numeric.compare(one.key, other.key))
    .map((team) =>
      team.duties
        .filter((held) => !isDropped(held))
        .toSorted(
          (one, other) => one.duty.localeCompare(other.duty) || numeric.compare(one.person.key, other.person.key),
        )
        .map(({ person, duty, fromDay, toDay }) => [
          team.key,
          fileText(team.name),
          person.key,
          fileText(person.name),
          wordOf(words.duties, duty),
          fromDay ?? '',
          toDay ?? '',
        ]),
    )
  return { columns, rows: rows.flat(), left: rows.filter((some) => some.length === 0).length }
}

const columns = [
  { name: 'team', width: 8 },
  { name: 'name', width: 28 },
  { name: 'person', width: 14 },
  { name: 'person_name', width: 28 },
  { name: 'duty', width: 16 },
  { name: 'from', width: 12 },
  { name: 'to', width: 12 },
]
