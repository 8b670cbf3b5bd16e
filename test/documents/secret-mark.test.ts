import { expect, it } from 'vitest'
import { findSecretMark } from '../../src/documents/secret-mark.ts'

const nothing = { name: 'du-thao.docx', properties: [], headers: [], footers: [], asides: [] }
const line = (text: string, at = 0) => ({ text: text.replace(/\s+/g, ' '), level: null, plain: false, at: at + 1 })
/** A draft's first lines, then so many that what follows is no head. */
const far = Array.from({ length: 40 }, (_, at) => line(`Đoạn ${at}.`, at))
const level = (found: ReturnType<typeof findSecretMark>) => found?.level ?? null

it.each([
  ['TUYET MAT - De an.docx', 'top-secret'],
  ['Đề án (Tối mật).docx', 'highly-secret'],
  ['toi_mat_bao_cao.pdf', 'highly-secret'],
  ['Báo cáo - Mật.pdf', 'secret'],
  ['Báo cáo - Mật.pdf'.normalize('NFD'), 'secret'],
  ['BC-MAT-2020.docx', 'secret'],
  ['bc_mat.docx', 'secret'],
  ['mat - to trinh.docx', 'secret'],
  ['do mat to trinh 2.docx', 'secret'],
  ['Nghị định bảo mật thông tin.docx', null],
  ['Luật Bảo vệ bí mật nhà nước.docx', null],
  ['bao-mat.docx', null],
  ['bi_mat_nha_nuoc.docx', null],
  ['giai phong mat bang.docx', null],
  ['mat-bang.docx', null],
  ['Mật độ dân số.xlsx', null],
  ['mat do xay dung.docx', null],
  ['Mật mã dân sự.docx', null],
  ['mặt bằng giá.docx', null],
  ['ve_mat.docx', 'secret'],
  ['format.docx', null],
  ['TỐI M\u200bẬT.docx', 'highly-secret'],
  ['ＴＯＩ ＭＡＴ.docx', 'highly-secret'],
  ['ToiMat-KeHoach.docx', 'highly-secret'],
  ['TUYETMAT.docx', 'top-secret'],
  ['ThongTinMatBang.docx', null],
] as const)('a file called "%s" is marked %s', (name, expected) => {
  expect(level(findSecretMark([], { ...nothing, name }))).toBe(expected)
})

it.each([
  ['MẬT', 'secret'],
  ['Mật', 'secret'],
  ['(TỐI MẬT)', 'highly-secret'],
  ['* TUYỆT MẬT *', 'top-secret'],
  ['T U Y Ệ T M Ậ T', 'top-secret'],
  ['M Ậ T', 'secret'],
  ['Độ mật: Tối mật', 'highly-secret'],
  ['TÀI LIỆU MẬT', 'secret'],
  ['MẬT - Bản số 02', 'secret'],
  ['BỘ CÔNG AN | TUYỆT MẬT', 'top-secret'],
  ['TOI MAT', 'highly-secret'],
  ['TỐI MẬT / HỎA TỐC', 'highly-secret'],
  ['MẬT, KHẨN', 'secret'],
  ['DẤU: TỐI MẬT', 'highly-secret'],
  ['M\u200bẬT', 'secret'],
  ['Mật, công khai và minh bạch', null],
  ['MAT', 'secret'],
  ['Mat', null],
  ['MẶT', null],
  ['Mật độ: 5 người', null],
  ['MẬT MÃ', null],
  ['MẬT KHẨU', null],
  ['BẢO MẬT', null],
  ['BÍ MẬT NHÀ NƯỚC', null],
  ['Bảo vệ bí mật nhà nước thuộc độ Mật do Bộ trưởng quyết định.', null],
  ['Độ mật: Không', null],
] as const)('a head or a line at the beginning that says "%s" is marked %s', (text, expected) => {
  expect(level(findSecretMark([line(text)], nothing))).toBe(expected)
  expect(level(findSecretMark(far, { ...nothing, headers: [text] }))).toBe(expected)
  expect(level(findSecretMark(far, { ...nothing, properties: [text] }))).toBe(expected)
})

it('further down only a stamp in capitals is a mark, and no table that lists degrees', () => {
  expect(findSecretMark([...far, line('TỐI MẬT', 40)], nothing)).toEqual({
    level: 'highly-secret',
    where: 'text',
    line: 41,
  })
  expect(findSecretMark([...far, line('Độ mật: Mật', 40)], nothing)).toMatchObject({ level: 'secret' })
  expect(findSecretMark([...far, line('Mật', 40)], nothing)).toBeNull()
  expect(findSecretMark([...far, { ...line('1 | TỐI MẬT | 30 năm', 40), plain: true }], nothing)).toBeNull()
})

it('a mark says where it stands', () => {
  expect(findSecretMark([line('Số: 1'), line('MẬT', 1)], nothing)).toEqual({ level: 'secret', where: 'head', line: 2 })
  expect(findSecretMark(far, { ...nothing, footers: ['Mật'] })).toEqual({
    level: 'secret',
    where: 'footer',
    line: null,
  })
})
