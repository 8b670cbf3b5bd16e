import type { Context } from '../../context.ts'
import type { Fact } from '../../contract/message.ts'
import type { Provision, ProvisionKind } from '../provision.ts'
import type { ReadDocument } from '../read-document.ts'

/** What a draft says of itself, and how it is built: labelled, for every card about it. */
export function draftFacts(
  { texts }: Pick<Context, 'texts'>,
  document: Pick<ReadDocument, 'number' | 'date' | 'title' | 'provisions'>,
): readonly Fact[] {
  const { documents: t } = texts
  const { number, date, title, provisions } = document
  return [
    { label: t.number, value: number ?? texts.notStated },
    { label: t.dated, value: date === null ? texts.notStated : texts.day(date) },
    ...(title === null ? [] : [{ label: t.title, value: title }]),
    { label: t.structure, value: t.counts(countsOf(provisions)) },
  ]
}

/** How many provisions of each kind there are; sections with subsections. */
export function countsOf(provisions: readonly Provision[]) {
  const count = (...kinds: readonly ProvisionKind[]) => provisions.filter(({ kind }) => kinds.includes(kind)).length
  return {
    part: count('part'),
    chapter: count('chapter'),
    section: count('section', 'subsection'),
    article: count('article'),
    clause: count('clause'),
    point: count('point'),
    heading: count('heading'),
    appendix: count('appendix'),
  }
}
