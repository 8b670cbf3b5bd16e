import type { Texts } from '../../texts/texts.ts'
import { keyOf } from '../known-remarks/fingerprint.ts'
import { headingWords } from './heading-words.ts'
import type { Remark } from './read-remarks.ts'
import { fewest, type StandingGroup } from './remark-groups.ts'

/** The remarks on one article, or what else a heading of the record is. `key` names it in buttons. */
export type Section = {
  readonly key: string
  readonly heading: string
  /** Those that are in no group, each once, however often somebody wrote it. */
  readonly single: readonly Remark[]
}

/** Remarks by article, in their order. */
export function sectionsOf(
  remarks: readonly Remark[],
  groups: readonly StandingGroup<Remark>[],
  texts: Texts,
): readonly Section[] {
  const grouped = new Set(groups.flatMap((group) => group.remarks.map(keyOf)))
  const sections = new Map<string, { heading: string; single: Map<string, Remark> }>()
  for (const remark of remarks) {
    const key = sectionKey(remark)
    const section = sections.get(key) ?? { heading: sectionHeading(remark, texts), single: new Map() }
    sections.set(key, section)
    if (!grouped.has(keyOf(remark))) section.single.set(keyOf(remark), remark)
  }
  return [...sections].map(([key, { heading, single }]) => ({ key, heading, single: [...single.values()] }))
}

/** Whether there is something to put together. */
export const canGroup = ({ single }: Section): boolean => single.length >= fewest

/** The heading under which the record lists a remark, as a word. */
export function sectionKey({ provision, place: { heading } }: Remark): string {
  if (provision === null) return 'general'
  if (heading === undefined) return 'other'
  if (heading.kind === 'provision') return heading.id
  return `${heading.kind}-${heading.number}${heading.kind === 'article' ? heading.suffix : ''}`
}

/** The same in words. */
export const sectionHeading = ({ provision, place }: Remark, texts: Texts): string =>
  provision === null ? texts.recordTable.groups.general : headingWords(place.heading, texts)
