/** What is known of the last so many keys: enough to know a repeat within minutes, forgotten with the process. */
export type Recent<Value> = {
  get(key: string): Value | undefined
  /** Forgets the oldest key where there are too many. */
  set(key: string, value: Value): void
  forget(key: string): void
}

export function recent<Value>(most: number): Recent<Value> {
  const known = new Map<string, Value>()
  return {
    get: (key) => known.get(key),
    set(key, value) {
      known.set(key, value)
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
    },
    forget(key) {
      known.delete(key)
    },
  }
}
