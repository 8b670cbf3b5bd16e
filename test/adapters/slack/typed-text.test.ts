import { expect, test } from 'vitest'
import { typedText } from '../../../adapters/slack/incoming/typed-text.ts'

test.each([
  ['a &amp; b &lt;c&gt;', 'a & b <c>'],
  ['&amp;lt;', '&lt;'],
  ['<@U1>', '@U1'],
  ['<@U1|Bình>', '@Bình'],
  ['<#C1|chung>', '#chung'],
  ['<!here>', '@here'],
  ['<!subteam^S1|@to-cong-tac>', '@to-cong-tac'],
  ['<!date^1592269200^{date}|16/06/2020>', '16/06/2020'],
  ['<http://example.org|example.org>', 'example.org'],
  ['<mailto:a@example.org|a@example.org>', 'a@example.org'],
  ['<https://example.org/x?a=1&amp;b=2>', 'https://example.org/x?a=1&b=2'],
  ['<https://example.org|dự thảo>', 'dự thảo (https://example.org)'],
  ['<@UBOT> kế hoạch', 'kế hoạch'],
  ['<@UBOT>: kế hoạch', 'kế hoạch'],
  ['  <@UBOT|trợ lý>, kế hoạch', 'kế hoạch'],
  ['hỏi<@UBOT>: đi', 'hỏi: đi'],
  ['<#C1>', '#C1'],
  ['<!subteam^S1|to@cong-tac>', '@to@cong-tac'],
  ['<https://example.org/x|https://example.org/x>', 'https://example.org/x'],
  ['hỏi <@UBOT> đi', 'hỏi  đi'],
  ['1 < 2 > 0', '1 < 2 > 0'],
  ['<>', '<>'],
])('%s was typed as %s', (sent, typed) => {
  expect(typedText(sent, ['UBOT'])).toBe(typed)
})
