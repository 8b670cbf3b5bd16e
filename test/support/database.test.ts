import { expect, it } from 'vitest'
import { openTestDatabase } from './database.ts'

it('each test database is migrated, empty and its own', async () => {
  const [one, two] = await Promise.all([openTestDatabase(), openTestDatabase()])
  try {
    await one.db.setting.create({ data: { key: 'a', value: '1' } })
    expect(await one.db.setting.count()).toBe(1)
    expect(await two.db.setting.count()).toBe(0)
    expect(one.url).not.toBe(two.url)
  } finally {
    await Promise.all([one.drop(), two.drop()])
  }
})
