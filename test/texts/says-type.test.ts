import { expect, test } from 'vitest'
import { saysType } from '../../src/texts/says-type.ts'
import { vi } from '../../src/texts/vi.ts'

test.each([
  ['nghị định', 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'],
  ['cơ sở dữ liệu', 'Triển khai cơ sở dữ liệu quốc gia Dân cư'],
  ['cơ sở dữ liệu', 'Nâng cấp Cơ sở dữ liệu về phương tiện giao thông'],
  ['hệ thống', 'Xây dựng Hệ thống tham vấn chính sách, văn bản quy phạm pháp luật'],
])('the type %s is not said before “%s”', (type, title) => {
  expect(saysType(type, title)).toBe(true)
  expect(vi.digest.upcoming.item('M', type, title, 'Bộ Y tế')).toContain(`M: “${title}”`)
})

test('a type that a title only mentions is said before it', () => {
  expect(saysType('nghị định', 'Sơ kết việc thi hành Nghị định số 13')).toBe(false)
  expect(saysType('nghị định', 'Xây dựng báo cáo về Nghị định số 13')).toBe(false)
})
