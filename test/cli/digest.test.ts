import { beforeEach, expect, it } from 'vitest'
import { answerRound, member, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { json, terminal } from './terminal.ts'

const committee = committeeEachTest()
let run: ReturnType<typeof terminal>
beforeEach(async () => {
  run = terminal(committee.url, new Date('2020-07-06T02:00:00Z'))
  const round = await openRoundOn(committee, 'ND-DLCN')
  await answerRound(committee, member, round, { position: 'disagree', body: 'lời riêng' })
  await committee.deliver()
})

it('prints what coordinators would get, and sends nothing', async () => {
  const { status, out } = await run(['digest'])
  expect(status).toBe(0)
  expect(out).toContain('1 of 19 answered; 18 not answered')
  expect(out).not.toContain('lời riêng')
  expect(await committee.db.outbox.count({ where: { status: 'waiting' } })).toBe(0)
})

it('prints the five lines of the chair', async () => {
  const { out } = await run(['digest', '--short'])
  expect(out.trim().split('\n')).toHaveLength(6)
  expect(out).toContain('Not answered: 18')
  expect(out).not.toMatch(/Bộ |ND-DLCN/)
})

it('gives both as data', async () => {
  expect(json((await run(['digest', '--json'])).out)).toMatchObject({
    rounds: [{ item: 'ND-DLCN', total: 19, answered: 1, missing: 18 }],
    unreachable: [],
  })
  expect(json((await run(['digest', '--short', '--json'])).out)).toMatchObject({ rounds: 1, asked: 19, missing: 18 })
})
