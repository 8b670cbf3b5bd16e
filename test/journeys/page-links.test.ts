import { expect, it } from 'vitest'
import { Place } from '../../src/contract/place.ts'
import { signIn } from '../../src/people/accounts/access-link.ts'
import { forgetWebSessions, keepWebSession, webSessionOf } from '../../src/people/accounts/web-sessions.ts'
import { vi } from '../../src/texts/vi.ts'
import { buttonsOf, coordinator, member, messageOf, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const minute = 60_000
const hour = 60 * minute
const later = (ms: number) => new Date(committee.now().getTime() + ms)

/** The address that a press on a card gives, and the token in it. */
async function linkOf(who: string, place: Place) {
  const { blocks = [] } = messageOf(await committee.press(who, { kind: 'page.open', place }))
  const url = blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.flatMap((button) => ('url' in button ? [button.url] : [])) : [],
  )[0]
  const token = /\/enter\/([\w-]+)/.exec(url ?? '')?.[1]
  if (url === undefined || token === undefined) throw new Error('no link')
  return { url, token }
}

it('leads from a card to its page, by a link for that person that lasts minutes', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  const board = messageOf(await committee.press(coordinator, { kind: 'board.show', round }))
  expect(buttonsOf(board).map(({ label }) => label)).toContain(vi.desk.open)
  const { url, token } = await linkOf(coordinator, { page: 'round', round })
  expect(url).toBe(`http://127.0.0.1:3978/enter/${token}#round?round=${round}`)
  const { db } = committee
  expect(await signIn(db, token, later(9 * minute))).toMatchObject({ user: coordinator })
  expect(await signIn(db, token, later(10 * minute))).toBeUndefined()
  expect(await db.login.count({ where: { tokenHash: token } })).toBe(0)
  expect(await db.audit.count({ where: { deed: 'page.open', subject: coordinator } })).toBe(1)
})

it('whoever has entered by it stays for a day of work, and no longer', async () => {
  const { db } = committee
  const { token } = await linkOf(member, { page: 'today' })
  await keepWebSession(db, 'tab', { user: member, name: 'Y tế', link: token }, later(5 * minute))
  expect(await webSessionOf(db, 'tab', later(11 * hour))).toMatchObject({ user: member })
  expect(await webSessionOf(db, 'tab', later(13 * hour))).toBeUndefined()
  await forgetWebSessions(db, later(20 * hour))
  expect(await db.login.count()).toBe(1)
  await forgetWebSessions(db, later(25 * hour))
  expect(await db.login.count()).toBe(0)
})

it('leaves an access link good, and a new access link makes an end of it', async () => {
  const { db } = committee
  const { token } = await linkOf(member, { page: 'today' })
  const second = await linkOf(member, { page: 'plan' })
  expect(await signIn(db, token, later(minute))).toMatchObject({ user: member })
  await keepWebSession(db, 'tab', { user: member, name: 'Y tế', link: second.token }, later(minute))
  await db.login.updateMany({ where: { revokedAt: null }, data: { revokedAt: later(2 * minute) } })
  expect(await webSessionOf(db, 'tab', later(3 * minute))).toBeUndefined()
})

it('a link is shown once: what came twice gets none', async () => {
  const inbound = committee.inbound(member, {
    kind: 'pressed',
    intent: { kind: 'page.open', place: { page: 'today' } },
  })
  const first = await committee.app.receive(inbound)
  expect(JSON.stringify(first.reply)).toContain('/enter/')
  const again = await committee.app.receive(inbound)
  expect(again.repeated).toBe(true)
  expect(JSON.stringify(again.reply)).not.toContain('/enter/')
  expect(await committee.db.login.count()).toBe(1)
})

it('a place holds no more than a page can say', () => {
  for (const bad of [
    { page: 'round', round: "x'" },
    { page: 'visits', month: '2020-13' },
    { page: 'people', find: 'x'.repeat(201) },
  ])
    expect(Place.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
})
