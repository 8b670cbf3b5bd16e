/**
 * Gives what `make` made of a key, and makes it once as long as it is kept. Of more than `most`, the one that was
 * longest out of use goes.
 */
export function keepRecent<T>(most: number, make: (key: string) => T): (key: string) => T {
  // In the order of their last use: a map keeps the order in which keys were put in.
  const kept = new Map<string, T>()
  return (key) => {
    const known = kept.get(key) ?? make(key)
    kept.delete(key)
    kept.set(key, known)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return known
  }
}
