import type { Button } from '../contract/message.ts'
import type { Place } from '../contract/place.ts'
import type { Texts } from '../texts/texts.ts'

/** From a card to the page that shows the same at length. */
export const openPageButton = ({ desk: t }: Pick<Texts, 'desk'>, place: Place): Button => ({
  label: t.open,
  intent: { kind: 'page.open', place },
})
