import { expect, test } from 'vitest'
import { suggested } from '../../../adapters/slack/drawing/picker.ts'
import { validateSuggested } from '../../support/slack-validate.ts'

const options = Array.from({ length: 100 }, (_, at) => ({ value: `k${at}`, label: `Nguyễn Văn ${at} `.repeat(9) }))

test('a hundred options stand under what is said beside them', () => {
  const shown = suggested({ options, more: 37, said: 'Hiện 100/137. Gõ thêm để thấy các mục còn lại.' }, 'nguyen')
  expect(validateSuggested(shown)).toEqual([])
  expect(shown).toMatchObject({
    option_groups: [{ label: { text: 'Hiện 100/137. Gõ thêm để thấy các mục còn lại.' } }],
  })
})

test('where nothing was found the words themselves can be picked, so that the form answers them', () => {
  const long = 'x'.repeat(400)
  for (const typed of ['Ông <b> & Bà', long]) {
    const shown = suggested({ options: [], more: 0, said: `Không có mục nào khớp với “${typed}”.` }, ` ${typed} `)
    expect(validateSuggested(shown)).toEqual([])
    expect(shown).toMatchObject({ option_groups: [{ options: [{ value: typed.slice(0, 150) }] }] })
  }
  expect(suggested({ options: [], more: 0, said: 'Danh sách này chưa có mục nào.' }, ' ')).toEqual({ options: [] })
})

test('a value that Slack would not carry is not offered', () => {
  const shown = suggested(
    {
      options: [
        { value: 'x'.repeat(151), label: 'Dài' },
        { value: 'a', label: 'A' },
      ],
      more: 0,
    },
    '',
  )
  expect(validateSuggested(shown)).toEqual([])
  expect(shown).toMatchObject({ options: [{ value: 'a' }] })
})
