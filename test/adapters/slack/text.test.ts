import { expect, it } from 'vitest'
import { grouped, paragraphs, plainText, textElement } from '../../../adapters/slack/drawing/text.ts'
import { limits } from '../../../adapters/slack/outgoing/limits.ts'

const run = (length: number, letter = 'x') => ({ text: letter.repeat(length) })

it('a run is text that is shown as it is, bold where it says so', () => {
  expect(textElement({ text: '*a*' })).toEqual({ type: 'text', text: '*a*' })
  expect(textElement({ text: 'a', bold: true })).toEqual({ type: 'text', text: 'a', style: { bold: true } })
  expect(plainText(':a:')).toEqual({ type: 'plain_text', text: ':a:', emoji: false })
})

it('runs go together up to the limit of one text, in their order', () => {
  const [a, b, c] = [run(limits.text - 2), run(2, 'y'), run(1, 'z')]
  expect(grouped([])).toEqual([])
  expect(grouped([{ text: '' }])).toEqual([[{ text: '' }]])
  expect(grouped([a, b])).toEqual([[a, b]])
  expect(grouped([a, b, c])).toEqual([[a, b], [c]])
  expect(grouped([a, run(3)])).toEqual([[a], [run(3)]])
  expect(grouped([b, a, c])).toEqual([[b, a], [c]])
  expect(grouped([c, a, c, c])).toEqual([[c, a, c], [c]])
})

it('paragraphs hold each run in its style, and one too long goes on in the next block', () => {
  expect(paragraphs([{ text: 'Hạn: ', bold: true }, { text: '30/06' }])).toEqual([
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Hạn: ', style: { bold: true } },
            { type: 'text', text: '30/06' },
          ],
        },
      ],
    },
  ])
  const long = paragraphs([{ text: 'x'.repeat(limits.text + 1), bold: true }])
  const section = (text: string) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
  })
  expect(long).toEqual([section('x'.repeat(limits.text)), section('x')])
})
