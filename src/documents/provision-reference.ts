import { bare, type Word, words } from '../texts/fold.ts'
import type { ProvisionKind } from './provision.ts'
import { idNumber, ordinalValue, romanValue } from './structure/numbers.ts'

type StepKind = Exclude<ProvisionKind, 'text'>

/** One level of a reference. `section` may also mean a numbered heading: both are called Mục. */
export type ReferenceStep = {
  readonly kind: StepKind
  /** As ids hold it; null for an appendix without one. Several where typed without diacritics: d may mean đ. */
  readonly numbers: readonly (string | null)[]
  /** Typed as a Roman number: no heading 2 is meant by II. */
  readonly roman?: true
}

/** A provision that words speak of, from the outermost level to the innermost; `start` and `end` as offsets. */
export type Reference = { readonly steps: readonly ReferenceStep[]; readonly start: number; readonly end: number }

const NAMES: readonly (readonly [readonly string[], StepKind])[] = [
  [['tieu', 'muc'], 'subsection'],
  [['phu', 'luc'], 'appendix'],
  [['phan'], 'part'],
  [['chuong'], 'chapter'],
  [['muc'], 'section'],
  [['dieu'], 'article'],
  [['khoan'], 'clause'],
  [['diem'], 'point'],
  [['appendix'], 'appendix'],
  [['annex'], 'appendix'],
  [['part'], 'part'],
  [['chapter'], 'chapter'],
  [['section'], 'section'],
  [['article'], 'article'],
  [['art'], 'article'],
  [['clause'], 'clause'],
  [['paragraph'], 'clause'],
  [['point'], 'point'],
]
const RANK: Readonly<Record<StepKind, number>> = {
  appendix: 0,
  part: 1,
  chapter: 2,
  section: 3,
  subsection: 4,
  heading: 5,
  article: 5,
  clause: 6,
  point: 7,
}
const BETWEEN = new Set(['cua', 'thuoc', 'tai', 'trong', 'of', 'in', 'the'])
const AND = new Set(['va', 'and', 'hoac', 'or'])
/** Roman numbers that begin a word of their own: vi phạm, xi măng. */
const NO_NUMBER: Readonly<Record<string, RegExp>> = { vi: /^(?:pham|mo|khuan|rut|mach|tri|the|sao)$/u, xi: /^mang$/u }

type Numbers = Omit<ReferenceStep, 'kind'>

type Unit = {
  readonly kind: StepKind
  readonly values: readonly Numbers[]
  readonly inner: readonly Numbers[]
  readonly from: number
  readonly to: number
}

/**
 * The provisions that typed words speak of, in their order: "Điều 5 khoản 2 điểm a", "diem a khoan 2 dieu 5", "k2 đ5",
 * "khoản 1, 3 và 5 Điều 7" (three), "Mục III.2", "Phụ lục II", "chương II", and so in English.
 */
export function findReferences(text: string): readonly Reference[] {
  const typed = words(text)
  const found: Reference[] = []
  for (let at = 0; at < typed.length; ) {
    const units = chainAt(text, typed, at)
    const last = units.at(-1)
    if (last === undefined) {
      at++
      continue
    }
    found.push(...references(typed, units))
    at = last.to
  }
  return found
}

/** Units that go on from one another, all inwards or all outwards. */
function chainAt(text: string, typed: readonly Word[], from: number): readonly Unit[] {
  const units: Unit[] = []
  let turn = 0
  for (let at = from; ; ) {
    const unit = unitAt(text, typed, at)
    const before = units.at(-1)
    if (unit === undefined) return units
    if (before !== undefined) {
      const way = Math.sign(RANK[unit.kind] - RANK[before.kind])
      if (
        way === 0 ||
        (turn !== 0 && way !== turn) ||
        /[.;!?]\s/u.test(text.slice(typed[before.to - 1]?.end, typed[unit.from]?.start))
      )
        return units
      turn = way
    }
    units.push(unit)
    at = unit.to
    while (BETWEEN.has(typed[at]?.folded ?? '') && unitAt(text, typed, at + 1) !== undefined) at++
  }
}

function references(typed: readonly Word[], units: readonly Unit[]): readonly Reference[] {
  const ordered = units.toSorted((one, other) => RANK[one.kind] - RANK[other.kind])
  const [start = 0, end = 0] = [typed[units[0]?.from ?? 0]?.start, typed[(units.at(-1)?.to ?? 1) - 1]?.end]
  // Of several numbers of one kind each makes a reference with the rest of them.
  const chains = ordered.reduce<readonly (readonly ReferenceStep[])[]>(
    (before, { kind, values, inner }) =>
      before.flatMap((steps) =>
        values.map((numbers) => [
          ...steps,
          { kind, ...numbers },
          ...inner.map((numbers) => ({ kind: 'heading' as const, ...numbers })),
        ]),
      ),
    [[]],
  )
  return chains.map((steps) => ({ steps, start, end }))
}

function unitAt(text: string, typed: readonly Word[], at: number): Unit | undefined {
  const short = shortAt(text, typed, at)
  if (short !== undefined) return short
  const [name, kind] = NAMES.find(([each]) => each.every((word, place) => typed[at + place]?.folded === word)) ?? []
  if (name === undefined || kind === undefined) return undefined
  let next = at + name.length
  const folded = () => typed[next]?.folded ?? ''
  if (folded() === 'so' || (kind === 'part' && folded() === 'thu')) next++
  const inner: Numbers[] = []
  const values: Numbers[] = []
  for (;;) {
    const number = numberAt(text, typed, next, kind)
    if (number === undefined) break
    const { to, ...numbers } = number
    values.push(numbers)
    next = to
    // III.2.a: levels apart by points, and nothing between.
    while (kind === 'section' && text.slice(typed[next - 1]?.end, typed[next]?.start) === '.' && LEVEL.test(folded())) {
      inner.push(levelOf(rawAt(text, typed, next)))
      next++
    }
    const more = AND.has(folded()) ? next + 1 : next
    const between = text.slice(typed[next - 1]?.end, typed[next]?.start).trim()
    if (inner.length > 0 || (more === next && between !== ',') || numberAt(text, typed, more, kind) === undefined) break
    next = more
  }
  if (values.length === 0)
    return kind === 'appendix' && name.length === 2
      ? { kind, values: [{ numbers: [null] }], inner, from: at, to: next }
      : undefined
  return { kind, values, inner, from: at, to: next }
}

const LEVEL = /^(?:\d{1,2}|[a-z]|[ivxl]{2,6})$/u
/** I and ii are Roman, i is a letter. */
function levelOf(raw: string): Numbers {
  const roman = raw.length > 1 || raw !== raw.toLowerCase() ? romanValue(raw) : undefined
  return roman === undefined ? { numbers: [idNumber(raw, 'plain')] } : { numbers: [String(roman)], roman: true }
}

const SHORT = /^(?:[dđ](\d{1,3}[a-zđ]?))?(?:k(\d{1,3}[a-zđ]?))?$/iu

/** `đ5`, `k2`, `d5k2`: an article and a clause by their first letters. */
function shortAt(text: string, typed: readonly Word[], at: number): Unit | undefined {
  const match = SHORT.exec(rawAt(text, typed, at))
  const [, article, clause] = match ?? []
  const number = article ?? clause
  if (number === undefined) return undefined
  const kind = article === undefined ? 'clause' : 'article'
  if (article !== undefined && clause !== undefined) return undefined
  return { kind, values: [{ numbers: [idNumber(number, 'plain')] }], inner: [], from: at, to: at + 1 }
}

function numberAt(
  text: string,
  typed: readonly Word[],
  at: number,
  kind: StepKind,
): (Numbers & { readonly to: number }) | undefined {
  const raw = rawAt(text, typed, at)
  const folded = typed[at]?.folded ?? ''
  const following = typed[at + 1]?.folded ?? ''
  if (kind === 'article' || kind === 'clause')
    return /^\d{1,4}[a-zđ]{0,2}$/iu.test(raw)
      ? { numbers: [idNumber(raw.toLowerCase(), 'plain')], to: at + 1 }
      : undefined
  if (kind === 'point') return pointAt(text, typed, at)
  if (/^\d{1,3}[a-z]?$/u.test(folded)) return { numbers: [idNumber(raw, 'plain')], to: at + 1 }
  if (NO_NUMBER[folded]?.test(following) === true) return undefined
  const roman = romanValue(folded)
  if (roman !== undefined) return { numbers: [String(roman)], roman: true, to: at + 1 }
  if (kind === 'part') {
    const value = ordinalValue(folded)
    return value !== undefined && typed[at - 1]?.folded === 'thu' ? { numbers: [String(value)], to: at + 1 } : undefined
  }
  return (kind === 'appendix' || kind === 'section') && /^[A-Z]$/u.test(raw)
    ? { numbers: [raw], to: at + 1 }
    : undefined
}

/** A letter, or levels in digits. Without a single diacritic in all the words, d may be meant for đ. */
function pointAt(text: string, typed: readonly Word[], at: number): (Numbers & { readonly to: number }) | undefined {
  const raw = rawAt(text, typed, at).toLowerCase()
  if (/^[a-zđ]$/u.test(raw)) {
    const unmarked = raw === 'd' && bare(text) === text.normalize('NFC').toLowerCase()
    return { numbers: unmarked ? ['d', 'dd'] : [idNumber(raw, 'plain')], to: at + 1 }
  }
  if (!/^\d{1,2}$/u.test(raw)) return undefined
  let to = at + 1
  while (text.slice(typed[to - 1]?.end, typed[to]?.start) === '.' && /^\d{1,2}$/u.test(typed[to]?.folded ?? '')) to++
  return to === at + 1 ? undefined : { numbers: [text.slice(typed[at]?.start, typed[to - 1]?.end)], to }
}

const rawAt = (text: string, typed: readonly Word[], at: number): string => {
  const word = typed[at]
  return word === undefined ? '' : text.slice(word.start, word.end).normalize('NFC')
}
