/** The last so many keys: enough to know a repeat within minutes, forgotten with the process. */
export type Recent = {
  /** True for a key that is not held yet; holds it. */
  first(key: string): boolean
  forget(key: string): void
}

export function recent(limit: number): Recent {
  const keys = new Set<string>()
  return {
    first(key) {
      if (keys.has(key)) return false
      keys.add(key)
      const [oldest] = keys
      if (keys.size > limit && oldest !== undefined) keys.delete(oldest)
      return true
    },
    forget(key) {
      keys.delete(key)
    },
  }
}
