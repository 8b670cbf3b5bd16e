/** How many bytes of files a process holds at once, so that many people who send large files do not fill its memory. */
export type HeldBytes = {
  /** Whether there is room for so many more; they are counted from then on. */
  take(bytes: number): boolean
  give(bytes: number): void
}

export function heldBytes(most: number): HeldBytes {
  let held = 0
  return {
    take(bytes) {
      if (held + bytes > most) return false
      held += bytes
      return true
    },
    give(bytes) {
      held -= bytes
    },
  }
}

/**
 * The same bytes for each person by name: of all that `held` has room for nobody gets more than `most`, so that one who
 * sends much and slowly leaves room for others.
 */
export function sharesOf(held: HeldBytes, most: number): (who: string) => HeldBytes {
  const byPerson = new Map<string, number>()
  return (who) => ({
    take(bytes) {
      const own = (byPerson.get(who) ?? 0) + bytes
      if (own > most || !held.take(bytes)) return false
      byPerson.set(who, own)
      return true
    },
    give(bytes) {
      held.give(bytes)
      const own = (byPerson.get(who) ?? 0) - bytes
      if (own > 0) byPerson.set(who, own)
      else byPerson.delete(who)
    },
  })
}
