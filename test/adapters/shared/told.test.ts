import { expect, it } from 'vitest'
import { isUsable } from '../../../adapters/shared/buttons.ts'
import { sentFile } from '../../../adapters/shared/sent-file.ts'
import { SentFile } from '../../../src/contract/inbound.ts'

it('a button acts or opens the web, and opens nothing else', () => {
  expect(isUsable({ label: 'a', intent: { kind: 'help.show' } })).toBe(true)
  expect(['https://a.vn', 'HTTP://a.vn'].map((url) => isUsable({ label: 'a', url }))).toEqual([true, true])
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', ' https://a.vn', 'a.vn', ''])
    expect(isUsable({ label: 'a', url }), url).toBe(false)
})

it.each([
  {},
  { name: '', mediaType: '', size: -1 },
  { name: null, mediaType: null, size: null },
  { name: 'ư'.repeat(600), mediaType: 'a'.repeat(300), size: 1.5 },
  { name: 'Dự thảo.docx', mediaType: 'application/pdf', size: 0 },
])('whatever a platform tells of a file is within what the core takes: %o', (told) => {
  expect(SentFile.safeParse(sentFile(told)).success).toBe(true)
})
