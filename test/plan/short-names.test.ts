import { expect, test } from 'vitest'
import { shortNamesOf } from '../../src/plan/units/short-names.ts'

test('a ministry is called by its initials, without "Bộ", and by both', () => {
  expect(shortNamesOf('Bộ Tài nguyên và Môi trường')).toEqual([
    'BTNMT',
    'Tài nguyên và Môi trường',
    'Bộ TNMT',
    'TNMT',
    'Tài nguyên Môi trường',
    'Bộ Tài nguyên Môi trường',
  ])
  expect(shortNamesOf('Bộ Kế hoạch và Đầu tư')).toContain('BKHĐT')
  expect(shortNamesOf('Bộ Văn hóa, Thể thao và Du lịch')).toContain('BVHTTDL')
  expect(shortNamesOf('Bộ Y tế')).toEqual(['BYT', 'Y tế', 'Bộ YT'])
})

test('two letters are nobody’s short name', () => {
  expect(shortNamesOf('Bộ Công an')).not.toContain('CA')
})

test('an agency of the country is called with and without it', () => {
  expect(shortNamesOf('Ngân hàng Nhà nước Việt Nam')).toEqual(['NHNNVN', 'NHNN', 'Ngân hàng Nhà nước'])
  expect(shortNamesOf('Văn phòng Chính phủ')).toEqual(['VPCP'])
})

test('a locality of which the kind is not stated is called as province and as city', () => {
  const names = shortNamesOf('Lào Cai')
  for (const name of ['tỉnh Lào Cai', 'UBND Lào Cai', 'UBND tỉnh Lào Cai', 'TP Lào Cai', 'Lào Cai province'])
    expect(names).toContain(name)
  expect(names).not.toContain('Lào Cai')
})

test('a locality of which the kind is stated is called by its own kind alone', () => {
  expect(shortNamesOf('Thành phố Hồ Chí Minh')).toEqual(
    expect.arrayContaining(['Hồ Chí Minh', 'TP Hồ Chí Minh', 'TP HCM', 'UBND thành phố Hồ Chí Minh']),
  )
  expect(shortNamesOf('Thành phố Hồ Chí Minh').join()).not.toMatch(/tỉnh|province/)
  expect(shortNamesOf('Tỉnh Lào Cai').join()).not.toMatch(/thành phố|city/)
})

test('letters composed or not give the same short names, and a name is never its own', () => {
  for (const name of ['Bộ Kế hoạch và Đầu tư', 'Điện Biên', 'Ủy ban Dân tộc']) {
    expect(shortNamesOf(name.normalize('NFD'))).toEqual(shortNamesOf(name))
    expect(shortNamesOf(name)).not.toContain(name)
  }
})
