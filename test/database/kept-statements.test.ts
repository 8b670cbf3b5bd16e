import { afterAll, beforeAll, expect, it } from 'vitest'
import { Prisma } from '../../src/database/generated/sqlite/client.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

let base: TestDatabase
beforeAll(async () => {
  base = await openTestDatabase()
  await base.db.setting.createMany({ data: ['a', 'b', 'c'].map((key) => ({ key, value: `of ${key}` })) })
})
afterAll(() => base.drop())

const settingOf = (key: string) => base.db.setting.findUnique({ where: { key } }).then((row) => row?.value)
const listOf = (keys: readonly string[]) =>
  base.db.$queryRaw<{ key: string }[]>`SELECT "key" FROM "Setting" WHERE "key" IN (${Prisma.join(keys)}) ORDER BY "key"`

it('a statement used again gives what its new values ask for, also when asked several times at once', async () => {
  expect(await Promise.all([settingOf('a'), settingOf('b'), settingOf('x'), settingOf('a')])).toEqual([
    'of a',
    'of b',
    undefined,
    'of a',
  ])
})

it('a statement gone from among those kept is made anew', async () => {
  expect(await listOf(['a', 'b'])).toEqual([{ key: 'a' }, { key: 'b' }])
  // Each length is another text: more of them than are kept.
  for (let length = 3; length < 330; length += 1)
    expect(await listOf(['c', ...Array<string>(length).fill('x')])).toEqual([{ key: 'c' }])
  expect(await listOf(['b', 'c'])).toEqual([{ key: 'b' }, { key: 'c' }])
  expect(await settingOf('c')).toBe('of c')
})

it('a statement that failed works the next time', async () => {
  const put = (key: string) => base.db.setting.create({ data: { key, value: key } })
  await expect(put('a')).rejects.toMatchObject({ code: 'P2002' })
  expect(await put('d')).toEqual({ key: 'd', value: 'd' })
})
