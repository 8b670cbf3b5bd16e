/**
 * Does a piece of work once for an id, however often it is asked for: a second asker gets the first one's outcome.
 * Work that fails is forgotten, so that it can be tried again. The newest `keep` ids are remembered.
 */
export function onceEach(keep: number): (id: string, work: () => Promise<void>) => Promise<void> {
  const known = new Map<string, Promise<void>>()
  return (id, work) => {
    const earlier = known.get(id)
    if (earlier !== undefined) return earlier
    const doing = work()
    known.set(id, doing)
    doing.catch(() => known.delete(id))
    if (known.size > keep) {
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    }
    return doing
  }
}
