import { expect, test } from 'vitest'

// The page's files are no modules of ours: they are loaded as a browser does.
const page = new URL('../../../adapters/web/page/vietnamese.js', import.meta.url)
const { inVietnamese }: { inVietnamese(text: string): readonly { text: string; vi: boolean }[] } = await import(
  page.href
)

/** The text with what is marked in brackets. */
const marked = (text: string) =>
  inVietnamese(text)
    .map(({ text: part, vi }) => (vi ? `[${part}]` : part))
    .join('')

test.each([
  ['Inspection team 3: [Lào Cai], Monday, 22 June 2020, 08:00.'],
  ['Welcome, [Thành viên – Bộ Y tế (mẫu])'],
  ['Assign: [Cao Bằng]'],
  ['[Điều phối viên 1 (mẫu]) is a coordinator'],
  ['The visit to [Lạng Sơn] (KT-12) has been cancelled.'],
  ['[Nguyễn Văn An] has reported KT-3 as done.'],
  ['To [Bắc Kạn] on Tuesday, [Điện Biên] on Friday'],
  ['“[Tôi đề nghị làm rõ khoản] 2.”'],
  ['The Ministry of Health requests your opinion on “Draft Decree” (version 1).'],
  [''],
])('%s', (expected) => {
  expect(marked(expected.replace(/[[\]]/g, ''))).toBe(expected)
})

test('nothing of a text is lost or added', () => {
  for (const text of ['Điều 5, khoản 2 of the draft', ' a  Đ ', 'Ủy ban', '12/BYT-CNTT — Cục Tin học hóa'])
    expect(
      inVietnamese(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
})
