import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { layOutBallots } from '../../src/record/layout/ballots.ts'
import { layOutResults } from '../../src/record/layout/results.ts'
import type { SheetDocument } from '../../src/record/layout/sheet-document.ts'
import { makeRecord } from '../../src/record/write/make-record.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { answered, recordSource, silent } from '../support/record-source.ts'

const health = answered('Bộ Y tế', { body: 'Cơ bản thống nhất.', comments: [['Điều 5', 'Chưa rõ.', 'Sửa lại']] })
const finance = answered('Bộ Tài chính', { position: 'agree', recordedSource: 'Công văn số 12' })
const interior = silent('Bộ Nội vụ')
const everybody = [health, finance, interior, silent('Bộ Ngoại giao', 'deemed'), silent('Văn phòng', 'former')]
const source = recordSource(everybody, { silence: 'deemed', silenceBasis: 'Quy chế' })

const plainOf = (page: SheetDocument['pages'][number] | undefined) =>
  (page ?? []).map((block) => {
    switch (block.kind) {
      case 'choice':
        return `${block.ticked ? 'x' : '-'} ${block.text}`
      case 'line':
        return block.label === undefined ? block.text : `${block.label}: ${block.text}`
      case 'bar':
        return `${block.label} |${block.done}/${block.total}|`
      case 'table':
        return block.rows.map((row) => row.join(' | ')).join('\n')
      case 'signature':
        return `${block.lines.join(' ')} ${block.name}`
      case 'blank':
        return '…'
      default:
        return block.text
    }
  })

describe('ballots', () => {
  it('have a page for each who answered, with the position ticked, the words, the receipt and a place to sign', () => {
    const { pages } = layOutBallots(source, vi)
    expect(pages).toHaveLength(2)
    expect(plainOf(pages[1])).toEqual([
      'PHIẾU LẤY Ý KIẾN',
      'Về dự thảo Nghị định về bảo vệ dữ liệu cá nhân',
      'Họ và tên: Đại diện Bộ Y tế',
      'Cơ quan: Bộ Y tế',
      'Bản lấy ý kiến: dự thảo lần 2, đợt 1',
      'Hạn: 17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)',
      'Ý kiến đối với dự thảo (đánh dấu một phương án):',
      '- Đồng ý',
      'x Đồng ý và có ý kiến bổ sung',
      '- Không đồng ý',
      '- Ý kiến khác',
      'Ý kiến chung:',
      'Cơ bản thống nhất.',
      'Góp ý theo điều, khoản:',
      'Điều 5 | Chưa rõ. | Sửa lại',
      'Mã biên nhận: YK-1, ghi nhận lúc 10:00, 20/06/2020',
      'NGƯỜI CHO Ý KIẾN (Ký, ghi rõ họ tên) Đại diện Bộ Y tế',
    ])
    expect(plainOf(pages[0])).toContain('Ghi chú: Tổ công tác ghi thay, theo: Công văn số 12.')
  })

  it('of somebody who has not answered is empty, to be filled in by hand', () => {
    const { pages } = layOutBallots(source, vi, interior.personId)
    expect(pages).toHaveLength(1)
    const lines = plainOf(pages[0])
    expect(lines.filter((line) => line.startsWith('x'))).toEqual([])
    expect(lines).toContain('…')
    expect(lines.some((line) => line.startsWith('Mã biên nhận'))).toBe(false)
  })

  it('say so where nobody has answered', () => {
    expect(layOutBallots(recordSource([interior]), en).pages).toEqual([
      [{ kind: 'line', text: 'No ballot has been answered yet.' }],
    ])
  })

  it('are printed a page each', async () => {
    const parts = unzipSync(await makeRecord({ source, locale: 'vi', what: 'ballots', format: 'docx' }))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(document.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1)
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
  })
})

describe('the counts', () => {
  it('give answered by position, deemed and missing apart, of all who were asked, and never a decision', () => {
    const lines = plainOf(layOutResults(source, vi).pages[0])
    expect(lines).toContain('Số thành viên được lấy ý kiến: 4')
    expect(lines).toContain('Đồng ý: 1/4 (25%) |1/4|')
    expect(lines).toContain('Đồng ý và có ý kiến bổ sung: 1/4 (25%) |1/4|')
    expect(lines).toContain('Được coi như đồng ý theo Quy chế: 1/4 (25%) |1/4|')
    expect(lines).toContain('Chưa trả lời: 1/4 (25%) |1/4|')
    expect(lines).toContain('Không còn là thành viên khi chưa trả lời, không tính vào tổng số: 1')
    expect(lines.at(-1)).toBe('Số liệu chỉ cho biết ý kiến đã nhận, không phải kết quả thông qua.')
    expect(lines.join('\n')).not.toContain('một nửa')
  })

  it('compare with half of those asked only where that is switched on, and silence is no consent there', () => {
    const half = (people: typeof everybody) =>
      plainOf(layOutResults(recordSource(people), en, true).pages[0]).find((line) => line.includes('more than half'))
    expect(half(everybody)).toContain('together 2 of 4, which is not more than half')
    expect(half([health, finance, interior])).toContain('together 2 of 3, which is more than half')
  })

  it('stand for a round in which nobody was asked', () => {
    expect(plainOf(layOutResults(recordSource([]), vi, true).pages[0])).toContain('Đồng ý: 0/0 (0%) |0/0|')
  })
})
