import { allFileWords, fileWordsFor } from '../../texts/file-words.ts'
import { fold } from '../../texts/fold.ts'
import { checkRows, type GoodRow, problem } from '../sheets/check-rows.ts'
import { FileRefused } from '../sheets/file-refused.ts'
import type { ImportOptions, Problem } from '../sheets/report.ts'
import { type Sheet, unguarded } from '../sheets/sheet.ts'
import { PlanRow, planColumns, readQuarter } from './plan-row.ts'

/** What is stored of plans, for what a sheet leaves out. */
export type StoredPlans = readonly {
  readonly year: number
  readonly title: string
  readonly titleEn: string | null
  readonly items: readonly { readonly key: string; readonly title: string }[]
  readonly units: readonly { readonly name: string; readonly kind: string }[]
}[]

/** A plan in the form of its JSON file, not yet checked, with the rows in which its parts stand. */
export type PlanOfSheet = {
  readonly file: unknown
  readonly teams: readonly { readonly key: string; readonly name: string }[]
  readonly problems: readonly Problem[]
  readonly itemRows: readonly number[]
  readonly unitRows: readonly number[]
}

/**
 * Makes a plan of a sheet with an item in each row. The year and the title are in a row of their own (`part`), or in what
 * stands above the headings; the title of a year whose plan is stored need not be said again. Rows of units and teams are
 * `part`s as well; a sheet without any leaves the units that are to be inspected as they are stored. An item without a key
 * is the stored one of that title, else it gets the year and the next free number. Refuses a sheet whose year cannot be told.
 */
export function planFromSheet(sheet: Sheet, stored: StoredPlans, options: ImportOptions) {
  const checked = checkRows(unguarded(sheet), planColumns, PlanRow, options)
  if (!checked.usable) return { checked, plan: undefined }
  const by = Map.groupBy(checked.good, ({ value }) => value.part)
  const problems: Problem[] = []
  const [head, ...heads] = by.get('plan') ?? []
  for (const row of heads)
    problems.push(problem(row.number, row.cells, 'part', 'the plan itself stands in a row before'))
  const year = yearOf(sheet, head, by.get('item') ?? [], options.year)
  const known = stored.find((one) => one.year === year)
  const title = head?.value.title ?? titleAbove(sheet) ?? known?.title
  if (title === undefined)
    throw new FileRefused(
      `${sheet.file}: the plan has no title; write it above the headings, beginning with ${allFileWords.map(({ plans }) => `"${plans[0]}"`).join(' or ')}`,
    )
  const units = [...(by.get('ministry') ?? []), ...(by.get('locality') ?? [])]
  const names = (kind: 'ministry' | 'locality') =>
    units.length > 0
      ? (by.get(kind) ?? []).map(({ value }) => value.title)
      : (known?.units ?? []).filter((unit) => unit.kind === kind).map(({ name }) => name)
  const rows = by.get('item') ?? []
  const keys = keysOf(rows, year, known, stored)
  const items = rows.map((row, at) => {
    const { type, title: name, type_en, title_en, agency, note } = row.value
    if ((type ?? null) === null)
      problems.push(problem(row.number, row.cells, 'type', 'is empty: what kind of document or work is it?'))
    const quarter = quarterOf(row, year, problems)
    const more = { typeEn: type_en, titleEn: title_en, quarter, draftingAgency: agency, note }
    return { key: keys[at], type: type ?? '?', title: name, ...given(more) }
  })
  const titleEn = head === undefined ? known?.titleEn : head.value.title_en
  const plan: PlanOfSheet = {
    file: {
      plan: { title, ...given({ titleEn }), year },
      items,
      inspections: { ministries: names('ministry'), localities: names('locality') },
    },
    teams: (by.get('team') ?? []).map(({ value }) => ({ key: value.key ?? value.title, name: value.title })),
    problems,
    itemRows: rows.map(({ number }) => number),
    unitRows: units.map(({ number }) => number),
  }
  return { checked, plan }
}

/** Without what is not stated. */
const given = (fields: Readonly<Record<string, string | null | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

function quarterOf(row: GoodRow<PlanRow>, year: number, problems: Problem[]): string | null {
  const { quarter = null } = row.value
  if (quarter === null) return null
  const read = readQuarter(quarter)
  if (read !== undefined) return `${read.year ?? year}-Q${read.number}`
  const reason = `is no quarter: write ${fileWordsFor('vi').quarters[0]} II/${year} or ${year}-Q2; a month or a day belongs in the note`
  problems.push(problem(row.number, row.cells, 'quarter', reason))
  return null
}

/** The plan's year: its own row's, what somebody says, the one year above the headings, the one of all quarters. */
function yearOf(
  sheet: Sheet,
  head: GoodRow<PlanRow> | undefined,
  items: readonly GoodRow<PlanRow>[],
  said: number | undefined,
): number {
  const stated = /^\s*(\d{4})\s*$/.exec(head?.value.quarter ?? '')?.[1]
  if (stated !== undefined) return Number(stated)
  if (said !== undefined) return said
  const inTitle = new Set(yearsIn(titleAbove(sheet) ?? ''))
  const inQuarters = new Set(items.flatMap(({ value }) => readQuarter(value.quarter ?? '')?.year ?? []))
  for (const years of [inTitle, inQuarters]) {
    const [year, ...others] = years
    if (year !== undefined && others.length === 0) return Number(year)
  }
  throw new FileRefused(
    `${sheet.file}: which year's plan it is cannot be told; write it into the title above the headings, or give --year`,
  )
}

const yearsIn = (text: string): readonly string[] => text.match(/(?<!\d)(?:19|20|21)\d{2}(?!\d)/g) ?? []

const beginnings = allFileWords.flatMap(({ plans }) => plans.map(fold))

/** Of what stands above the headings the first that begins as plans are called. */
const titleAbove = (sheet: Sheet): string | undefined =>
  sheet.titles?.find((text) => beginnings.some((begins) => `${fold(text)} `.startsWith(`${begins} `)))

function keysOf(
  rows: readonly GoodRow<PlanRow>[],
  year: number,
  known: StoredPlans[number] | undefined,
  stored: StoredPlans,
): readonly string[] {
  const taken = new Set(stored.flatMap(({ items }) => items.map(({ key }) => key)))
  const byTitle = Map.groupBy(known?.items ?? [], ({ title }) => fold(title))
  for (const { value } of rows) if (typeof value.key === 'string') taken.add(value.key)
  let last = 0
  return rows.map(({ value }) => {
    if (typeof value.key === 'string') return value.key
    const [item, ...others] = byTitle.get(fold(value.title)) ?? []
    if (item !== undefined && others.length === 0) return item.key
    do last += 1
    while (taken.has(`${year}-${last}`))
    return `${year}-${last}`
  })
}
