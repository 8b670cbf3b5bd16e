import { whyBroken } from '../../texts/broken-text.ts'
import type { Doubtful } from '../sheets/doubts.ts'
import type { Problem } from '../sheets/report.ts'
import { findTwin } from '../units/unit-twins.ts'
import type { headOf } from './plan-file.ts'
import { goneItems, type Lists, type Stored } from './stored-plan.ts'

/** Keys and units that stand in the file twice. */
export function findTwice({ items, units }: Lists): Problem[] {
  const seen = (list: readonly string[], column: string) =>
    list.flatMap((name, at) =>
      list.indexOf(name) === at ? [] : [{ row: at + 1, column, value: name, reason: 'stands in the file twice' }],
    )
  return [
    ...seen(
      items.map((item) => item.key),
      'items.key',
    ),
    ...seen(
      units.map((unit) => unit.name),
      'inspections',
    ),
  ]
}

/** Texts that were read in a wrong encoding or need a font of their own. */
export function findBroken(head: ReturnType<typeof headOf>, { items, units }: Lists): readonly Doubtful[] {
  const texts = [
    { row: 0, column: 'plan.title', value: head.title },
    ...items.flatMap(({ type, title, draftingAgency, note }, at) =>
      Object.entries({ type, title, draftingAgency, note }).map(([name, value]) => ({
        row: at + 1,
        column: `items.${name}`,
        value: value ?? '',
      })),
    ),
    ...units.map(({ name }, at) => ({ row: at + 1, column: 'inspections', value: name })),
  ]
  return texts.flatMap((one) => {
    const reason = whyBroken(one.value)
    return reason === undefined ? [] : [{ ...one, reason, doubt: 'text' as const }]
  })
}

/** Units that are known, spelled in another way. */
export function findTwins({ units }: Lists, stored: Stored): Problem[] {
  const twinOf = findTwin(stored.units.map((unit) => unit.name))
  return units.flatMap(({ name }, at) => {
    const twin = twinOf(name)
    if (twin === undefined) return []
    return [
      { row: at + 1, column: 'inspections', value: name, reason: `is "${twin}", spelled in another way: write that` },
    ]
  })
}

/** Keys of another year's plan, and items that a round or the like hangs on and that the file no longer names. */
export function findKept({ items }: Lists, stored: Stored): Problem[] {
  const keys = new Set(items.map((item) => item.key))
  const foreign = stored.items.filter((item) => keys.has(item.key) && item.planId !== stored.plan?.id)
  const inUse = goneItems(stored, keys).filter(({ _count: of }) => of.rounds + of.proposals + of.documents > 0)
  return [
    ...foreign.map(({ key, plan }) => {
      const row = items.findIndex((item) => item.key === key) + 1
      return { row, column: 'items.key', value: key, reason: `this key belongs to the plan of ${plan.year}` }
    }),
    ...inUse.map(({ key }) => {
      const reason = 'is not in the file, but a round was opened or prepared for it; such an item is never removed'
      return { row: 0, column: 'items.key', value: key, reason }
    }),
  ]
}
