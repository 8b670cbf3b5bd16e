import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  answerRound,
  coordinator,
  drafter,
  formOf,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

const WHO: Readonly<Record<string, string>> = {
  member,
  coordinator,
  drafter,
  leader: 'sample-td3',
  team: 'sample-tvd3',
}
/** Words of theirs that nobody else may read in a channel. */
const PRIVATE = { sent: 'TRANHGIOIRIENG', draft: 'THAOLUANKINDAO', reason: 'LYDONGHIKINDAO' }

const sentences = ['vi-1', 'en-1'].flatMap((set) =>
  readFileSync(new URL(`../understand/blind/${set}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line): { readonly who: string; readonly text: string } => JSON.parse(line)),
)

it('whatever two hundred sentences ask for in a channel, nothing of anybody is shown there', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  await answerRound(committee, otherMember, round, { position: 'disagree', body: PRIVATE.sent })
  await committee.type(member, `góp ý ND-DLCN không đồng ý: ${PRIVATE.draft}`)
  const leave = formOf(await committee.type(otherMember, 'nghỉ phép từ 22/06 đến 26/06'))
  await committee.fill(otherMember, leave, {})
  const people = await committee.db.person.findMany({ select: { name: true, key: true } })
  const names = people.map(({ name }) => name).filter((name) => name.includes(' '))
  expect(sentences).toHaveLength(200)
  const shown: string[] = []
  for (const { who, text } of sentences) {
    const { reply } = await committee.act(WHO[who] ?? member, { kind: 'typed', text }, { audience: 'shared' })
    const said = reply.kind === 'message' ? JSON.stringify(reply) : reply.kind
    const leaks = [...Object.values(PRIVATE), ...names].filter((one) => said.includes(one) && !text.includes(one))
    if (reply.kind !== 'message' || leaks.length > 0) shown.push(`${text}: ${reply.kind} ${leaks.join(', ')}`)
  }
  expect(shown).toEqual([])
  // The words are there to be shown, to whom they belong.
  expect(textOf(await committee.type(member, 'góp ý ND-DLCN'))).toContain(PRIVATE.draft)
})
