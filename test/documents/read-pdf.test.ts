import { expect, it } from 'vitest'
import { LIMITS } from '../../src/documents/limits.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { draftNamed, drafts } from './drafts.ts'
import { draftPages, makePdf, type Page } from './make-pdf.ts'
import { wrongProvisions } from './words-of.ts'

const read = (pages: readonly Page[], more = {}, limits = LIMITS) =>
  readDocument({ name: 'draft.pdf', bytes: makePdf(pages, more) }, limits)
const page = (...texts: readonly string[]): Page => texts.map((text, at) => ({ text, x: 85, y: 780 - 18 * at }))

it('each of the ten drafts is read from its pages, without their heads and numbers', async () => {
  for (const draft of drafts) {
    const pages = draftPages(draft, 7, 'Dự thảo xin ý kiến, bản 2')
    const { provisions, doubts, kind } = await read(pages)
    expect(kind).toBe('pdf')
    expect(wrongProvisions(draft, provisions), draft.name).toEqual([])
    expect(doubts).toContainEqual({
      kind: 'left-out',
      what: 'running-head',
      text: 'Dự thảo xin ý kiến, bản 2',
      times: pages.length,
    })
  }
})

it('what stands once at the edge of a page is no running head, and a lone number at its edge no page number', async () => {
  const { provisions } = await read([
    page('Điều 1. Một', 'Số lượng là'),
    page('2020', 'người.'),
    page('Điều 2. Hai', 'Hết.'),
  ])
  expect(provisions.map(({ id, text }) => [id, text])).toEqual([
    ['d1', 'Số lượng là\n2020 người.'],
    ['d2', 'Hết.'],
  ])
})

it('a sentence goes on over the end of a page', async () => {
  const long = 'Cơ quan chủ quản dữ liệu có trách nhiệm công bố danh mục dữ liệu của mình và'
  const { provisions } = await read([page('Điều 1. Một', long), page('cập nhật hằng năm.')])
  expect(provisions[0]?.text).toBe(`${long} cập nhật hằng năm.`)
})

it('a cell of several lines makes a row of all that stands beside it, and no provision', async () => {
  const table: Page = [
    ...page('I. NỘI DUNG'),
    { text: '1. Nghị định về chia sẻ dữ', x: 85, y: 700 },
    { text: 'liệu', x: 85, y: 682 },
    { text: 'Bộ TTTT', x: 300, y: 700 },
  ]
  expect((await read([table])).provisions).toMatchObject([
    { id: 'h1', text: '1. Nghị định về chia sẻ dữ\nliệu\nBộ TTTT' },
  ])
})

it('pages that are pictures are refused where all are, and named where some are', async () => {
  await expect(read([[], [], []])).rejects.toMatchObject({ code: 'no-text-layer', facts: { pages: 3 } })
  expect((await read([page('Điều 1. Một', 'Câu.'), []])).doubts).toEqual([{ kind: 'page-without-text', page: 2 }])
})

it('too many pages are refused before one is read', async () => {
  await expect(read([[], [], []], {}, { ...LIMITS, pages: 2 })).rejects.toMatchObject({
    code: 'too-many-pages',
    facts: { pages: 3, limit: 2 },
  })
})

it('a password, and what is no PDF behind its first bytes, are refused', async () => {
  await expect(read([page('a')], { trailer: '/Encrypt 1 0 R' })).rejects.toMatchObject({ code: 'encrypted' })
  const whole = makePdf([page('Điều 1. Một')])
  await expect(readDocument({ name: 'a.pdf', bytes: whole.subarray(0, 60) })).rejects.toMatchObject({ code: 'broken' })
})

it('a stamp on each page, or in the title, is a mark; the bytes given are left as they were', async () => {
  const stamped = await read(draftPages(draftNamed('law'), 12, 'TUYỆT MẬT'))
  expect(stamped.secretMark).toMatchObject({ level: 'top-secret', where: 'header' })
  const bytes = makePdf([page('Điều 1. Một')], { info: 'Tối mật' })
  const before = bytes.slice()
  expect((await readDocument({ name: 'a.pdf', bytes })).secretMark).toMatchObject({
    level: 'highly-secret',
    where: 'property',
  })
  expect(bytes).toEqual(before)
})
