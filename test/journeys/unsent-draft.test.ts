import { expect, it } from 'vitest'
import type { Message } from '../../src/contract/message.ts'
import { plain } from '../../src/contract/plain.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, buttonsOf, coordinator, member, openRoundOn, otherMember, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const words = 'lời kín trong bản nháp'

/** What reached each of the two: one has a draft that was never sent, the other has nothing. */
async function told(): Promise<{ drafted: Message; empty: Message }> {
  const calls = (await committee.deliver()).filter(({ what }) => what === 'send')
  const of = (who: string) => {
    const message = calls.findLast((call) => call.to.user === who)?.message
    if (message === undefined) throw new Error(`nothing reached ${who}`)
    return message
  }
  return { drafted: of(member), empty: of(otherMember) }
}

async function saysSo({ drafted, empty }: { drafted: Message; empty: Message }): Promise<void> {
  expect(plain(drafted)).toContain(vi.nudge.unsentDraft)
  expect(plain(empty)).not.toContain(vi.nudge.unsentDraft)
  expect(buttonsOf(empty).map(({ label }) => label)).not.toContain(vi.nudge.openDraft)
  expect(JSON.stringify(drafted)).not.toContain(words)
  const card = await committee.press(member, button(drafted, vi.nudge.openDraft))
  expect(textOf(card)).toContain(words)
  expect(textOf(await committee.press(member, button(card, vi.buttons.send)))).toContain(vi.opinion.receipt)
}

it('a nudge by rule says that an unsent draft lies there, and opens it', async () => {
  await openRoundOn(committee, 'ND-DLCN', { day: '2020-06-30' })
  await committee.type(member, `góp ý ND-DLCN không đồng ý: ${words}`)
  await committee.deliver()
  committee.setClock('2020-06-29T08:30')
  await committee.nudge()
  await saysSo(await told())
})

it('a reminder by hand says so too', async () => {
  await openRoundOn(committee, 'ND-DLCN', { day: '2020-06-30' })
  await committee.type(member, `góp ý ND-DLCN không đồng ý: ${words}`)
  await committee.deliver()
  committee.setClock('2020-06-17T09:00')
  const preview = await committee.type(coordinator, 'nhắc ND-DLCN')
  const send = buttonsOf(preview.kind === 'message' ? preview.message : { text: '' }).find(
    (one) => 'intent' in one && one.intent.kind === 'reminder.send',
  )
  await committee.press(coordinator, button(preview, send?.label ?? ''))
  await saysSo(await told())
})
