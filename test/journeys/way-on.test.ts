import { expect, it } from 'vitest'
import type { RefusalCode } from '../../src/contract/refusal.ts'
import { waysOn } from '../../src/requests/way-on.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { buttonsOf, coordinator, messageOf, textOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const nowhere = '0b0e7f0a-6f0e-4d5c-9f43-0d9a5e3b7c11'

/** What a refusal says to type, by its code. */
const typed = (texts: typeof vi, says: RegExp) =>
  new Map(
    Object.entries(texts.refusals).flatMap(([code, words]) => {
      const [, said] = says.exec(words({})) ?? []
      return said === undefined ? [] : [[code as RefusalCode, said] as const]
    }),
  )

it('is a button wherever a refusal says what to type, and leads where the words lead', async () => {
  for (const [texts, says] of [
    [vi, /[Gg]õ “([^”]+)”/u],
    [en, /[Tt]ype “([^”]+)”/u],
  ] as const) {
    const said = typed(texts, says)
    expect([...said.keys()].sort()).toEqual(Object.keys(waysOn).sort())
    for (const [code, words] of said) {
      const intent = waysOn[code]
      if (intent === undefined) throw new Error(code)
      expect(await committee.type(coordinator, words), code).toEqual(await committee.press(coordinator, intent))
    }
  }
})

it('stands with the words, for whoever may go there, and a form that stays open keeps to the words', async () => {
  const gone = { kind: 'round.open', proposal: nowhere, revision: 1 } as const
  const reply = await committee.press(coordinator, gone)
  expect(textOf(reply)).toContain(vi.refusals['no-such-proposal']({}))
  expect(buttonsOf(messageOf(reply))).toEqual([{ label: vi.labels.status(), intent: { kind: 'status.show' } }])
  const { reply: filled } = await committee.act(coordinator, { kind: 'filled', intent: gone, values: {} })
  expect(filled).toEqual({ kind: 'invalid', message: vi.refusals['no-such-proposal']({}), fields: {} })
})
