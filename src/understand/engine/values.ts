import type { Word } from '../../texts/fold.ts'
import { fold } from '../../texts/fold.ts'
import { momentsIn } from '../moments/moments.ts'
import { keyAt } from '../names/items.ts'
import { personNameAt } from '../names/people.ts'
import { teamsAt, visitAt } from '../names/teams.ts'
import { indexUnits, unitsAt } from '../names/units.ts'
import { entriesOf, phraseAt, plainBook, wordSet } from '../phrases.ts'
import { PROVISION_WORDS } from '../words/drafts.ts'
import { POSITIONS } from '../words/opinions/positions.ts'
import { HONORIFICS, RARE_SURNAMES, SURNAMES } from '../words/people.ts'
import { DID as DID_WORDS, HAS_BEEN as HAS_BEEN_WORDS } from '../words/periods.ts'
import { FORMATS } from '../words/record.ts'
import { BODY_INDEX } from './bodies.ts'
import { cueBook, cuesAt } from './cue-book.ts'
import { type Sentence, typed } from './sentence.ts'
import type { Found, Value } from './span.ts'
import { versionAt } from './versions.ts'

const POSITION_BOOK = cueBook(entriesOf(POSITIONS))
const PROVISION_NAMES = wordSet(PROVISION_WORDS.flatMap((name) => fold(name).split(' ')))
/** 12, 5a, III, a, đ. */
const PROVISION_NUMBER = /^(?:\d{1,4}[a-z]?|[ivxl]{1,6}|[a-h]|[k-o]|[p-t])$/
const HONORIFIC = plainBook(HONORIFICS)
const HONORIFIC_SPELLED = new Set(HONORIFICS)
const SURNAME = new Set(SURNAMES)
const RARE_SURNAME = new Set(RARE_SURNAMES)
/** Those that are no other word as well. */
const SURELY_SURNAME = new Set(['nguyen', 'tran', 'pham', 'huynh'])
/** "Pham vi", "tai nguyen", "nguyen tuan sau": no names. */
const NO_NAME = new Set(['vi', 'tuan', 'ngay', 'thang', 'van ban', 'nhan', 'tac', 'ngap', 'quy', 'phap'])
const NOT_BEHIND = new Set(['vi', 'quy', 'tai', 'thai', 'tay', 'hoan', 'nguon', 'tran'])
const isSurname = (text: readonly Word[], spelled: readonly string[], at: number): boolean =>
  SURELY_SURNAME.has(text[at]?.folded ?? '') &&
  (/^\p{ASCII}*$/u.test(spelled[at] ?? '') || SURNAME.has(spelled[at] ?? '')) &&
  !NO_NAME.has(text[at + 1]?.folded ?? '') &&
  !NOT_BEHIND.has(text[at - 1]?.folded ?? '')
const BEFORE_NAME = new Set([
  'cho',
  'nhac',
  'them',
  'bo',
  'rut',
  'dua',
  'cua',
  'thay',
  'to',
  'remind',
  'add',
  'of',
  'for',
])
const BEHIND_NAME = new Set(
  'tu den from until trong tuan ngay thang thay tra ky di ve on in for next nhe a o lam'.split(' '),
)
const INTO = new Set(['vao', 'khoi', 'ra', 'to', 'into', 'onto', 'off', 'from'])
/** Provinces that begin as family names do. */
const PLACES = new Set([
  'hà nội',
  'hà giang',
  'hà nam',
  'hà tĩnh',
  'cao bằng',
  'hồ chí',
  'đồng nai',
  'ha noi',
  'cao bang',
  'lý sơn',
])
const HAS_BEEN = new RegExp(`(?<!\\bbe )\\b(?:${HAS_BEEN_WORDS.map(fold).join('|')})\\b`)
const DID = new RegExp(`\\bdid (?:\\w+ ){1,4}(?:${DID_WORDS.join('|')})\\b`)
const longestName = 4

/** All values that a sentence holds, each kind read once; those of different kinds may overlap. */
export function valuesIn(sentence: Sentence): readonly Found[] {
  const { raw, text, line, vocabulary, index } = sentence
  const found: Found[] = []
  const add = (value: Value, start: number, end: number) => found.push({ value, start, end })
  const meant = HAS_BEEN.test(line.line) || DID.test(line.line) ? 'past' : 'coming'
  for (const moment of momentsIn(raw, text, { today: vocabulary.today, meant }))
    add({ kind: 'moment', moment }, moment.start, moment.end)
  const units = indexUnits(vocabulary.units)
  for (let at = 0; at < text.length; at++) {
    const visit = visitAt(text, line, at)
    if (visit !== undefined) add({ kind: 'visit', number: visit.number }, at, visit.end)
    const team = teamsAt(vocabulary.teams, text, line, at)
    if (team !== undefined) add({ kind: 'team', teams: team.teams }, at, team.end)
    const unit = unitsAt(units, text, at)
    if (unit !== undefined && !isCodeMisread(sentence, at, unit.end))
      add({ kind: 'unit', units: unit.units }, at, unit.end)
    const body = unitsAt(BODY_INDEX, text, at)
    // "mốt" is no MOT: short forms have no marks.
    const isMarked =
      body !== undefined &&
      body.end - at === 1 &&
      /^\p{Ll}*[^\p{ASCII}]\p{Ll}*$/u.test(raw.slice(text[at]?.start, text[at]?.end))
    if (body?.units[0] !== undefined && !isMarked && !isCodeMisread(sentence, at, body.end))
      add({ kind: 'body', name: body.units[0].name }, at, body.end)
    const key = keyAt(index, text, at, text.length)
    if (key !== undefined) add({ kind: 'key', item: key.subject.item.key }, at, key.end)
    const person = personAt(sentence, at)
    if (person !== undefined) add({ kind: 'person', name: person.name }, at, person.end)
    const position = cuesAt(POSITION_BOOK, sentence, at).at(-1)
    if (position !== undefined) add({ kind: 'position', position: position.means }, at, position.end)
    const provision = provisionAt(text, at)
    if (provision !== undefined) add({ kind: 'provision', typed: typed(sentence, at, provision) }, at, provision)
    const format = FORMATS[text[at]?.folded ?? '']
    // "đọc" is no format.
    if (format !== undefined && isFormat(sentence.spelled[at] ?? '')) add({ kind: 'format', format }, at, at + 1)
    const version = versionAt(sentence, at)
    if (version !== undefined) add({ kind: 'version', number: version.number }, at, version.end)
  }
  return withoutInner(found)
}

const isFormat = (spelled: string): boolean => /^(?:\p{ASCII}*|nén)$/u.test(spelled)

/** "một" is no MOT: short forms of one word have no marks. */
const isCodeMisread = ({ spelled }: Sentence, at: number, end: number): boolean =>
  end === at + 1 && (spelled[at]?.length ?? 0) <= 5 && /[^\p{ASCII}đ]/u.test(spelled[at] ?? '')

/** A kind's value inside a longer one of the same kind goes; and a unit's or body's beside "Bộ" is the longer one. */
function withoutInner(found: readonly Found[]): readonly Found[] {
  return found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one &&
          other.value.kind === one.value.kind &&
          one.value.kind !== 'visit' &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.end - other.start > one.end - one.start,
      ),
  )
}

/** "Điều 12 khoản 2", "khoản 2 Điều 12", "Phụ lục II": the word after it. */
function provisionAt(text: readonly Word[], at: number): number | undefined {
  if (!PROVISION_NAMES.has(text[at]?.folded ?? '')) return undefined
  let end = at
  let numbered = at
  for (; end < text.length; end++) {
    const word = text[end]?.folded ?? ''
    if (end > at && PROVISION_NUMBER.test(word) && PROVISION_NAMES.has(text[end - 1]?.folded ?? '')) numbered = end + 1
    else if (!PROVISION_NAMES.has(word)) break
  }
  return numbered > at ? numbered : undefined
}

/** "anh Bình", "đồng chí Trần Văn Vệ", "Lê Ngọc Hân", "Ms Ha": the name, and the word after it. */
function personAt(sentence: Sentence, at: number): { readonly name: string; readonly end: number } | undefined {
  const { raw, text, spelled, vocabulary } = sentence
  const called = phraseAt(HONORIFIC, text, at)
  const from = called === undefined || !isHonorific(spelled, at, called.end) ? at : called.end
  const known = personNameAt(vocabulary.people ?? [], raw, text, from)
  if (known !== undefined) return { name: typed(sentence, from, known), end: known }
  const key = keyName(raw, text[at]?.start ?? raw.length)
  if (key !== undefined && (at === 0 || raw[(text[at]?.start ?? 1) - 1] !== '-')) {
    const next = text.findIndex((word) => word.start >= (text[at]?.start ?? 0) + key.length)
    return { name: key, end: next < 0 ? text.length : next }
  }
  const isOffice = (place: number) =>
    OFFICES.has(spelled[place] ?? '') || (unitsAt(BODY_INDEX, text, place)?.end ?? place) > place + 1
  const capital = (place: number) =>
    !isOffice(place) &&
    /^\p{Lu}[^\p{Lu}\d]*$/u.test(raw.slice(text[place]?.start, text[place]?.end)) &&
    keyAt(sentence.index, text, place, text.length) === undefined
  let end = from
  while (end < text.length && end - from < longestName && capital(end) && isNextTo(sentence, from, end)) end++
  const small = end === from ? smallName(text, spelled, from) : undefined
  if (small !== undefined) return { name: typed(sentence, from, small), end: small }
  const isName =
    end - from >= (RARE_SURNAME.has(spelled[from] ?? '') ? 3 : 2) &&
    (SURNAME.has(spelled[from] ?? '') || RARE_SURNAME.has(spelled[from] ?? '')) &&
    !PLACES.has(spelled.slice(from, from + 2).join(' ')) &&
    !(RARE_SURNAME.has(spelled[from] ?? '') && isPlace(sentence, from))
  // "them tran an vao doan 3": in small letters or capitals alone, up to what it is put into.
  if (from === at && end - from < 2 && isSurname(text, spelled, at)) {
    const to = [at + 2, at + 3, at + 4].find((place) => INTO.has(text[place]?.folded ?? ''))
    if (to !== undefined) return { name: typed(sentence, at, to), end: to }
    // "uy quyen cho pham quoc bao tu 22/6".
    if (
      BEFORE_NAME.has(text[at - 1]?.folded ?? '') &&
      (text.length === at + 3 || BEHIND_NAME.has(text[at + 3]?.folded ?? ''))
    )
      return { name: typed(sentence, at, at + 3), end: at + 3 }
  }
  if (from === at) return isName && raw !== raw.toUpperCase() ? { name: typed(sentence, at, end), end } : undefined
  if (end > from && raw !== raw.toUpperCase()) return { name: typed(sentence, from, end), end }
  return undefined
}

/** "hoang van thai", "nguyễn thị hoa" in small letters: what stands in the middle tells that it is a name. */
function smallName(text: readonly Word[], spelled: readonly string[], at: number): number | undefined {
  const [first, middle, last] = [spelled[at] ?? '', spelled[at + 1] ?? '', spelled[at + 2] ?? '']
  if (!SURNAME.has(first) || !MIDDLE.has(middle) || last.length < 2 || NO_GIVEN.has(text[at + 2]?.folded ?? ''))
    return undefined
  return ['do', 'la'].includes(first) ? undefined : at + 3
}
/** Before these a name has ended, and "Bộ trưởng Bộ Y tế" names nobody. */
const OFFICES = new Set(['bộ', 'sở', 'vụ', 'cục', 'ban', 'phòng', 'tỉnh', 'ủy', 'ubnd', 'đoàn', 'team'])
const MIDDLE = new Set(['van', 'thi', 'văn', 'thị'])
const NO_GIVEN = new Set(['ban', 'phong', 'de', 'thi', 'to', 'on', 'from', 'for', 'is', 'will'])

/** A person's key: letters with hyphens, as in a roster, two hyphens at least. */
function keyName(raw: string, start: number): string | undefined {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+){2,}(?![-\p{L}\p{N}])/u.exec(raw.slice(start, start + 60))?.[0]
}

/** Whether a unit's name of several words begins here: "Ha Giang. The …". */
const isPlace = ({ vocabulary, text }: Sentence, at: number): boolean =>
  (unitsAt(indexUnits(vocabulary.units), text, at)?.end ?? at) > at + 1

const isHonorific = (spelled: readonly string[], at: number, end: number): boolean => {
  const said = spelled.slice(at, end).join(' ')
  return /^\p{ASCII}+$/u.test(said) || HONORIFIC_SPELLED.has(said)
}

/** Nothing but a space stands between the words of one name, or a dot behind an initial. */
const isNextTo = ({ raw, text }: Sentence, from: number, at: number): boolean => {
  const between = raw.slice(text[at - 1]?.end, text[at]?.start)
  return at === from || between.trim() === '' || (/^\.? *$/.test(between) && (text[at - 1]?.folded.length ?? 0) <= 1)
}
