import type { types } from '@slack/bolt'
import { paragraphs } from './text.ts'

/** How many blocks a place takes, and how much they may weigh together. */
export type Room<T> = { readonly blocks: number; readonly weight: number; of(block: T): number }

/** The weight of the "…" that stands for what was left out. */
const markWeight = 200

/**
 * As many blocks as fit, by number and by weight. When some must go, "…" stands in their place and the buttons that
 * end the message stay: without them nobody could act on it.
 */
export function fitting<T extends { readonly type: string }>(
  blocks: readonly T[],
  room: Room<T>,
): (T | types.RichTextBlock)[] {
  const total = blocks.reduce((sum, block) => sum + room.of(block), 0)
  if (blocks.length <= room.blocks && total <= room.weight) return [...blocks]
  let tail = blocks.length
  while (blocks[tail - 1]?.type === 'actions') tail -= 1
  const end = start(blocks.slice(tail), { ...room, blocks: room.blocks - 1, weight: room.weight - markWeight })
  const used = end.reduce((sum, block) => sum + room.of(block), markWeight)
  const left = { ...room, blocks: room.blocks - 1 - end.length, weight: room.weight - used }
  return [...start(blocks.slice(0, tail), left), ...paragraphs([{ text: '…' }]), ...end]
}

/** The first blocks, as far as there is room. */
function start<T>(blocks: readonly T[], room: Room<T>): T[] {
  let weight = 0
  const over = blocks.findIndex((block, at) => {
    weight += room.of(block)
    return at >= room.blocks || weight > room.weight
  })
  return over === -1 ? [...blocks] : blocks.slice(0, over)
}

export function jsonLength(block: object): number {
  return JSON.stringify(block).length + 1
}
