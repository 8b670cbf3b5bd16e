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
