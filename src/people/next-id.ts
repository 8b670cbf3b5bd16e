import { createHash } from 'node:crypto'

/**
 * The id of the row that comes after `count` rows of the same kind and person, as a UUID (version 8). Two that are saved
 * at the same moment get the same id: the second is refused by the database, and decides again on what stands then.
 */
export function nextId(kind: string, person: string, count: number): string {
  const hex = createHash('sha256').update(`${kind}:${person}:${count}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
