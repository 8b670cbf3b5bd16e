const JOINING = new Set(['và', 'của'])
/** How a name begins that is no locality's. */
const AGENCY =
  /^(?:bộ|ngân hàng|văn phòng|thanh tra|kiểm toán|ủy ban|viện|học viện|đài|thông tấn|bảo hiểm|tòa án|tổng cục|cục|ban|đại học|tập đoàn|tổng công ty)\s/u
const LOCALITY = /^(tỉnh|thành phố)\s+/u
/** Fewer letters are too often a word of their own, or another agency's as well. */
const fewestLetters = 3

/**
 * The usual short forms of a unit's name, derived from it alone, and never the name itself: `Bộ Tài nguyên và Môi
 * trường` is BTNMT, Bộ TNMT, Tài nguyên và Môi trường; `Lào Cai` is tỉnh Lào Cai, UBND tỉnh Lào Cai, Lao Cai province.
 * Whether another unit has the same one is for the caller to see.
 */
export function shortNamesOf(name: string): readonly string[] {
  const plain = name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const found = AGENCY.test(plain.toLowerCase()) ? ofAgency(plain) : ofLocality(plain)
  return [...new Set(found)].filter((short) => short !== plain)
}

function ofAgency(name: string): readonly string[] {
  const ministry = /^bộ (.+)$/iu.exec(name)?.[1]
  const withoutCountry = name.replace(/ việt nam$/iu, '')
  const letters = [initialsOf(name), initialsOf(withoutCountry)].filter((short) => short.length >= fewestLetters)
  if (ministry === undefined) return [...letters, withoutCountry]
  const own = initialsOf(ministry)
  const unjoined = ministry
    .split(' ')
    .filter((word) => !JOINING.has(word.toLowerCase()))
    .join(' ')
  return [
    ...letters,
    ministry,
    `Bộ ${own}`,
    ...(own.length >= fewestLetters ? [own] : []),
    ...(unjoined === ministry ? [] : [unjoined, `Bộ ${unjoined}`]),
  ]
}

function ofLocality(name: string): readonly string[] {
  const kind = LOCALITY.exec(name.toLowerCase())?.[1]
  const core = kind === undefined ? name : name.slice(kind.length).trim()
  const kinds = [
    ...(kind === 'thành phố' ? [] : [`tỉnh ${core}`]),
    ...(kind === 'tỉnh' ? [] : [`thành phố ${core}`, `TP ${core}`]),
  ]
  const letters = initialsOf(core)
  return [
    core,
    ...kinds,
    ...[core, ...kinds].flatMap((one) => [`UBND ${one}`, `Ủy ban nhân dân ${one}`]),
    ...(kind === 'thành phố' && letters.length >= fewestLetters ? [`TP ${letters}`] : []),
    ...(kind === 'thành phố' ? [] : [`${core} province`, `province of ${core}`]),
    ...(kind === 'tỉnh' ? [] : [`${core} city`]),
    `${core} people's committee`,
    `people's committee of ${core}`,
  ]
}

/** Whether a name says of itself that it is an agency's or a locality's: "Bộ Y tế", "tỉnh Lào Cai", and not "Lào Cai". */
export function saysWhatItIs(name: string): boolean {
  const plain = name.normalize('NFC').trim().toLowerCase()
  return AGENCY.test(plain) || LOCALITY.test(plain)
}

/** `Tài nguyên và Môi trường` is TNMT. */
const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !JOINING.has(word.toLowerCase()))
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('')
