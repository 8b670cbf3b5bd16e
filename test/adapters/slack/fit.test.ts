import { describe, expect, it } from 'vitest'
import { fitting, jsonLength, type Space, type Unit } from '../../../adapters/slack/drawing/fit.ts'

type Sized = { readonly type: string; readonly weight: number }
const text = (weight: number): Sized => ({ type: 'section', weight })
const buttons = (weight: number): Sized => ({ type: 'actions', weight })
const space = (blocks: number, weight: number): Space<Sized> => ({ blocks, weight, of: (block) => block.weight })
const row = (...weights: number[]): Sized[] => weights.map((weight) => ({ type: 'row', weight }))
/** What is shown: the weight of a block, `b` and its weight for buttons, or the mark of what is left out. */
const shown = (blocks: readonly Sized[], within: Space<Sized>) =>
  fitting(unitsOf(blocks), within).map((block) =>
    'weight' in block ? (block.type === 'actions' ? `b${block.weight}` : block.weight) : '…',
  )

/** Each block by itself, but for those of a row, which follow one another. */
function unitsOf(blocks: readonly Sized[]): Unit<Sized>[] {
  const units: { blocks: Sized[]; is: Unit<Sized>['is'] }[] = []
  for (const block of blocks) {
    const last = units.at(-1)
    if (block.type === 'row' && last?.is === 'row') last.blocks.push(block)
    else
      units.push({ blocks: [block], is: block.type === 'row' ? 'row' : block.type === 'actions' ? 'press' : 'words' })
  }
  return units
}

describe('blocks', () => {
  it('that fit by number and by weight are all shown', () => {
    expect(shown([], space(0, 0))).toEqual([])
    expect(shown([text(400), text(600)], space(2, 1000))).toEqual([400, 600])
  })

  it('of which one is too many end with a mark, which is one of them', () => {
    expect(shown([text(1), text(2), text(3)], space(2, 1000))).toEqual([1, '…'])
    expect(shown([text(1), text(2), text(3)], space(1, 1000))).toEqual(['…'])
  })

  it('that weigh too much end with a mark, which weighs 200', () => {
    expect(shown([text(400), text(400), text(201)], space(9, 1000))).toEqual([400, 400, '…'])
    expect(shown([text(400), text(401), text(200)], space(9, 1000))).toEqual([400, '…'])
  })

  it('keep the buttons that end them, and those in their midst only where there is space', () => {
    expect(shown([text(1), buttons(2), text(3), text(4), buttons(5), buttons(6)], space(5, 1000))).toEqual([
      1,
      'b2',
      '…',
      'b5',
      'b6',
    ])
    expect(shown([text(400), text(400), buttons(300)], space(9, 1000))).toEqual([400, '…', 'b300'])
    expect(shown([text(500), text(400), buttons(300)], space(9, 1000))).toEqual([500, '…', 'b300'])
    expect(shown([text(501), text(400), buttons(300)], space(9, 1000))).toEqual(['…', 'b300'])
  })

  it('that are all buttons are shown as far as they go', () => {
    expect(shown([buttons(1), buttons(2), buttons(3)], space(2, 1000))).toEqual(['…', 'b1'])
    expect(shown([buttons(400), buttons(400), buttons(400)], space(9, 1000))).toEqual(['…', 'b400', 'b400'])
    expect(shown([buttons(400), buttons(401), buttons(400)], space(9, 1000))).toEqual(['…', 'b400'])
  })

  it('of a row are shown with its buttons or not at all', () => {
    expect(shown([text(1), ...row(2, 3), text(4), buttons(5)], space(4, 1000))).toEqual([1, '…', 'b5'])
    expect(shown([text(1), ...row(2, 3), text(4), text(5), buttons(6)], space(5, 1000))).toEqual([1, 2, 3, '…', 'b6'])
    // The buttons of the last row are no buttons of the message.
    expect(shown([text(1), text(2), ...row(3, 4)], space(3, 1000))).toEqual([1, 2, '…'])
  })

  it('weigh what they take as JSON in a list', () => {
    expect(jsonLength({ a: 1 })).toBe('{"a":1},'.length)
  })
})
