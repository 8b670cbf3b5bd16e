import { expect, it } from 'vitest'
import { z } from 'zod'
import { readCalendarText } from '../support/calendar-reader.ts'
import { openProcess } from '../support/process-on-platforms.ts'

it('the running process serves the address that an operator made, until it is revoked, and logs none of it', async () => {
  const whole = await openProcess([{ key: 'dp', role: 'coordinator' }])
  try {
    const made = await whole.cli('feed', 'make', 'dp', '--team', '3', '--json')
    const { address } = z.object({ address: z.string() }).parse(JSON.parse(made.out))
    const path = new URL(address).pathname
    const response = await fetch(`${whole.url}${path}`)
    expect(response.status).toBe(200)
    expect(readCalendarText(await response.text()).property('x-wr-calname')).toContain('3')
    const [link] = await whole.db.calendarLink.findMany()
    expect((await whole.cli('feed', 'revoke', link?.id ?? '')).status).toBe(0)
    const [revoked, unknown] = await Promise.all([fetch(`${whole.url}${path}`), fetch(`${whole.url}/nothing`)])
    expect([revoked.status, await revoked.text()]).toEqual([404, await unknown.text()])
    expect(JSON.stringify(whole.lines)).not.toContain(/[\w-]{43}/.exec(path)?.[0])
  } finally {
    await whole.close()
  }
})
