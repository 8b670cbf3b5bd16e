/**
 * Where a remark stands in a draft, read out of what its author wrote as its provision: the one place that does so while
 * comments hold free words alone. `group` names the heading under which it is listed; undefined where none was found.
 */
export type ProvisionPlace = {
  /** Compared number by number; what says more comes after what says less, `Điều 5` before `Điều 5, khoản 1`. */
  readonly order: readonly number[]
  readonly group: ProvisionGroup | undefined
}

/** `article` 5 of `Điều 5`; `suffix` of an inserted one, `5a`. Headings are those of strategies: `II` or `II.1`. */
export type ProvisionGroup =
  | { readonly kind: 'article'; readonly number: number; readonly suffix: string }
  | { readonly kind: 'part' | 'chapter' | 'section' | 'heading' | 'appendix'; readonly number: number }

// What comes first: what stands before the articles, then they, then what hangs behind them.
const ranks = { part: 1, chapter: 2, section: 3, heading: 4, article: 5, appendix: 6 } as const

const article = /(?<!\p{L})(?:điều|dieu|article|art\.)\s*(\d{1,4})\s?([a-zđ](?![\p{L}\p{N}]))?/iu
const clause = /(?<!\p{L})(?:khoản|khoan|clause|paragraph)\s*(\d{1,3})/iu
const point = /(?<!\p{L})(?:điểm|diem|point)\s*([a-zđ])(?![\p{L}\p{N}])/iu
const appendix = /(?<!\p{L})(?:phụ lục|phu luc|appendix|annex)(?:\s+(?:số\s+)?([ivxl]+|\d{1,3}))?(?![\p{L}\p{N}])/iu
const numbered = [
  ['part', /(?<!\p{L})(?:phần|phan|part)\s+(?:thứ\s+)?([ivxl]+|\d{1,3})(?![\p{L}\p{N}])/iu],
  ['chapter', /(?<!\p{L})(?:chương|chuong|chapter)\s+([ivxl]+|\d{1,3})(?![\p{L}\p{N}])/iu],
  ['section', /(?<!\p{L})(?:mục|muc|section)\s+([ivxl]+|\d{1,3})(?![\p{L}\p{N}])/iu],
  ['appendix', appendix],
] as const
const heading = /^\s*([ivxl]+|\d{1,2})(?:[.)]|\s*$|\.\d)/iu
const clauseNumbers = /^\s*(?:[ivxl]+|\d{1,2})\.(\d{1,3})/iu

// The alphabet of điểm in drafts of laws: đ follows d; f, j, w and z are not used.
const alphabet = 'abcd\u0111eghiklmnopqrstuvxy'

/** Reads the place out of free words, with and without diacritics, in either order: `điểm a khoản 2 Điều 5`. */
export function placeOf(provision: string): ProvisionPlace {
  const words = provision.normalize('NFC')
  const [, number, suffix] = article.exec(words) ?? []
  const [, clauseNumber] = clause.exec(words) ?? []
  const [, letter] = point.exec(words) ?? []
  const within = [Number(clauseNumber ?? 0), letter === undefined ? 0 : alphabet.indexOf(letter.toLowerCase()) + 1]
  // An appendix may have articles of its own: they are not the draft's.
  if (number !== undefined && !appendix.test(words)) {
    const inserted = (suffix ?? '').toLowerCase()
    const after = inserted === '' ? 0 : alphabet.indexOf(inserted) + 1
    return {
      order: [ranks.article, Number(number), after, ...within],
      group: { kind: 'article', number: Number(number), suffix: inserted },
    }
  }
  const kinds = numbered.flatMap(([kind, pattern]) => {
    const found = pattern.exec(words)
    return found === null ? [] : [{ kind, number: numberOf(found[1] ?? '') }]
  })
  const last = kinds.find(({ kind }) => kind === 'appendix') ?? kinds[0]
  if (last !== undefined)
    return {
      order: [ranks[last.kind], last.number, ...kinds.slice(1).map((one) => one.number), ...within],
      group: last,
    }
  const [, top] = heading.exec(words) ?? []
  if (top !== undefined) {
    const [, below] = clauseNumbers.exec(words) ?? []
    const group = { kind: 'heading', number: numberOf(top) } as const
    return { order: [ranks.heading, group.number, Number(below ?? 0), ...within], group }
  }
  return { order: [], group: undefined }
}

/** In the draft's order; what has no place found comes last. */
export function comparePlaces(one: ProvisionPlace, other: ProvisionPlace): number {
  if (one.group === undefined || other.group === undefined)
    return Number(one.group === undefined) - Number(other.group === undefined)
  const length = Math.max(one.order.length, other.order.length)
  for (let at = 0; at < length; at += 1) {
    const apart = (one.order[at] ?? 0) - (other.order[at] ?? 0)
    if (apart !== 0) return apart
  }
  return 0
}

const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

/** A number, Roman or not; 0 where none is given. */
function numberOf(written: string): number {
  if (written === '') return 0
  if (/^\d+$/.test(written)) return Number(written)
  const digits = [...written.toLowerCase()].map((letter) => values[letter] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}
