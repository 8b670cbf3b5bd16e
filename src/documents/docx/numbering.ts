import { levelOf, type NumberedBy } from './styles.ts'
import { child, children, type Element, isOn, valOf } from './xml.ts'

type Level = {
  readonly start: number
  readonly format: string
  readonly text: string
  /** The level whose use starts it anew, from 1; 0 never, undefined any before it. */
  readonly restart: number | undefined
  readonly legal: boolean
  readonly style: string | undefined
}
type Abstract = {
  readonly levels: ReadonlyMap<number, Level>
  readonly styleLink: string | undefined
  readonly numStyleLink: string | undefined
}
type Override = { readonly start: number | undefined; readonly level: Level | undefined }
type Num = { readonly abstract: string; readonly overrides: ReadonlyMap<number, Override> }

export type Numbering = {
  readonly abstracts: ReadonlyMap<string, Abstract>
  readonly nums: ReadonlyMap<string, Num>
  /** What the lists of one abstract numbering have counted to, and which of them have begun. */
  readonly counters: Map<string, (number | undefined)[]>
  readonly begun: Set<string>
}

export function readNumbering(root: Element | undefined): Numbering {
  const abstracts = children(root, 'w:abstractNum').map((each): [string, Abstract] => [
    each.attributes['w:abstractNumId'] ?? '',
    {
      levels: readLevels(each),
      styleLink: valOf(each, 'w:styleLink'),
      numStyleLink: valOf(each, 'w:numStyleLink'),
    },
  ])
  const nums = children(root, 'w:num').map((each): [string, Num] => [
    each.attributes['w:numId'] ?? '',
    { abstract: valOf(each, 'w:abstractNumId') ?? '', overrides: readOverrides(each) },
  ])
  return { abstracts: new Map(abstracts), nums: new Map(nums), counters: new Map(), begun: new Set() }
}

const readLevels = (element: Element): ReadonlyMap<number, Level> =>
  new Map(children(element, 'w:lvl').map((level) => [levelOf(level.attributes['w:ilvl']) ?? 0, readLevel(level)]))

const readLevel = (level: Element): Level => ({
  start: numberOf(valOf(level, 'w:start')) ?? 0,
  format: valOf(level, 'w:numFmt') ?? 'decimal',
  text: valOf(level, 'w:lvlText') ?? '',
  restart: numberOf(valOf(level, 'w:lvlRestart')),
  legal: isOn(level, 'w:isLgl') ?? false,
  style: valOf(level, 'w:pStyle'),
})

const readOverrides = (num: Element): ReadonlyMap<number, Override> =>
  new Map(
    children(num, 'w:lvlOverride').map((each) => {
      const level = child(each, 'w:lvl')
      return [
        levelOf(each.attributes['w:ilvl']) ?? 0,
        {
          start: numberOf(valOf(each, 'w:startOverride')),
          level: level === undefined ? undefined : readLevel(level),
        },
      ]
    }),
  )

const numberOf = (value: string | undefined): number | undefined =>
  value !== undefined && /^\d{1,6}$/u.test(value) ? Number(value) : undefined

/**
 * The label that Word shows before the next paragraph of a list, such as `Điều 5.` or `b)`, and counts it; empty where it
 * has none, a dash for a bullet. Lists of one abstract numbering count on from each other, but for one that starts over
 * (ECMA-376, 17.9).
 */
export function nextLabel(numbering: Numbering, by: NumberedBy, style: string | undefined): string {
  const num = numbering.nums.get(by.numId ?? '')
  if (by.numId === undefined || num === undefined) return ''
  const abstractId = linked(numbering, num.abstract)
  const abstract = numbering.abstracts.get(abstractId)
  const levelAt = (at: number) => num.overrides.get(at)?.level ?? abstract?.levels.get(at)
  const at = by.level ?? levelOfStyle(abstract, style) ?? 0
  const level = levelAt(at)
  if (level === undefined) return ''
  const counters = numbering.counters.get(abstractId) ?? []
  numbering.counters.set(abstractId, counters)
  count(numbering, by.numId, num, counters, at, levelAt)
  if (level.format === 'bullet') return '-'
  return level.text.replace(/%(\d)/gu, (_match, place: string) => {
    const index = Number(place) - 1
    const of = levelAt(index)
    if (of === undefined || index > at) return ''
    return format(counters[index] ?? of.start, level.legal && of.format !== 'none' ? 'decimal' : of.format)
  })
}

function count(
  numbering: Numbering,
  numId: string,
  num: Num,
  counters: (number | undefined)[],
  at: number,
  levelAt: (at: number) => Level | undefined,
): void {
  const start = num.overrides.get(at)?.start
  const key = `${numId}:${at}`
  const before = counters[at]
  if (start !== undefined && !numbering.begun.has(key)) counters[at] = start
  else counters[at] = before === undefined ? (start ?? levelAt(at)?.start ?? 1) : before + 1
  numbering.begun.add(key)
  for (let deeper = at + 1; deeper < Math.max(counters.length, 9); deeper++) {
    const restart = levelAt(deeper)?.restart
    if (restart === undefined || (restart > 0 && at < restart)) counters[deeper] = undefined
  }
}

/** An abstract numbering may only name a style, and the one that has the levels names it too. */
function linked({ abstracts }: Numbering, id: string): string {
  const link = abstracts.get(id)?.numStyleLink
  if (link === undefined) return id
  return [...abstracts].find(([, { styleLink }]) => styleLink === link)?.[0] ?? id
}

const levelOfStyle = (abstract: Abstract | undefined, style: string | undefined): number | undefined =>
  style === undefined ? undefined : [...(abstract?.levels ?? [])].find(([, level]) => level.style === style)?.[0]

function format(value: number, how: string): string {
  switch (how) {
    case 'none':
      return ''
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'upperLetter':
      return letters(value)
    case 'lowerLetter':
      return letters(value).toLowerCase()
    default:
      return String(value)
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  if (value > 4_999) return String(value)
  let rest = value
  return ROMAN.map(([worth, letter]) => {
    const times = Math.floor(rest / worth)
    rest -= times * worth
    return letter.repeat(times)
  }).join('')
}

/** A to Z, then AA, BB: Word repeats the letter. */
const letters = (value: number): string =>
  value < 1 || value > 780 ? String(value) : String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
