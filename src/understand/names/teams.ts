import { fold, type Word } from '../../texts/fold.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { NUMBER_WORDS, TEAM_WORDS, VISIT_WORDS } from '../words/teams.ts'
import type { Line } from './line.ts'

export type VocabularyTeam = { readonly key: string; readonly name: string }

type TeamIndex = {
  readonly byNumber: ReadonlyMap<number, readonly VocabularyTeam[]>
  readonly byName: ReadonlyMap<string, readonly VocabularyTeam[]>
  readonly longest: number
}

const NUMBERS = new Map(Object.entries(NUMBER_WORDS).map(([word, number]) => [fold(word), number]))
const TEAMS = plainBook(TEAM_WORDS)
const VISITS = plainBook(VISIT_WORDS)
const GLUED = /^(?:doan|dct|team)(\d{1,3})$/
const SPELLED = new Set(Object.keys(NUMBER_WORDS))
/** "đoàn năm nay", "đoàn sau đây", "đoàn từ 8/6": no numbers. */
const MEANS_ELSE: Readonly<Record<string, RegExp>> = {
  nam: /^(?:nay|sau|truoc|toi|\d{4})$/,
  sau: /^day$/,
  tu: /^(?:\d+|ngay|thang|thu|tuan|nay|dau|giua|cuoi|hom|mai)$/,
}
const mostNumber = 9_999_999

const indexes = new WeakMap<readonly VocabularyTeam[], TeamIndex>()

function indexTeams(teams: readonly VocabularyTeam[]): TeamIndex {
  const known = indexes.get(teams)
  if (known !== undefined) return known
  const byNumber = new Map<number, VocabularyTeam[]>()
  const byName = new Map<string, VocabularyTeam[]>()
  let longest = 1
  for (const team of teams) {
    const number = /(\d+)\s*$/.exec(team.key)?.[1] ?? /(\d+)\s*$/.exec(team.name)?.[1]
    if (number !== undefined) byNumber.set(Number(number), [...(byNumber.get(Number(number)) ?? []), team])
    const key = fold(team.key)
    // "3" says nothing by itself; "doan-3" does.
    for (const folded of new Set([fold(team.name), ...(/[a-z]{2}/.test(key) ? [key] : [])])) {
      const joined = folded.replaceAll(' ', '')
      byName.set(joined, [...(byName.get(joined) ?? []), team])
      longest = Math.max(longest, folded.split(' ').length)
    }
  }
  const index = { byNumber, byName, longest }
  indexes.set(teams, index)
  return index
}

/** A team said at word `at`: by number or by name. No teams: it was said, and there is none like it. */
export function teamsAt(
  teams: readonly VocabularyTeam[],
  text: readonly Word[],
  line: Line,
  at: number,
): { readonly teams: readonly VocabularyTeam[]; readonly end: number } | undefined {
  const index = indexTeams(teams)
  const named = nameAt(index, text, at)
  const numbered = numberedAt(text, line, at)
  if (numbered !== undefined && numbered.end >= (named?.end ?? 0))
    return { teams: index.byNumber.get(numbered.number) ?? [], end: numbered.end }
  return named
}

function nameAt(index: TeamIndex, text: readonly Word[], at: number) {
  let joined = ''
  let found: { teams: readonly VocabularyTeam[]; end: number } | undefined
  for (let size = 1; size <= index.longest && at + size <= text.length; size++) {
    joined += text[at + size - 1]?.folded ?? ''
    const teams = index.byName.get(joined)
    if (teams !== undefined) found = { teams, end: at + size }
  }
  return found
}

function numberedAt(text: readonly Word[], line: Line, at: number) {
  const glued = GLUED.exec(text[at]?.folded ?? '')
  if (glued !== null) return { number: Number(glued[1]), end: at + 1 }
  const word = phraseAt(TEAMS, text, at)
  if (word === undefined) return undefined
  // "Move it to 7 July": a "tổ" has its marks.
  if (text[at]?.folded === 'to' && line.spelled[at] !== 'tổ' && !/[a-z]/.test(text[at + 1]?.folded ?? ''))
    return undefined
  // "các đoàn thứ hai đi đâu": a weekday.
  if (text[word.end - 1]?.folded === 'thu' && text[at - 1]?.folded === 'cac') return undefined
  return numberAt(text, line, word.end)
}

/** "3", "ba", "mười một"; no day or year: "đoàn 3/6", "đoàn năm 2020", "đoàn năm nay". */
function numberAt(text: readonly Word[], line: Line, at: number) {
  const first = text[at]?.folded ?? ''
  const next = text[at + 1]?.folded ?? ''
  if (/^\d{1,3}$/.test(first))
    return isDatePart(text, line, at, false) ? undefined : { number: Number(first), end: at + 1 }
  const second = NUMBERS.get(`${first} ${next}`)
  if (second !== undefined) return { number: second, end: at + 2 }
  const one = NUMBERS.get(first)
  if (one === undefined || MEANS_ELSE[first]?.test(next) === true) return undefined
  // "sau", "tứ" and "nam" read like numbers only where no diacritics are written.
  return !line.marked || SPELLED.has(line.spelled[at] ?? '') ? { number: one, end: at + 1 } : undefined
}

/** Whether the number belongs to a date or a time; "đoàn 3 tháng 6" is team 3 in June, "chuyến 12 tháng 6" a day. */
function isDatePart(text: readonly Word[], { line, starts }: Line, at: number, month: boolean): boolean {
  const after = line.slice((starts[at] ?? 0) + (text[at]?.folded.length ?? 0))
  return /^(?:[/:.]\d|-\d+[/.]| ?gio\b)/.test(after) || (month && /^ ?thang \d/.test(after))
}

/** A visit's number said at word `at`: "KT-12", "kt12", "chuyến 12". */
export function visitAt(
  text: readonly Word[],
  line: Line,
  at: number,
): { readonly number: number; readonly end: number } | undefined {
  const said = (digits: string, end: number) => {
    const number = Number(digits)
    return number >= 1 && number <= mostNumber ? { number, end } : undefined
  }
  const first = text[at]?.folded ?? ''
  const glued = /^kt(\d{1,7})$/.exec(first)?.[1]
  if (glued !== undefined) return said(glued, at + 1)
  const word = first === 'kt' ? at + 1 : phraseAt(VISITS, text, at)?.end
  const digits = word === undefined ? '' : (text[word]?.folded ?? '')
  if (word === undefined || !/^\d{1,7}$/.test(digits) || isDatePart(text, line, word, true)) return undefined
  return said(digits, word + 1)
}
