import { DocumentRefused, type RefusedDocument } from '../document-refused.ts'
import type { Limits } from '../limits.ts'
import { type PdfObject, pdfObjects } from './objects.ts'
import { holdsKey, isDict, type PdfDict, type PdfValue, valuesOf } from './values.ts'

type Active = Extract<RefusedDocument, 'script' | 'launch' | 'opens-by-itself' | 'holds-files' | 'media'>

/** What a name means wherever it stands as a value: an action, a kind of annotation, a kind of stream. */
const NAMES: Readonly<Record<string, Active>> = {
  JavaScript: 'script',
  Launch: 'launch',
  EmbeddedFile: 'holds-files',
  FileAttachment: 'holds-files',
  RichMedia: 'media',
  RichMediaExecute: 'media',
  '3D': 'media',
}

/** What may happen by itself: it shows another place, another layer, or the dialogue for printing. */
const HARMLESS = new Set(['GoTo', 'GoTo3DView', 'GoToDp', 'Named', 'SetOCGState', 'Hide', 'Trans', 'ResetForm'])

/** An action may lead to another one, and that to the next. */
const mostSteps = 20

/**
 * Refuses a PDF that runs a script or a program, opens something by itself, holds other files, or plays what may run
 * scripts: what we hand out is opened by everybody who is asked. Links, places to begin at and signatures stay.
 */
export function refuseActive(bytes: Uint8Array, limits: Limits): void {
  let wanted: ReadonlySet<number> = new Set()
  const seen = new Set<number>()
  for (let step = 0; step <= mostSteps; step += 1) {
    const next = new Set<number>()
    for (const object of pdfObjects(bytes, limits)) {
      const found = step === 0 ? look(object.value, next) : follow(object, wanted, next)
      if (found !== undefined) throw new DocumentRefused(found)
    }
    for (const number of wanted) seen.add(number)
    wanted = next.difference(seen)
    if (wanted.size === 0) return
  }
  throw new DocumentRefused('opens-by-itself')
}

const follow = ({ number, value }: PdfObject, wanted: ReadonlySet<number>, next: Set<number>) =>
  number !== undefined && wanted.has(number) ? happens(value, next) : undefined

/** What a value holds; the numbers of objects in which stands what happens by itself are put into `next`. */
function look(value: PdfValue, next: Set<number>): Active | undefined {
  if (value === null || typeof value === 'number' || 'ref' in value) return undefined
  if ('name' in value) return Object.hasOwn(NAMES, value.name) ? NAMES[value.name] : undefined
  if ('items' in value) return firstOf(value.items, (each) => look(each, next))
  return (
    kindOf(value) ??
    firstOf(
      value.entries,
      ([key, each]) => look(each, next) ?? (key === 'OpenAction' || key === 'AA' ? happens(each, next) : undefined),
    )
  )
}

function kindOf(dict: PdfDict): Active | undefined {
  // Also forms that are programs, and what a script says beside an action to play something or a model to be turned.
  if (holdsKey(dict, 'XFA', 'OnInstantiate') || (holdsKey(dict, 'JS') && holdsKey(dict, 'S'))) return 'script'
  if (holdsKey(dict, 'EF') && holdsKey(dict, 'F', 'UF')) return 'holds-files'
  // The document from which LibreOffice made the file, which it opens in its place.
  if (holdsKey(dict, 'AdditionalStreams')) return 'holds-files'
  return undefined
}

/** Whether what happens by itself does more than to show something: an action, or several by when they happen. */
function happens(value: PdfValue, next: Set<number>): Active | undefined {
  if (value === null || typeof value === 'number') return undefined
  if ('ref' in value) next.add(value.ref)
  // A name or an array is a place in the document.
  if (!isDict(value)) return undefined
  if (!holdsKey(value, 'S'))
    return firstOf(value.entries, ([key, each]) => (WHEN.has(key) ? happens(each, next) : undefined))
  if (!valuesOf(value, 'S').every(isHarmless)) return 'opens-by-itself'
  return firstOf(valuesOf(value, 'Next'), (each) =>
    each !== null && typeof each === 'object' && 'items' in each
      ? firstOf(each.items, (one) => happens(one, next))
      : happens(each, next),
  )
}

const isHarmless = (action: PdfValue) =>
  action !== null && typeof action === 'object' && 'name' in action && HARMLESS.has(action.name)

/** The keys of ISO 32000-2, 12.6.3: of annotations, pages, fields and the document. */
const WHEN = new Set('E X D U Fo Bl PO PC PV PI O C K F V WC WS DS WP DP'.split(' '))

function firstOf<T>(all: readonly T[], find: (each: T) => Active | undefined): Active | undefined {
  for (const each of all) {
    const found = find(each)
    if (found !== undefined) return found
  }
  return undefined
}
