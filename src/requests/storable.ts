import type { Inbound, Input } from '../contract/inbound.ts'

/**
 * A delivery as every database can keep it. PostgreSQL refuses the character NUL in a text, and half of a surrogate
 * pair has no UTF-8: both are accidents of copying and mean nothing, so words are kept without them. In ids and addresses
 * something else takes their place, since one id must never become another. What is `unknown` stays as it is.
 */
export function storable(inbound: Inbound): Inbound {
  const { from, input, files, keep } = inbound
  return {
    ...storableFields(inbound, unknown),
    from: storableFields(from, unknown),
    ...(files === undefined ? {} : { files: files.map((file) => storableFields(file)) }),
    ...(keep === undefined ? {} : { keep: storableFields(keep, unknown) }),
    input: said(input),
  }
}

const unknown = '\ufffd'

/** The same of an object's own texts; what lies deeper stays as it is. `instead` takes the place of each NUL. */
export function storableFields<T extends object>(value: T, instead = ''): T {
  const clean: T = { ...value }
  for (const key of keysOf(value)) {
    const field = value[key]
    if (typeof field === 'string') Object.defineProperty(clean, key, { ...writable, value: plainText(field, instead) })
  }
  return clean
}

const writable = { configurable: true, enumerable: true, writable: true }
const plainText = (text: string, instead = ''): string => text.replaceAll('\u0000', instead).toWellFormed()

function said(input: Input): Input {
  if (input.kind !== 'filled') return storableFields(input)
  const values = Object.entries(input.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? plainText(value) : value.map((one) => plainText(one)),
  ])
  return { ...input, values: Object.fromEntries(values) }
}

function keysOf<T extends object>(value: T): (keyof T)[] {
  const keys: (keyof T)[] = []
  for (const key in value) if (Object.hasOwn(value, key)) keys.push(key)
  return keys
}
