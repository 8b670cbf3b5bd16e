import { expect, it } from 'vitest'
import type { Message } from '../../src/contract/message.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, formOf, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'

const committee = committeeEachTest()
const delegate = 'sample-td1'
/** Words of opinions, each of another kind; none of them is a word of ours. */
const secret = 'từ-kín'

it('what a notification shows holds no words of an opinion, whoever hears of it and however it came about', async () => {
  const shown: { readonly words: string; readonly of: string }[] = []
  let seen = 0
  const note = (of: string, message: Message | undefined) => {
    if (message === undefined) return
    shown.push({ of, words: `${message.title ?? ''} ${message.text}` })
    if (JSON.stringify(message.blocks ?? []).includes(secret)) seen += 1
  }
  const told = async (of: string) => {
    for (const call of await committee.deliver()) note(`${of}: delivered`, call.message)
  }
  const heard = async (of: string, reply: Promise<Reply>) => {
    const answer = await reply
    if (answer.kind === 'message') note(of, answer.message)
    await told(of)
    return answer
  }
  const file = { name: `${secret}-tệp.png`, bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }

  await storeDraftOn(committee, 'ND-DLCN')
  const round = await openRoundOn(committee, 'ND-DLCN')
  await told('opening')
  const fill = async (of: string, who: string, opens: Parameters<typeof committee.press>[1], values: object) =>
    await heard(of, committee.fill(who, formOf(await committee.press(who, opens)), { ...values }))
  const words = { position: 'disagree', body: `${secret}-thân` }
  await fill('draft', member, { kind: 'opinion.save.form', round }, words)
  const remark = { provision: 'Điều 1', remark: `${secret}-góp ý`, proposal: `${secret}-sửa` }
  await fill('remark', member, { kind: 'comment.save.form', round }, remark)
  await heard('typed', committee.type(member, `góp ý ND-DLCN Điều 2: ${secret}-gõ`))
  await heard(
    'file',
    committee.act(member, { kind: 'typed', text: 'ND-DLCN' }, { files: [file] }).then(({ reply }) => reply),
  )
  const card = await heard('card', committee.press(member, { kind: 'opinion.show', round }))
  await heard('sent', committee.press(member, button(card, vi.buttons.send)))
  await heard('receipt', committee.press(member, { kind: 'opinion.show', round }))
  const given = { taker: delegate, to: '2020-06-30', rights: ['decide'] }
  await fill('delegation', otherMember, { kind: 'delegation.save.form' }, given)
  const { id } = await committee.db.person.findUniqueOrThrow({ where: { key: otherMember } })
  const theirs = await fill('of a delegate', delegate, { kind: 'opinion.save.form', round, for: id }, words)
  await heard('sent by a delegate', committee.press(delegate, button(theirs, vi.buttons.send)))
  const recorded = { person: 'sample-tv-bnv', position: 'agree', received: '2020-06-16', source: 'Công văn 12' }
  await fill('recorded', coordinator, { kind: 'record.save.form', round }, { ...recorded, body: `${secret}-ghi hộ` })
  for (const kind of ['opinion.list', 'remark.list', 'board.show', 'version.list'] as const)
    await heard(kind, committee.press(coordinator, { kind, round }))
  const close = { kind: 'round.change.form', round, change: 'close' } as const
  await fill('closed', coordinator, close, { reason: 'đủ ý kiến' })

  // Otherwise nothing was tried: the words are there, below.
  expect(seen).toBeGreaterThan(5)
  expect(shown.length).toBeGreaterThan(40)
  expect(shown.filter((each) => each.words.includes(secret))).toEqual([])
})
