import type { Context } from '../../context.ts'
import type { Option } from '../../contract/form.ts'

/** One of a directory, with all that it may be found by. */
export type Entry = {
  readonly id: string
  /** The answer of a form: a person's or team's key, a unit's id. */
  readonly value: string
  /** Its name, and its body's where that is another, as they are stored. */
  readonly called: readonly [name: string, body?: string]
  /** Tells it apart from another of the same label: a title; after it the key does. */
  readonly apart?: string | undefined
  /** What alone means it, by the right it has to the name: its key, its own names, how else it is called. */
  readonly names: readonly [readonly string[], readonly string[], readonly string[]]
  /** What it is found by and not called: a title. */
  readonly beside?: readonly string[]
  /** Offered still, and not meant where one that is not so is called the same. */
  readonly past?: true
  /** Not offered any more: their last day (`YYYY-MM-DD`), where one is known. */
  readonly left?: { readonly day: string | undefined }
}

type Words = Pick<Context, 'texts'>

/** The same as people read it; of somebody with a body, the body alone has a name in other languages. */
export const labelOf = ({ texts }: Words, { called: [name, body] }: Entry): string =>
  body === undefined ? texts.called(name) : `${name}, ${texts.called(body)}`

/** As options, those of the same label told apart: by what stands `apart`, else by the answer itself. */
export function optionsOf(ctx: Words, entries: readonly Entry[], all: readonly Entry[] = entries): readonly Option[] {
  const short = (entry: Entry) => labelOf(ctx, entry)
  const long = (entry: Entry) => (entry.apart === undefined ? short(entry) : `${short(entry)}, ${entry.apart}`)
  const wanted = new Set(entries.map(short))
  // Of those alone that are called like one of them: a directory may hold thousands.
  const same = all.filter((entry) => wanted.has(short(entry)))
  const labels = counted(same.map(short))
  const longer = counted(same.map(long))
  return entries.map((entry) => {
    const label = short(entry)
    if ((labels.get(label) ?? 0) < 2) return { value: entry.value, label }
    const told = long(entry)
    const isAlone = told !== label && (longer.get(told) ?? 0) < 2
    return { value: entry.value, label: isAlone ? told : `${told} (${entry.value})` }
  })
}

function counted(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
