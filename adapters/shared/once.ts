import { recent } from './recent.ts'

/** Answers that this process has shown. */
export type Once = {
  /**
   * Does the work once for a key, however often it is asked for: a second asker gets the first one's outcome. Work that
   * fails is forgotten, so that it is tried again.
   */
  each(key: string, work: () => Promise<void>): Promise<void>
  /** For an answer that did not arrive after all: the next redelivery shows it. */
  forget(key: string): void
}

/**
 * Remembers the last `most` answers that were shown, against redeliveries: by `shownKey` (src/contract/delivery-key.ts).
 * The core answers again what changed nothing, and cannot know whether that was seen.
 */
export function onceEach(most: number): Once {
  const known = recent<Promise<void>>(most)
  return {
    each(key, work) {
      const earlier = known.get(key)
      if (earlier !== undefined) return earlier
      const doing = work()
      known.set(key, doing)
      doing.catch(() => known.forget(key))
      return doing
    },
    forget: known.forget,
  }
}
