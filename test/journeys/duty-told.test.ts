import { expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { coordinator, member, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const { teams: t } = vi
const team = 'Đoàn công tác số 9'
const fill = (intent: { kind: 'duty.save' } | { kind: 'duty.end'; duty: string }, values: Record<string, string>) =>
  committee.act(coordinator, { kind: 'filled', intent, values })
async function put(): Promise<string> {
  await fill({ kind: 'duty.save' }, { team: '9', person: member, duty: 'member', from: '2020-06-16', to: '' })
  return (await committee.db.duty.findFirstOrThrow({ where: { team: { key: '9' }, person: { key: member } } })).id
}
const got = async () =>
  (await committee.deliver()).flatMap((call) =>
    call.to.user === member ? [textOf({ kind: 'message', message: call.message })] : [],
  )
const ended = (day: string) => t.endedNotification(team, t.duties.member, day)

it('an end that is set anew before anybody heard of it is told once', async () => {
  const duty = await put()
  await got()
  committee.setClock('2020-06-16T09:01')
  await fill({ kind: 'duty.end', duty }, { to: '2020-06-20' })
  committee.setClock('2020-06-16T09:02')
  await fill({ kind: 'duty.end', duty }, { to: '2020-06-18' })
  const texts = await got()
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain(ended('18/06/2020'))
})

it('an end that is set anew after it was told is told again', async () => {
  const duty = await put()
  for (const [minute, day] of [
    ['01', '20'],
    ['02', '18'],
  ]) {
    await got()
    committee.setClock(`2020-06-16T09:${minute}`)
    await fill({ kind: 'duty.end', duty }, { to: `2020-06-${day}` })
  }
  expect((await got()).join()).toContain(ended('18/06/2020'))
})

it('an end that the notification about the duty tells already needs none of its own', async () => {
  const duty = await put()
  committee.setClock('2020-06-16T09:01')
  await fill({ kind: 'duty.end', duty }, { to: '2020-06-18' })
  committee.setClock('2020-06-16T09:02')
  const texts = await got()
  expect(texts).toHaveLength(1)
  expect(texts[0]).toContain('18/06/2020')
})
