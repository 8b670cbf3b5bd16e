import { afterEach, beforeEach } from 'vitest'
import { type Committee, openCommittee } from './committee.ts'

/**
 * A committee of its own for each test of the file, or of the `describe` in which it is called: opened before the test,
 * and closed after it, when an error that was logged and not looked for is a failure. What is given stands for the one
 * of the running test.
 */
export function committeeEachTest(...more: Parameters<typeof openCommittee>): Committee {
  let opened: Committee | undefined
  beforeEach(async () => {
    opened = await openCommittee(...more)
  })
  afterEach(() => opened?.drop())
  return new Proxy(Object.create(null), {
    get(_, name) {
      if (opened === undefined) throw new Error('no test is running: nothing stands for a committee yet')
      return Reflect.get(opened, name)
    },
    set: (_, name, value) => opened !== undefined && Reflect.set(opened, name, value),
    has: (_, name) => opened !== undefined && Reflect.has(opened, name),
    ownKeys: () => (opened === undefined ? [] : Reflect.ownKeys(opened)),
    getOwnPropertyDescriptor: (_, name) => {
      const found = opened === undefined ? undefined : Reflect.getOwnPropertyDescriptor(opened, name)
      // A proxy may only show what its empty target could have as well.
      return found === undefined ? undefined : { ...found, configurable: true }
    },
  })
}
