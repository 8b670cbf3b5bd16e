import { describe, expect, it } from 'vitest'
import { layOutRecord } from '../../src/record/layout/layout.ts'
import { rowsForTemplate } from '../../src/record/template/template-fields.ts'
import { writeHtml } from '../../src/record/write/html.ts'
import { sheetOf } from '../../src/record/write/sheet.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { answered, recordSource, silent } from '../support/record-source.ts'

const health = answered('Bộ Y tế', {
  body: 'Cơ bản thống nhất.',
  comments: [
    ['Điều 12', 'Chưa rõ.'],
    ['Điều 5, khoản 2', 'Sửa thời hạn.', '72 giờ'],
  ],
})
const finance = answered('Bộ Tài chính', {
  late: true,
  recordedSource: 'Công văn số 12',
  comments: [['Điều 5 khoản 2', 'Sửa thời hạn.', '72 giờ']],
})
const justice = answered('Bộ Tư pháp', { position: 'disagree', body: 'Không đồng ý.', sentBy: 'Trần Thị Bình' })
const agreed = answered('Bộ Xây dựng', { position: 'agree' })
const everybody = [health, finance, justice, agreed, silent('Bộ Nội vụ'), silent('Bộ Ngoại giao', 'deemed')]

const rowsOf = (document: ReturnType<typeof layOutRecord>) =>
  document.groups.map(({ heading, rows }) => [
    heading,
    ...rows.map(({ provision, authors }) => `${provision}: ${authors.map(({ body }) => body).join(', ')}`),
  ])

describe('the consolidated table', () => {
  it('has general remarks first, then the order of the draft, within a provision by organisation', () => {
    expect(rowsOf(layOutRecord(recordSource(everybody), vi))).toEqual([
      ['Ý kiến chung', 'Ý kiến chung: Bộ Tư pháp', 'Ý kiến chung: Bộ Y tế'],
      ['Điều 5', 'Điều 5 khoản 2: Bộ Tài chính', 'Điều 5, khoản 2: Bộ Y tế'],
      ['Điều 12', 'Điều 12: Bộ Y tế'],
    ])
  })

  it('says before the rows how many were asked and answered, and names answered, deemed and missing apart', () => {
    const { preamble } = layOutRecord(
      recordSource(everybody, { silence: 'deemed', silenceBasis: 'khoản 3 Điều 7 Quy chế' }),
      vi,
    )
    const lines = preamble.map(({ label, text }) => `${label ?? ''}: ${text}`)
    expect(lines).toContain('Số thành viên được lấy ý kiến: 6')
    expect(lines).toContain('Số thành viên đã trả lời: 4, trong đó gửi muộn: 1')
    expect(lines).toContain('Đồng ý, không có ý kiến khác (1): Bộ Xây dựng – Đại diện Bộ Xây dựng')
    expect(lines.find((line) => line.startsWith('Có ý kiến góp ý (3)'))).toContain(
      'Bộ Tư pháp – Đại diện Bộ Tư pháp (không đồng ý)',
    )
    expect(lines).toContain(
      'Không trả lời, được coi như đồng ý theo khoản 3 Điều 7 Quy chế (1): Bộ Ngoại giao – Đại diện Bộ Ngoại giao',
    )
    expect(lines).toContain('Chưa trả lời (1): Bộ Nội vụ – Đại diện Bộ Nội vụ')
  })

  it('says when a round that was closed before its deadline really ended', () => {
    const periodOf = (endedAt: string) =>
      layOutRecord(recordSource(everybody, { endedAt: new Date(endedAt) }), vi).preamble.find(
        ({ label }) => label === vi.recordTable.period,
      )?.text
    expect(periodOf('2020-06-30T10:00:00Z')).toBe('từ 09:00, 16/06/2020 đến 17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)')
    expect(periodOf('2020-06-20T03:00:00Z')).toBe(
      'từ 09:00, 16/06/2020 đến 10:00, 20/06/2020 (đóng trước hạn 17:00, Thứ Ba 30/06/2020 (giờ Việt Nam))',
    )
  })

  it('marks what was late, recorded for somebody with its source, or sent by a delegate', () => {
    const { groups } = layOutRecord(recordSource(everybody), vi)
    const marks = (body: string) =>
      groups.flatMap(({ rows }) => rows.flatMap(({ authors }) => authors)).find((author) => author.body === body)?.marks
    expect(marks('Bộ Tài chính')).toEqual(['gửi muộn', 'Tổ công tác ghi thay, theo: Công văn số 12'])
    expect(marks('Bộ Tư pháp')).toEqual(['gửi theo ủy quyền: Trần Thị Bình'])
    expect(marks('Bộ Y tế')).toEqual([])
  })

  it('names the letters of somebody once on a page, at their first row, and in each row of a sheet', () => {
    const letters = [{ name: 'cv.pdf', number: '12/BYT-CNTT', dated: '2020-06-15', sha256: 'a' }]
    const comments = [
      ['Điều 5', 'Sửa.'],
      ['Điều 12', 'Bỏ.'],
    ] as const
    const table = layOutRecord(recordSource([answered('Bộ Y tế', { body: 'Góp ý chung.', comments, letters })]), vi)
    const cells = [
      ...Buffer.from(writeHtml(table))
        .toString()
        .matchAll(/<tr><td.*?<\/tr>/gsu),
    ].map(String)
    expect(cells.map((cell) => cell.includes('12/BYT-CNTT'))).toEqual([true, false, false])
    expect(rowsForTemplate(table).map(({ marks }) => marks.includes('12/BYT-CNTT'))).toEqual([true, false, false])
    const { rows } = sheetOf(table)
    expect(rows.map((row) => row.join().includes('12/BYT-CNTT'))).toEqual([true, true, true])
  })

  it('names a seat that is called after its body by that body alone', () => {
    const people = layOutRecord(
      recordSource([health, answered('Bộ Công an', { body: 'Có.' }, { name: 'Lê Thị C' })]),
      vi,
    )
      .groups.flatMap(({ rows }) => rows.flatMap(({ authors }) => authors))
      .map(({ body, person }) => [body, person])
    expect(people).toContainEqual(['Bộ Y tế', ''])
    expect(people).toContainEqual(['Bộ Công an', 'Lê Thị C'])
  })

  it('says before anything else that the round is still open, or was withdrawn and why', () => {
    const notices = (phase: 'open' | 'late' | 'closed' | 'withdrawn') =>
      layOutRecord(recordSource(everybody, { phase, changeReason: 'có dự thảo mới' }), vi).notices
    for (const phase of ['open', 'late'] as const)
      expect(notices(phase)).toEqual([expect.stringContaining('09:00, 01/07/2020')])
    expect(notices('closed')).toEqual([])
    expect(notices('withdrawn')).toEqual(['Đợt lấy ý kiến này đã được thu hồi. Lý do: có dự thảo mới.'])
  })

  it('puts the remarks that a coordinator put together into one row, and each answer where it belongs', () => {
    const [one, other] = [health.answer?.comments[1]?.id ?? '', finance.answer?.comments[0]?.id ?? '']
    const accepted = (id: string) => ({ id, outcome: 'accept', words: '' }) as const
    const laidOut = (ids: readonly string[], words: string | null = null, replied = [accepted(one), accepted(other)]) =>
      layOutRecord(recordSource(everybody, {}, [{ ids, words }], replied), vi)
    expect(laidOut([one, other], null, [accepted(other)]).groups[1]?.rows[0]?.answer).toBe('Bộ Tài chính: Tiếp thu.')
    const { groups } = laidOut([one, other])
    expect(groups[1]?.rows).toMatchObject([
      {
        provision: 'Điều 5 khoản 2',
        authors: [{ body: 'Bộ Tài chính' }, { body: 'Bộ Y tế' }],
        remarks: [{ words: 'Sửa thời hạn.', proposal: '72 giờ' }],
        answer: 'Tiếp thu.',
      },
    ])
    const different = laidOut([health.answer?.comments[0]?.id ?? '', other], 'Sửa lại thời hạn.').groups[1]?.rows[0]
    expect(different?.provision).toBe('Điều 5 khoản 2; Điều 12')
    expect(different?.remarks).toEqual([
      { by: 'Nội dung chung', words: 'Sửa lại thời hạn.' },
      { by: 'Bộ Tài chính', words: 'Sửa thời hạn.', proposal: '72 giờ' },
      { by: 'Bộ Y tế', words: 'Chưa rõ.' },
    ])
  })

  it('shows the title of a provision of the document, and gives a sheet what it said when the remark was made', () => {
    const heading = { kind: 'provision', id: 'd5', path: 'Điều 5', title: 'Thời hạn' } as const
    const said = answered('Bộ Y tế', { comments: [['Điều 5', 'Chưa rõ.']] })
    const [comment] = said.answer?.comments ?? []
    if (said.answer === undefined || comment === undefined) throw new Error('no comment')
    const placed = { ...comment, place: { order: [0, 4], heading }, provisionText: 'Thời hạn là 10 ngày.' }
    const document = layOutRecord(recordSource([{ ...said, answer: { ...said.answer, comments: [placed] } }]), vi)
    expect(document.groups).toMatchObject([{ heading: 'Điều 5. Thời hạn' }])
    const { columns, rows } = sheetOf(document)
    expect(rows[0]?.[columns.findIndex(({ name }) => name === vi.recordTable.sheet.provisionText)]).toBe(
      'Thời hạn là 10 ngày.',
    )
  })

  it('has every word of everybody and everybody asked, in both languages', () => {
    for (const texts of [vi, en]) {
      const { groups, withoutRows } = layOutRecord(recordSource(everybody), texts)
      const words = groups.flatMap(({ rows }) => rows.flatMap(({ remarks }) => remarks.map((remark) => remark.words)))
      expect(words.toSorted()).toEqual(
        ['Cơ bản thống nhất.', 'Chưa rõ.', 'Không đồng ý.', 'Sửa thời hạn.', 'Sửa thời hạn.'].toSorted(),
      )
      expect(withoutRows.map(({ body }) => body)).toEqual(
        ['Bộ Xây dựng', 'Bộ Ngoại giao', 'Bộ Nội vụ'].map(texts.called),
      )
    }
    expect(layOutRecord(recordSource(everybody), en).about).toBe('On the draft Decree on personal data protection')
  })

  it('shows characters that XML forbids as squares, and loses no word beside them', () => {
    const source = recordSource([answered('Bộ Y tế', { body: 'một\u0000hai\r\nba\u2028bốn\ud800năm\ufffe' })])
    expect(layOutRecord(source, vi).groups[0]?.rows[0]?.remarks[0]?.words).toBe('một\u25a1hai\nba\nbốn\u25a1năm\u25a1')
  })
})
