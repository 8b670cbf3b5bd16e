import { afterEach, beforeEach, expect, it } from 'vitest'
import { carryOut } from '../../src/cli/carry-out.ts'
import type { Io } from '../../src/cli/io.ts'
import { CliRefused } from '../../src/cli/refused.ts'
import { readSettings } from '../../src/cli/settings.ts'
import { nobodyToAsk } from '../../src/people/accounts/ask-platform.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let base: TestDatabase
let io: Io
beforeEach(async () => {
  base = await openTestDatabase()
  io = {
    env: {},
    settings: () => readSettings({ DATABASE_URL: base.url }, []),
    withDatabase: (use) => use(base.db, { now: () => new Date('2020-06-16T02:00:00Z'), shifted: false }),
    print: () => undefined,
    fail: (line) => {
      throw new CliRefused(line)
    },
    bar: async () => ({ step: () => undefined, stop: () => undefined }),
    platforms: [],
    identities: new Map(),
    ask: nobodyToAsk,
    find: async () => undefined,
  }
})
afterEach(() => base.drop())

/** A use case that counts up a setting, guarded by what it has read; `meanwhile` comes between reading and writing. */
const counting = (meanwhile: (value: string) => Promise<unknown>) => async () => {
  const { value } = await base.db.setting.findUniqueOrThrow({ where: { key: 'count' } })
  await meanwhile(value)
  return {
    writes: [base.db.setting.update({ where: { key: 'count', value }, data: { value: `${Number(value) + 1}` } })],
    rests: [],
  }
}
const read = async () => (await base.db.setting.findUniqueOrThrow({ where: { key: 'count' } })).value
const write = (value: string) => base.db.setting.update({ where: { key: 'count' }, data: { value } })

it('a command decides again when somebody was quicker, on what stands then', async () => {
  await base.db.setting.create({ data: { key: 'count', value: '1' } })
  const quicker = counting(async (value) => value === '1' && (await write('10')))
  expect(await carryOut(io, quicker, read)).toBe('11')
})

it('a command gives up in words when others never stop being quicker', async () => {
  await base.db.setting.create({ data: { key: 'count', value: '1' } })
  const always = counting((value) => write(`${Number(value) + 100}`))
  await expect(carryOut(io, always, read)).rejects.toThrow(CliRefused)
  expect(await read()).toBe('801')
})
