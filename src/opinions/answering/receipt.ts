import { randomInt } from 'node:crypto'

// No 0/O, 1/I/L, U: a receipt is read out over the telephone.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A receipt code for an opinion on this item: `ND-DLCN-7K3F-9QXT`. Unique in the database; a collision draws again. */
export function newReceipt(itemKey: string): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return `${itemKey}-${part()}-${part()}`
}
