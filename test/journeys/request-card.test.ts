import { expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { buttonsOf, member, messageOf, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'

const committee = committeeEachTest()
const { buttons: b, documents: d } = vi

/** What a card consists of, in its order: a block's kind, and of words how they begin. */
const order = (message: ReturnType<typeof messageOf>) =>
  (message.blocks ?? []).map((block) => (block.kind === 'text' ? block.text.slice(0, 8) : block.kind))

it('a request says who asks, then what it is about, then what can be done: the answer first, the reasons last', async () => {
  await storeDraftOn(committee, 'ND-DLCN')
  const round = await openRoundOn(committee, 'ND-DLCN')
  const card = messageOf(await committee.press(member, { kind: 'opinion.show', round }))
  expect(order(card)).toEqual(['Kính gửi', 'facts', 'buttons', 'reader'])
  const facts = card.blocks?.find((block) => block.kind === 'facts')
  expect(facts?.kind === 'facts' ? facts.facts.map(({ label }) => label) : []).toEqual([
    vi.plan.key,
    vi.opinion.agency,
    vi.opinion.version,
    vi.opinion.deadline,
  ])
  expect(buttonsOf(card).map(({ label }) => label)).toEqual([b.answer, b.agree, d.show, d.open, vi.explain.why])
  expect(buttonsOf(card).map(({ style }) => style)).toEqual(['primary', ...Array<undefined>(4)])
})
