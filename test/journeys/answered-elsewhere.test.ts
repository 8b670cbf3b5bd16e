import { expect, it } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { coordinator, formOf, initial, member } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()

/** The form for a link into the web, sent. */
async function filled() {
  const form = formOf(await committee.press(coordinator, { kind: 'access.make.form' }))
  const input = { kind: 'filled', intent: form.intent, values: { ...initial(form), person: member } } as const
  return committee.inbound(coordinator, input)
}

it('the answer to a form comes with words that lead to it, in the reader’s language, and a repeated one without', async () => {
  const delivery = await filled()
  expect(await committee.app.receive(delivery)).toMatchObject({ elsewhere: vi.help.answeredPrivately })
  expect(await committee.app.receive(delivery)).not.toHaveProperty('elsewhere')
  await committee.press(coordinator, { kind: 'language.set', locale: 'en' })
  expect(await committee.app.receive(await filled())).toMatchObject({ elsewhere: en.help.answeredPrivately })
})

it('the answer to a press or to words has none', async () => {
  const press = await committee.act(coordinator, { kind: 'pressed', intent: { kind: 'home.show' } })
  const words = await committee.act(coordinator, { kind: 'typed', text: 'trợ giúp' })
  for (const answer of [press, words]) expect(answer).not.toHaveProperty('elsewhere')
})
