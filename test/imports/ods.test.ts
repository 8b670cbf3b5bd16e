import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeOds } from 'hucre'
import { expect, it } from 'vitest'
import { findHiddenInOds } from '../../src/imports/sheets/ods-hidden.ts'
import { readOds } from '../../src/imports/sheets/read-ods.ts'
import { vocabularyOf } from '../../src/imports/sheets/vocabulary.ts'

const people = { vocabulary: vocabularyOf('people') }
const rows = [
  ['Mã', 'Họ và tên', 'Vai trò'],
  ['M-1', 'A', 'member'],
  ['M-2', 'B', 'member'],
]
/** A workbook whose content was changed by hand, as what hides rows there is written by no library here. */
async function changed(change: (content: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(await writeOds({ sheets: [{ name: 'A', rows }] }))
  const content = strFromU8(parts['content.xml'] ?? new Uint8Array())
  const after = change(content)
  expect(after).not.toBe(content)
  return zipSync({ ...parts, 'content.xml': strToU8(after) })
}

it('rows that are hidden by hand or by a filter, and hidden columns, are told', async () => {
  for (const how of ['collapse', 'filter']) {
    let row = 0
    const bytes = await changed((content) =>
      content.replace(/<table:table-row/g, (found) => (++row === 3 ? `${found} table:visibility="${how}"` : found)),
    )
    const sheet = await readOds('a.ods', bytes, people)
    expect(sheet.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [2, undefined],
      [3, true],
    ])
  }
})

it('spans that stand for several rows or columns are counted, sheet by sheet', () => {
  const content = `<x><style:style style:name="no"><style:table-properties table:display="false"/></style:style>
    <table:table table:name="A"><table:table-column table:number-columns-repeated="2"/>
      <table:table-column table:visibility="collapse"/><table:table-row table:number-rows-repeated="3"/>
      <table:table-row table:visibility="filter" table:number-rows-repeated="2"/><table:table-row/></table:table>
    <table:table table:name="B" table:style-name="no"><table:table-row table:visibility="collapse"/></table:table></x>`
  expect(findHiddenInOds(content)).toMatchObject([
    { sheet: false, rows: [[3, 4]], columns: [[2, 2]] },
    { sheet: true, rows: [[0, 0]], columns: [] },
  ])
})

it('a formula is a fault of its cell', async () => {
  const bytes = await changed((content) =>
    content.replace(/<table:table-cell([^>]*)>(\s*<text:p>B<)/, '<table:table-cell$1 table:formula="of:=[.B2]">$2'),
  )
  const sheet = await readOds('a.ods', bytes, people)
  expect(sheet.faults).toMatchObject([
    { row: 3, column: 'name', reason: expect.stringContaining('cell B3 holds a formula') },
  ])
})
