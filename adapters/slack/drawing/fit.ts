import type { types } from '@slack/bolt'
import { paragraphs } from './text.ts'

/** How many blocks a place takes, and how much they may weigh together. */
export type Space<T> = { readonly blocks: number; readonly weight: number; of(block: T): number }

/** The weight of the "…" that stands for what was left out. */
const markWeight = 200

/**
 * As many blocks as fit, by number and by weight. When some must go, "…" stands in their place and the buttons that
 * end the message stay: without them nobody could act on it.
 */
export function fitting<T extends { readonly type: string }>(
  blocks: readonly T[],
  space: Space<T>,
): (T | types.RichTextBlock)[] {
  const total = blocks.reduce((sum, block) => sum + space.of(block), 0)
  if (blocks.length <= space.blocks && total <= space.weight) return [...blocks]
  let tail = blocks.length
  while (blocks[tail - 1]?.type === 'actions') tail -= 1
  const end = start(blocks.slice(tail), { ...space, blocks: space.blocks - 1, weight: space.weight - markWeight })
  const used = end.reduce((sum, block) => sum + space.of(block), markWeight)
  const left = { ...space, blocks: space.blocks - 1 - end.length, weight: space.weight - used }
  return [...start(blocks.slice(0, tail), left), ...paragraphs([{ text: '…' }]), ...end]
}

/** The first blocks, as far as there is space. */
function start<T>(blocks: readonly T[], space: Space<T>): T[] {
  let weight = 0
  const over = blocks.findIndex((block, at) => {
    weight += space.of(block)
    return at >= space.blocks || weight > space.weight
  })
  return over === -1 ? [...blocks] : blocks.slice(0, over)
}

export function jsonLength(block: object): number {
  return JSON.stringify(block).length + 1
}
