import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { serveCalendars } from '../support/calendar-program.ts'
import { type Committee, coordinator, member, openCommittee } from '../support/committee.ts'
import { json, terminal } from './terminal.ts'

const leader = 'sample-td3'
const publicUrl = { PUBLIC_URL: 'https://dondoc.example.org' }
const Made = z.object({ person: z.string(), team: z.string().nullable(), address: z.string() })

let committee: Committee
let run: ReturnType<typeof terminal>
let program: Awaited<ReturnType<typeof serveCalendars>>
beforeEach(async () => {
  committee = await openCommittee()
  run = terminal(committee.url, committee.now())
  program = await serveCalendars(committee)
})
afterEach(async () => {
  await program.close()
  await committee.drop()
})

const make = async (...args: string[]) =>
  Made.parse(json((await run(['feed', 'make', ...args, '--json'], publicUrl)).out))
const statusOf = async (address: string) => (await program.get(new URL(address).pathname)).status
const idsOf = async () => z.array(z.object({ id: z.string() })).parse(json((await run(['feed', 'list', '--json'])).out))

it('feed make shows an address once, below PUBLIC_URL; the next one of the same calendar ends it', async () => {
  const first = await make(leader)
  expect(first).toMatchObject({ person: leader, team: null })
  expect(first.address).toMatch(/^https:\/\/dondoc\.example\.org\/calendar\/[\w-]{43}\.ics$/)
  expect(await statusOf(first.address)).toBe(200)
  const team = await make(leader, '--team', '3')
  expect(team).toMatchObject({ team: '3' })
  const second = await run(['feed', 'make', leader], publicUrl)
  expect(second.out).toContain(`Whoever has it sees the visits of ${leader}.`)
  expect(await statusOf(first.address)).toBe(404)
  expect(await statusOf(second.out.split('\n')[0] ?? '')).toBe(200)
  expect(await statusOf(team.address)).toBe(200)
  const lines = await committee.db.audit.findMany({ where: { deed: 'calendar.make' } })
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatchObject({ actor: 'cli', subject: leader })
})

it('feed list has everything in force but the addresses, and feed revoke ends one by its id', async () => {
  expect((await run(['feed', 'list'])).out).toBe('There is no calendar address in force.\n')
  const { address } = await make(leader, '--team', '3')
  await make(member)
  const listed = await run(['feed', 'list'])
  expect(listed.out).toMatch(/sample-td3 +team 3 +09:00 on 16 June 2020/)
  expect(listed.out).toMatch(/sample-tv-byt +their own/)
  expect(listed.out).not.toContain('/calendar/')
  expect(json((await run(['feed', 'list', '--json'])).out)).toMatchObject([
    { person: leader, team: '3', madeAt: '2020-06-16T02:00:00.000Z' },
    { person: member, team: null },
  ])
  const id = (await idsOf())[0]?.id ?? ''
  expect((await run(['feed', 'revoke', id])).out).toBe('The address no longer works.\n')
  expect(await statusOf(address)).toBe(404)
  expect(json((await run(['feed', 'revoke', id, '--json'])).out)).toEqual({ id, revoked: false })
  expect(await idsOf()).toHaveLength(1)
  expect(await committee.db.audit.count({ where: { deed: 'calendar.revoke' } })).toBe(1)
})

it('a person, a team or an id that is none is refused in one line', async () => {
  expect(await run(['feed', 'make', 'nobody'])).toMatchObject({
    status: 1,
    err: 'dondoc: no person has the key "nobody"\n',
  })
  const team = await run(['feed', 'make', coordinator, '--team', '99'])
  expect([team.status, team.err.split('\n')]).toEqual([1, [expect.stringContaining('99'), '']])
  expect(await run(['feed', 'revoke', 'x'])).toMatchObject({
    status: 1,
    err: 'dondoc: no calendar address has the id "x"\n',
  })
  expect(await committee.db.calendarLink.count()).toBe(0)
})
