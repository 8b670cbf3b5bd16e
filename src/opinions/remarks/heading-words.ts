import type { Texts } from '../../texts/texts.ts'
import type { PlaceHeading } from './remark-place.ts'

/** The heading over the remarks on one provision, with the title that the draft gives it: `Điều 5. Thời hạn`. */
export function headingWords(heading: PlaceHeading | undefined, texts: Texts): string {
  const { groups } = texts.recordTable
  if (heading === undefined) return groups.other
  switch (heading.kind) {
    case 'provision':
      return heading.title === null ? heading.path : `${heading.path}. ${heading.title}`
    case 'article':
      return groups.article(heading.number, heading.suffix)
    case 'part':
    case 'chapter':
    case 'section':
    case 'appendix':
      return groups[heading.kind](heading.number)
    default:
      return heading satisfies never
  }
}
