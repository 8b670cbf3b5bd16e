import type { Inbound, Input } from './contract/inbound.ts'

/**
 * A delivery as every database can keep it. PostgreSQL refuses the character NUL in a text, and half of a surrogate
 * pair has no UTF-8: both are accidents of copying and mean nothing, so the words are kept without them. What is
 * `unknown` in it stays as it is; see `storableFields`.
 */
export function storable(inbound: Inbound): Inbound {
  const { from, input } = inbound
  return { ...storableFields(inbound), from: storableFields(from), input: said(input) }
}

/** The same of an object's own texts; what lies deeper stays as it is. */
export function storableFields<T extends object>(value: T): T {
  const clean: T = { ...value }
  for (const key of keysOf(value)) {
    const field = value[key]
    if (typeof field === 'string') Object.defineProperty(clean, key, { ...writable, value: plainText(field) })
  }
  return clean
}

const writable = { configurable: true, enumerable: true, writable: true }
const plainText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

function said(input: Input): Input {
  if (input.kind !== 'filled') return storableFields(input)
  const values = Object.entries(input.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? plainText(value) : value.map(plainText),
  ])
  return { ...input, values: Object.fromEntries(values) }
}

function keysOf<T extends object>(value: T): (keyof T)[] {
  const keys: (keyof T)[] = []
  for (const key in value) if (Object.hasOwn(value, key)) keys.push(key)
  return keys
}
