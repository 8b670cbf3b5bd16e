import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { RecordSource } from '../../src/record/layout/record-source.ts'
import { checkTemplate, templateProblems } from '../../src/record/template/check-template.ts'
import { openTemplate } from '../../src/record/template/open-template.ts'
import { makeRecord } from '../../src/record/write/make-record.ts'
import { answered, recordSource, silent } from '../support/record-source.ts'
import { fitLines, fitRow, recordTemplate } from '../support/record-template.ts'
import { withZeros } from '../support/with-zeros.ts'

const source = recordSource(
  [
    answered('Bộ Y tế', {
      comments: [
        ['Điều 5', 'Chưa rõ {{asked}} và {{rows.answer}}, {{title}}.\nDòng hai <b>&</b>', 'Sửa lại'],
        ['Điều 2', 'Bỏ.'],
      ],
    }),
    silent('Bộ Nội vụ'),
  ],
  { phase: 'open' },
)
const fill = (template: Uint8Array, from: RecordSource = source) =>
  makeRecord({ source: from, locale: 'vi', what: 'table', format: 'docx', template })
const documentIn = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())

describe("an operator's own form", () => {
  it('is filled with its fields and a row for each remark, in the order of the draft', async () => {
    const document = documentIn(await fill(await recordTemplate(fitLines, fitRow)))
    const plain = document.replaceAll('</w:p>', '\n').replace(/<[^>]+>/g, '')
    expect(plain).toContain('MẪU SỐ 05')
    expect(plain).toContain('Đợt lấy ý kiến chưa kết thúc')
    expect(plain).toContain('Đã hỏi 2, đã trả lời 1. Chưa: 1 (Bộ Nội vụ – Đại diện Bộ Nội vụ)')
    expect(document.match(/<w:tr[ >]/g)).toHaveLength(3)
    expect(plain.indexOf('Điều 2')).toBeGreaterThan(0)
    expect(plain.indexOf('Điều 2')).toBeLessThan(plain.indexOf('Điều 5'))
    expect(plain).toContain('Sửa lại')
  })

  it('never takes what somebody wrote for a field of it, and shows it to the letter', async () => {
    const document = documentIn(await fill(await recordTemplate(fitLines, fitRow)))
    expect(document).toContain('Chưa rõ {{asked}} và {{rows.answer}}, {{title}}.')
    expect(document).toContain('Dòng hai &lt;b&gt;&amp;&lt;/b&gt;')
    expect(document).not.toMatch(/\u{f0f0f}/u)
  })

  it('is the same to the byte when it is filled again', async () => {
    const template = await recordTemplate(fitLines, fitRow)
    expect(Buffer.compare(await fill(template), await fill(template))).toBe(0)
  })

  it('says that there is no remark where there is none', async () => {
    const document = documentIn(await fill(await recordTemplate(fitLines, fitRow), recordSource([silent('Bộ Nội vụ')])))
    expect(document).toContain('Chưa có nội dung góp ý nào được ghi nhận.')
  })
})

describe('looking at a form', () => {
  const problemsOf = async (lines: readonly string[], row: readonly string[] | undefined) =>
    templateProblems(await checkTemplate(await recordTemplate(lines, row)))

  it('finds nothing wrong with one that has all that is needed', async () => {
    expect(await problemsOf(fitLines, fitRow)).toEqual([])
  })

  it('names fields that no record has, and those that are needed and not there', async () => {
    expect(await problemsOf(['{{title}} {{hạn}} {{notice}} {{asked}}'], [...fitRow, '{{rows.phone}}'])).toEqual([
      'unknown fields: {{hạn}}, {{rows.phone}}',
      'missing fields: {{answered}}',
    ])
  })

  it('misses the row where its fields stand in no table, or nowhere', async () => {
    const row = expect.stringContaining('the repeated row is missing')
    expect(await problemsOf([...fitLines, ...fitRow], undefined)).toEqual([row])
    expect(await problemsOf(fitLines, undefined)).toEqual([expect.stringContaining('missing fields: {{rows.'), row])
  })

  it('refuses what is no DOCX, has macros, or unpacks to more than a form would', async () => {
    await expect(checkTemplate(strToU8('no zip'))).rejects.toThrow('no DOCX')
    await expect(checkTemplate(zipSync({ 'a.txt': strToU8('x') }))).rejects.toThrow('no DOCX')
    const parts = { 'word/document.xml': strToU8('<w:document/>') }
    await expect(checkTemplate(zipSync({ ...parts, 'word/vbaProject.bin': strToU8('x') }))).rejects.toThrow('macros')
    const bomb = withZeros(parts, 'word/media/a.bin', 60_000_000)
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(checkTemplate(bomb)).rejects.toThrow('more than 50 MB')
  })

  it('refuses what would run or load something where the record is opened, and what would take long to fill', async () => {
    const parts = unzipSync(await recordTemplate(fitLines, fitRow))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    const withDocument = (from: string, to: string) =>
      zipSync({ ...parts, 'word/document.xml': strToU8(xml.replace(from, () => to)) })
    const relation = (type: string) =>
      `<Relationships xmlns="x"><Relationship Id="r" Type="http://a/${type}" Target="https://a.vn/x.dotm" TargetMode="External"/></Relationships>`
    const withRelation = (type: string) =>
      zipSync({ ...parts, 'word/_rels/settings.xml.rels': strToU8(relation(type)) })
    const row = '<w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr>'
    for (const [template, why] of [
      [withRelation('attachedTemplate'), 'from another machine'],
      [withDocument('<w:tbl>', '<w:p><w:fldSimple w:instr="DDEAUTO cmd"/></w:p><w:tbl>'), 'DDE'],
      [withDocument('</w:tbl>', `${row.repeat(501)}</w:tbl>`), 'more than 500 rows'],
      [withDocument('MẪU', '{{title}}'.repeat(200)), 'more than 200 fields'],
      [withDocument('MẪU', 'x'.repeat(2_000_000)), 'more than 2 MB'],
      [withDocument('<w:tbl>', '<w:sdt>'.repeat(10_000)), 'broken'],
      [withDocument('<w:document', '<!DOCTYPE w [<!ENTITY a "ha">]><w:document'), 'DOCTYPE'],
      [withDocument('</w:body>', ''), 'broken'],
      [zipSync({ 'word/document.xml': strToU8('<a/>') }), 'built in a way'],
    ] as const)
      await expect(checkTemplate(template), why).rejects.toThrow(why)
    expect(templateProblems(await checkTemplate(withRelation('hyperlink')))).toEqual([])
  })

  it('is not led on by a part that says that it is smaller than it is', async () => {
    const parts = unzipSync(await recordTemplate(fitLines, fitRow))
    const size = 9_000_001
    const lying = Buffer.from(zipSync({ ...parts, 'word/media/a.bin': new Uint8Array(size) }))
    const [told, less] = [Buffer.alloc(4), Buffer.alloc(4)]
    told.writeUInt32LE(size)
    less.writeUInt32LE(100)
    for (let at = lying.indexOf(told); at >= 0; at = lying.indexOf(told, at + 4)) less.copy(lying, at)
    expect(unzipSync(openTemplate(lying))['word/media/a.bin']).toHaveLength(100)
  })
})
