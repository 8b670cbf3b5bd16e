import { fold } from '../../texts/fold.ts'

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A name as it is spelled, whatever its capitals and wherever in a word the tone stands: `Hoà Bình` is `hòa bình`. */
const spelled = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => `${word.replace(tones, '')}${(word.match(tones) ?? []).join('')}`)
    .join(' ')

/**
 * Looks among these names for the one that a new name means too, spelled in another way: other capitals, the tone on
 * another letter, or no diacritics at all. Such a unit would be stored twice. Undefined where there is none; the name is
 * then known to the names that are asked for after it.
 */
export function findTwin(names: readonly string[]): (name: string) => string | undefined {
  const exact = new Set<string>()
  const bySpelling = new Map<string, string>()
  const byFold = new Map<string, string>()
  const learn = (name: string) => {
    exact.add(name)
    if (!bySpelling.has(spelled(name))) bySpelling.set(spelled(name), name)
    if (!byFold.has(fold(name))) byFold.set(fold(name), name)
  }
  for (const name of names) learn(name)
  return (name) => {
    if (exact.has(name)) return undefined
    const bare = /^[^\u0080-\uffff]*$/u.test(name)
    const twin = bySpelling.get(spelled(name)) ?? (bare ? byFold.get(fold(name)) : undefined)
    if (twin === undefined) learn(name)
    return twin
  }
}
