import { expect, it } from 'vitest'
import { articleJumps } from '../../../src/opinions/remarks/cards/article-jumps.ts'
import { vi } from '../../../src/texts/vi.ts'

const round = '7c0d6c7a-0f7c-4c3a-9d8e-0d6a6f2b1c11'
const starts = (count: number, aPage: number) =>
  Array.from({ length: count }, (_, n) => ({ heading: `Điều ${n + 1}`, page: Math.floor(n / aPage) }))
const labels = (count: number, aPage: number, at: number) =>
  articleJumps({ texts: vi }, starts(count, aPage), at, round).flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.map(({ label }) => label)
      : block.kind === 'choice'
        ? block.options.map(({ label }) => label)
        : [],
  )

it('a list of one page leads nowhere else', () => {
  expect(articleJumps({ texts: vi }, starts(3, 3), 0, round)).toEqual([])
})

it('every article of other pages is offered where they are few', () => {
  expect(labels(4, 2, 0)).toEqual(['Điều 3 (trang 2)', 'Điều 4 (trang 2)'])
})

it('of many the first of each page, and of many pages some from the beginning to the end', () => {
  expect(labels(40, 5, 0)).toEqual(
    ['6', '11', '16', '21', '26', '31', '36'].map((n, at) => `Điều ${n} (trang ${at + 2})`),
  )
  const far = labels(500, 2, 0)
  expect(far.length).toBeLessThanOrEqual(12)
  expect(far.at(-1)).toMatch(/trang 2[3-5]\d/)
})
