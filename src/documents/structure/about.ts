import { endOf } from './ends.ts'
import { isCapitals, itemLabels, namedLabel } from './labels.ts'
import type { Line } from './line.ts'

/** What a document says of itself at its head; null where it does not (a draft's number is often left blank). */
export type About = {
  /** Số/ký hiệu, such as `1234/BTTTT-THH`. */
  readonly number: string | null
  /** YYYY-MM-DD. */
  readonly date: string | null
  /** Its kind and subject as they stand, such as `NGHỊ ĐỊNH Quy định về ...`. */
  readonly title: string | null
  /** The lines, from 0, of the title. */
  readonly titleLines: ReadonlySet<number>
}

const HEAD_LINES = 40
const NUMBER =
  /(?:^|\| )(?:(?:bộ )?luật |pháp lệnh )?số(?: hiệu)?\s*:?\s*(\d+[a-z]?(?:[/-][\p{Lu}\d]+(?:\.[\p{Lu}\d]+)*)+)/iu
const CITES = /^(?:căn cứ|theo|can cu)\s/iu
const DATE = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu
const KIND =
  /^(?:DỰ THẢO\s+)?(?:HIẾN PHÁP|BỘ LUẬT|LUẬT|PHÁP LỆNH|NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?|CHỈ THỊ|CHIẾN LƯỢC|ĐỀ ÁN|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|DANH SÁCH|TỜ TRÌNH|BÁO CÁO|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|QUY HOẠCH|PHƯƠNG ÁN|HƯỚNG DẪN|THÔNG BÁO|CÔNG ĐIỆN)(?=$|[\s:])/u
const ABOUT_NOTHING = /^[\p{P}\p{S}\s]*$/u
const NOT_TITLE = /^(?:kính gửi|căn cứ|theo đề nghị|thực hiện|\(|\p{Lu}+ ?: )/iu
const MOST_TITLE = 400

export function readAbout(lines: readonly Line[]): About {
  const body = lines.findIndex(({ text, plain }) => !plain && namedLabel(text) !== undefined)
  const head = lines.slice(0, Math.min(body === -1 ? HEAD_LINES : body, HEAD_LINES))
  const own = head.filter(({ text }) => !CITES.test(text)).map(({ text }) => text)
  const { title, titleLines } = readTitle(head) ?? onlyHeading(lines)
  return { number: first(own, NUMBER)?.[1] ?? null, date: dateOf(first(own, DATE)), title, titleLines }
}

function first(texts: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const text of texts) {
    const match = pattern.exec(text)
    if (match !== null) return match
  }
  return undefined
}

function dateOf(match: RegExpExecArray | undefined): string | null {
  const [, day = '', month = '', year = ''] = match ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null
}

type Title = Pick<About, 'title' | 'titleLines'>

/** The kind of the document in capitals, and the lines below it until something else begins. */
function readTitle(head: readonly Line[]): Title | undefined {
  const at = head.findIndex(({ text, plain }) => !plain && KIND.test(text) && isCapitals(text.slice(0, 4)))
  if (at === -1) return undefined
  const titleLines = new Set([at])
  let title = head[at]?.text ?? ''
  // A kind in capitals that goes on in small letters is a title on one line.
  if (!isCapitals(title)) return { title, titleLines }
  for (let next = at + 1; next < head.length; next++) {
    const text = head[next]?.text ?? ''
    if (ABOUT_NOTHING.test(text) || NOT_TITLE.test(text) || endOf(text) !== undefined || head[next]?.plain === true)
      break
    if (itemLabels(text).some(({ value }) => value === 1)) break
    if (title.length + text.length > MOST_TITLE || (titleLines.size > 1 && /[.;:]$/u.test(text)) || titleLines.size > 4)
      break
    if (titleLines.size > 1 && isCapitals(text) !== isCapitals(head[next - 1]?.text ?? '')) break
    title = `${title} ${text}`
    titleLines.add(next)
  }
  return { title, titleLines }
}

/** The one heading of the first level, where it is the first of all: it names the document. */
function onlyHeading(lines: readonly Line[]): Title {
  const first = lines.findIndex(({ level }) => level !== null)
  const tops = lines.filter(({ level }) => level === 1)
  const title = tops.length === 1 && lines[first]?.level === 1 ? (lines[first]?.text ?? null) : null
  return { title, titleLines: new Set(title === null ? [] : [first]) }
}
