import type { types } from '@slack/bolt'
import { paragraphs } from './text.ts'

/** How many blocks a place takes, and how much they may weigh together. */
export type Space<T> = { readonly blocks: number; readonly weight: number; of(block: T): number }

/**
 * Blocks that one of ours became. `words` may be shown in part; a `row` is shown with its buttons or not at all, lest a
 * button stand under another row; `press` are the buttons and menus of the whole message.
 */
export type Unit<T> = { readonly blocks: readonly T[]; readonly is: 'words' | 'row' | 'press' }

/** The weight of the "…" that stands for what was left out. */
const markWeight = 200

/**
 * As many blocks as fit, by number and by weight. When some must go, "…" stands in their place and the buttons that
 * end the message stay, with the few words that may follow them: without them nobody could act on it.
 */
export function fitting<T>(units: readonly Unit<T>[], space: Space<T>): (T | types.RichTextBlock)[] {
  const blocks = units.flatMap((unit) => unit.blocks)
  const total = blocks.reduce((sum, block) => sum + space.of(block), 0)
  if (blocks.length <= space.blocks && total <= space.weight) return blocks
  const tail = tailOf(units, space)
  const end = start(units.slice(tail), { ...space, blocks: space.blocks - 1, weight: space.weight - markWeight })
  const used = end.reduce((sum, block) => sum + space.of(block), markWeight)
  const left = { ...space, blocks: space.blocks - 1 - end.length, weight: space.weight - used }
  return [...start(units.slice(0, tail), left), ...paragraphs([{ text: '…' }]), ...end]
}

/** In weight: what stands below the last buttons and is more than this may be cut like the rest. */
const fewWords = 2000

/** Where the buttons begin that end the message. */
function tailOf<T>(units: readonly Unit<T>[], space: Space<T>): number {
  const last = units.findLastIndex(({ is }) => is === 'press') + 1
  const after = units.slice(last).flatMap(({ blocks }) => blocks)
  const few = last > 0 && after.reduce((sum, block) => sum + space.of(block), 0) <= fewWords
  let tail = few ? last : units.length
  while (units[tail - 1]?.is === 'press') tail -= 1
  return tail
}

/** The first blocks, as far as there is space. */
function start<T>(units: readonly Unit<T>[], space: Space<T>): T[] {
  const taken: T[] = []
  let weight = 0
  for (const { blocks, is } of units) {
    const before = taken.length
    for (const block of blocks) {
      weight += space.of(block)
      if (taken.length >= space.blocks || weight > space.weight) return is === 'row' ? taken.slice(0, before) : taken
      taken.push(block)
    }
  }
  return taken
}

export function jsonLength(block: object): number {
  return JSON.stringify(block).length + 1
}
