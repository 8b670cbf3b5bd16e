import { OFFICIAL_NAMES } from '../official-names.ts'

const TEAM = /^Đoàn(?: công tác| kiểm tra)?(?: số)? (\d+)$/iu
const PEOPLES_COMMITTEE = /^(?:Ủy ban nhân dân|UBND) (tỉnh|thành phố) (.+)$/iu

/** Seats of a committee and its teams, by which people are called where an English text names their title. */
const TITLES: Readonly<Record<string, string>> = {
  'Thủ tướng': 'Prime Minister',
  'Phó Thủ tướng': 'Deputy Prime Minister',
  'Bộ trưởng': 'Minister',
  'Thứ trưởng': 'Deputy Minister',
  'Tổng cục trưởng': 'Director General',
  'Cục trưởng': 'Director General',
  'Phó Cục trưởng': 'Deputy Director General',
  'Vụ trưởng': 'Director General',
  'Phó Vụ trưởng': 'Deputy Director General',
  'Chánh Văn phòng': 'Chief of Office',
  'Phó Chánh Văn phòng': 'Deputy Chief of Office',
  'Chuyên viên': 'Officer',
  'Chủ tịch Ủy ban': 'Chair of the Committee',
  'Phó Chủ tịch Ủy ban': 'Vice-Chair of the Committee',
  'Thành viên Ủy ban': 'Member of the Committee',
  'Điều phối viên': 'Coordinator',
  'Đầu mối soạn thảo': 'Drafting contact',
  'Trưởng đoàn công tác': 'Leader of the inspection team',
  'Thành viên đoàn công tác': 'Member of the inspection team',
  'Quản trị hệ thống': 'System administrator',
}

/** "Đồng chí" has no English form: the name stands alone. */
const HONORIFICS: Readonly<Record<string, string>> = { 'Đồng chí': '', Ông: 'Mr', Bà: 'Ms' }

const known = new Map(
  Object.entries({ ...OFFICIAL_NAMES, ...TITLES }).map(([name, english]) => [spelled(name), english]),
)

/**
 * A body, unit, team or title as an English text calls it: the official English name of a ministry or agency, "Inspection
 * team 3", a title. A province and whatever has no English form come back as they are.
 */
export function inEnglish(name: string): string {
  const found = known.get(spelled(name))
  if (found !== undefined) return found
  const team = TEAM.exec(name.trim().normalize('NFC'))
  if (team !== null) return `Inspection team ${team[1]}`
  const committee = PEOPLES_COMMITTEE.exec(name.trim().normalize('NFC'))
  if (committee === null) return name
  const [, kind = '', place = ''] = committee
  return `People’s Committee of ${place} ${kind.toLowerCase() === 'tỉnh' ? 'province' : 'city'}`
}

/** Such a name in the middle of a sentence: "the Ministry of Health", "inspection team 3"; others as they are. */
export function inSentence(name: string): string {
  if (/^Inspection team \d+$/.test(name)) return name.replace('I', 'i')
  return /^(?:Ministry|State Bank|Government|Committee|National Committee|Working Group|People’s Committee) ?/.test(
    name,
  )
    ? `the ${name}`
    : name
}

/** The same at the beginning of one. */
export function asSubject(name: string): string {
  const said = inSentence(name)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}

/** How somebody is addressed in English: "Mr" and "Ms" as stored, never guessed; another honorific as it is. */
export function addressed({ name, honorific }: { readonly name: string; readonly honorific: string | null }): string {
  const english = honorific === null ? '' : (HONORIFICS[honorific.trim().normalize('NFC')] ?? honorific)
  return english === '' ? name : `${english} ${name}`
}

/** One spelling of dashes and spaces. */
function spelled(name: string): string {
  return name.normalize('NFC').replaceAll('–', '-').replace(/\s+/gu, ' ').trim().toLowerCase()
}
