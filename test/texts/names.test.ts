import { expect, test } from 'vitest'
import { addressed, inEnglish } from '../../src/texts/en/names.ts'
import { OFFICIAL_NAMES } from '../../src/texts/official-names.ts'
import { vi } from '../../src/texts/vi.ts'

test('a ministry has its official English name, however its dash, spaces and letters are written', () => {
  expect(inEnglish('Bộ Y tế')).toBe('Ministry of Health')
  const labour = 'Ministry of Labour, War Invalids and Social Affairs'
  expect(inEnglish('Bộ Lao động – Thương binh và Xã hội')).toBe(labour)
  expect(inEnglish('Bộ Lao động -  Thương binh và xã hội')).toBe(labour)
  expect(inEnglish('Bộ Y tế'.normalize('NFD'))).toBe('Ministry of Health')
})

test.each(['Đoàn công tác số 3', 'Đoàn kiểm tra số 3', 'đoàn số 3', 'Đoàn 3'])('%s is Inspection team 3', (name) => {
  expect(inEnglish(name)).toBe('Inspection team 3')
})

test('a province stays a name, its people’s committee does not, and what has no English form comes back as it is', () => {
  expect(inEnglish('Lào Cai')).toBe('Lào Cai')
  expect(inEnglish('UBND tỉnh Lào Cai')).toBe('People’s Committee of Lào Cai province')
  expect(inEnglish('Ủy ban nhân dân thành phố Hải Phòng')).toBe('People’s Committee of Hải Phòng city')
  for (const name of ['Cục Tin học hóa', 'Đoàn công tác Tây Bắc', '']) expect(inEnglish(name)).toBe(name)
})

test('titles have English forms', () => {
  expect([inEnglish('Thành viên Ủy ban'), inEnglish('Bộ trưởng')]).toEqual(['Member of the Committee', 'Minister'])
})

test('an honorific is put into English where it has a form there, left out where it has none, and never guessed', () => {
  const to = (honorific: string | null) => addressed({ name: 'Nguyễn Văn An', honorific })
  expect(to('Ông')).toBe('Mr Nguyễn Văn An')
  expect(to('Bà')).toBe('Ms Nguyễn Văn An')
  expect(to('Đồng chí')).toBe('Nguyễn Văn An')
  expect(to(null)).toBe('Nguyễn Văn An')
  expect(to('GS.TS')).toBe('GS.TS Nguyễn Văn An')
})

test('Vietnamese texts call everything by its own name', () => {
  for (const name of Object.keys(OFFICIAL_NAMES)) expect(vi.called(name)).toBe(name)
})
