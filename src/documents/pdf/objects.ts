import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'
import { DocumentRefused } from '../document-refused.ts'
import type { Limits } from '../limits.ts'
import { holdsKey, isDict, type PdfDict, type PdfValue, parseValue, skipBlanks, valuesOf } from './values.ts'

/** `number`: undefined where it cannot be told. */
export type PdfObject = { readonly number: number | undefined; readonly value: PdfValue }

/** So often may each letter be looked at, since objects that nobody closes reach to the end of the file. */
const mostTimes = 4
const leastLooked = 100_000

/** What may stand between the two numbers of an object and its keyword. */
const NUMBERS = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]*$/u

/**
 * Every object that a reader of this PDF could come upon, whatever its table says: those of earlier versions, those that
 * stand within something else, and those in object streams, which are packed. Values alone; no other stream is unpacked.
 * Refuses an object stream that cannot be unpacked, since nobody knows what it holds, and a file whose
 * objects overlap without end.
 */
export function* pdfObjects(bytes: Uint8Array, limits: Limits): Generator<PdfObject> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let [unpacked, looked] = [0, 0]
  for (const { 0: keyword, index } of text.matchAll(/(?<![A-Za-z])(?:obj|trailer)/gu)) {
    const begins = index + keyword.length
    const { value, at } = parseValue(text, begins)
    looked += at - begins
    if (looked > mostTimes * (text.length + leastLooked)) throw new DocumentRefused('too-complex', { looked })
    const [, number] = keyword === 'obj' ? (NUMBERS.exec(text.slice(Math.max(0, index - 40), index)) ?? []) : []
    yield { number: number === undefined ? undefined : Number(number), value }
    if (!isDict(value) || !isObjectStream(value)) continue
    const data = streamAt(text, at)
    if (data === undefined) continue
    const inside = unpack(bytes.subarray(data), limits)
    unpacked += inside.length
    if (unpacked > limits.unpackedBytes) throw new DocumentRefused('unpacks-too-large', { limit: limits.unpackedBytes })
    yield* packedObjects(inside, value)
  }
}

const isObjectStream = (dict: PdfDict) => holdsKey(dict, 'First') && holdsKey(dict, 'N', 'Type')

/** Where the bytes of a stream begin whose dictionary ends at `at`. */
function streamAt(text: string, at: number): number | undefined {
  const begins = skipBlanks(text, at)
  if (!text.startsWith('stream', begins)) return undefined
  const [blank = ''] = /^(?:\r\n|\n|\r)?/u.exec(text.slice(begins + 6, begins + 8)) ?? []
  return begins + 6 + blank.length
}

const PAIRS = /^[\0\t\n\f\r ]*\d+[\0\t\n\f\r ]+\d+/u

/** Deflated as writers do it, or as it is. Another packing, or rows with a predictor, do not begin with two numbers. */
function unpack(packed: Uint8Array, limits: Limits): string {
  const plain = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  if (PAIRS.test(plain.toString('latin1', 0, 64))) {
    const ends = plain.indexOf('endstream')
    return plain.toString('latin1', 0, ends === -1 ? plain.length : ends)
  }
  const inside = inflated(plain, limits).toString('latin1')
  if (!PAIRS.test(inside.slice(0, 64))) throw new DocumentRefused('hidden-objects')
  return inside
}

function inflated(packed: Buffer, limits: Limits): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: limits.partBytes })
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    if (tooLarge) throw new DocumentRefused('unpacks-too-large', { limit: limits.partBytes })
    throw new DocumentRefused('hidden-objects')
  }
}

/** At its head stand pairs: the number of an object, and where it begins behind `First`. */
function* packedObjects(text: string, dict: PdfDict): Generator<PdfObject> {
  const [first, ...others] = valuesOf(dict, 'First')
  if (typeof first !== 'number' || others.length > 0) throw new DocumentRefused('hidden-objects')
  for (const [, number, offset] of text.slice(0, first).matchAll(/(\d+)[\0\t\n\f\r ]+(\d+)/gu))
    yield { number: Number(number), value: parseValue(text, first + Number(offset)).value }
}
