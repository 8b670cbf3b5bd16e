import { describe, expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answering, counted } from '../support/answering.ts'
import {
  buttonsOf,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const { change, playClosed } = answering(() => committee)

/** A second round, of another item, open or closed. */
const another = async (close: boolean) => {
  const round = await openRoundOn(committee, 'CL-CPDT', { asked: 'named', names: 'sample-tv-byt' })
  if (close) await change(round, 'close')
  return round
}

describe('words about answers that name no item', () => {
  it('mean the one round that has closed, though others are open', async () => {
    const round = await playClosed()
    await another(false)
    expect(textOf(await committee.type(drafter, 'trả lời góp ý'))).toContain(counted(4, 4, 0))
    const form = formOf(await committee.type(coordinator, 'đặt hạn tiếp thu giải trình 10/7'))
    expect(form.intent).toEqual({ kind: 'answer.due', round })
    expect(form.fields[0]).toMatchObject({ value: '2020-07-10' })
  })

  it('ask which where there are several, and say nothing of rounds that are not theirs', async () => {
    const first = await playClosed()
    const second = await another(true)
    committee.setClock('2020-06-25T10:00')
    const asked = await committee.type(coordinator, 'hạn tiếp thu giải trình 10/7')
    expect(textOf(asked)).toContain(vi.help.whichAnswers)
    const intents = buttonsOf(messageOf(asked)).flatMap((one) => ('intent' in one ? [one.intent] : []))
    expect(intents).toHaveLength(2)
    for (const round of [first, second])
      expect(intents).toContainEqual({ kind: 'answer.due.form', round, day: '2020-07-10' })
    // The agency of one item has the one.
    expect(textOf(await committee.type(drafter, 'trả lời góp ý'))).toContain(counted(4, 4, 0))
    expect(textOf(await committee.type(member, 'trả lời góp ý'))).not.toContain('phạm vi')
  })
})
