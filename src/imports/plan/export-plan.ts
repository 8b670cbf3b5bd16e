import type { Db } from '../../database/db.ts'
import { formatQuarter } from '../../texts/dates.ts'
import { fileText } from '../../texts/file-text.ts'
import type { FileWords } from '../../texts/file-words.ts'
import type { Locale } from '../../texts/texts.ts'
import { type Exported, wordOf } from '../sheets/exported.ts'

/**
 * A year's plan as a sheet that `importPlan` takes back without a change: the plan itself, its items, the units that are to
 * be inspected, the teams. Undefined where there is no plan of that year; without a year it is the newest.
 */
export async function exportPlan(
  db: Db,
  year: number | undefined,
  words: FileWords,
  locale: Locale,
): Promise<(Exported & { readonly year: number }) | undefined> {
  const plan = await db.plan.findFirst({
    ...(year === undefined ? {} : { where: { year } }),
    orderBy: { year: 'desc' },
    include: {
      items: { orderBy: { position: 'asc' } },
      units: { include: { unit: true }, orderBy: { position: 'asc' } },
    },
  })
  if (plan === null) return undefined
  const teams = await db.team.findMany({ select: { key: true, name: true } })
  const text = (value: string | null) => (value === null ? '' : fileText(value))
  const part = (name: keyof FileWords['parts']) => words.parts[name][0]
  const numeric = new Intl.Collator('vi', { numeric: true })
  const rows = [
    [part('plan'), '', '', '', text(plan.title), text(plan.titleEn), String(plan.year), '', ''],
    ...plan.items.map((item) => [
      part('item'),
      item.key,
      text(item.type),
      text(item.typeEn),
      text(item.title),
      text(item.titleEn),
      item.quarter === null ? '' : formatQuarter(item.quarter, locale),
      text(item.draftingAgency),
      text(item.note),
    ]),
    ...plan.units.map(({ unit }) => [wordOf(words.parts, unit.kind), '', '', '', text(unit.name), '', '', '', '']),
    ...teams
      .toSorted((one, other) => numeric.compare(one.key, other.key))
      .map(({ key, name }) => [part('team'), key, '', '', text(name), '', '', '', '']),
  ]
  return { columns, rows, year: plan.year }
}

const columns = [
  { name: 'part', width: 20 },
  { name: 'key', width: 12 },
  { name: 'type', width: 16 },
  { name: 'type_en', width: 16 },
  { name: 'title', width: 60 },
  { name: 'title_en', width: 60 },
  { name: 'quarter', width: 14 },
  { name: 'agency', width: 32 },
  { name: 'note', width: 40 },
]
