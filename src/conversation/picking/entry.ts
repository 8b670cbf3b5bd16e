import type { Option } from '../../contract/form.ts'

/** One of a directory, with all that it may be found by. */
export type Entry = {
  readonly id: string
  /** The answer of a form: a person's or team's key, a unit's id. */
  readonly value: string
  readonly label: string
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

/** As options, those of the same label told apart: by what stands `apart`, else by the answer itself. */
export function optionsOf(entries: readonly Entry[], all: readonly Entry[] = entries): readonly Option[] {
  const labels = counted(all.map(({ label }) => label))
  const longer = counted(all.map(withApart))
  return entries.map((entry) => {
    const { value, label } = entry
    if ((labels.get(label) ?? 0) < 2) return { value, label }
    const told = withApart(entry)
    return { value, label: (longer.get(told) ?? 0) < 2 && told !== label ? told : `${told} (${value})` }
  })
}

const withApart = ({ label, apart }: Entry): string => (apart === undefined ? label : `${label}, ${apart}`)

function counted(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
