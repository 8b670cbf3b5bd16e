import type { File } from '../../../src/contract/reply.ts'
import { CARD_BYTES, cardBytes, SUMMARY_LENGTH } from '../limits.ts'
import { cut, type Element, inert } from './plain-text.ts'

/**
 * The card with a picture at its end, or as it was where the two are too large together: the numbers are in its words.
 * Nothing but a picture can go within a card; a bot sends other files only by a consent and OneDrive.
 */
export function withPicture<C extends { readonly body: readonly Element[] }>(card: C, file: File): C {
  if (file.mediaType !== 'image/png') return card
  const image: Element = {
    type: 'Image',
    url: `data:image/png;base64,${file.base64}`,
    altText: inert(cut(file.alt, SUMMARY_LENGTH)),
    size: 'Stretch',
  }
  const whole = { ...card, body: [...card.body, image] }
  return cardBytes(whole) <= CARD_BYTES ? whole : card
}
