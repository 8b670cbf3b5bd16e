import type { Db } from '../../database/db.ts'
import { fileText } from '../../texts/file-text.ts'
import type { FileWords } from '../../texts/file-words.ts'
import { type Exported, wordOf } from '../sheets/exported.ts'

/** Ministries and localities with what became of them, as `importUnits` takes them back without a change. */
export async function exportUnits(db: Db, words: FileWords): Promise<Exported> {
  const units = await db.unit.findMany({
    include: { successor: { select: { name: true } } },
    orderBy: [{ kind: 'desc' }, { name: 'asc' }],
  })
  const text = (value: string | null) => (value === null ? '' : fileText(value))
  const rows = units.map((unit) => [
    text(unit.name),
    wordOf(words.kinds, unit.kind),
    text(unit.shortNames),
    unit.fromDay ?? '',
    unit.toDay ?? '',
    text(unit.successor?.name ?? null),
    text(unit.source),
  ])
  return { columns, rows }
}

const columns = [
  { name: 'name', width: 36 },
  { name: 'kind', width: 14 },
  { name: 'short_names', width: 20 },
  { name: 'from', width: 12 },
  { name: 'to', width: 12 },
  { name: 'successor', width: 36 },
  { name: 'source', width: 48 },
]
