import { afterEach, expect, test } from 'vitest'
import { renderForm } from '../../../adapters/msteams/drawing/render.ts'
import type { Form } from '../../../src/contract/form.ts'
import { vi } from '../../../src/texts/vi.ts'
import { activity, executed, typed } from '../../support/teams-activities.ts'
import { fakeHost, startTeamsApp, type TeamsApp } from '../../support/teams-app.ts'
import { everyElement, startTeamsConnector } from '../../support/teams-connector.ts'
import { cardFaults } from '../../support/teams-schema.ts'

const form: Form = {
  ...{ title: 'Liên kết', submit: 'Tạo', intent: { kind: 'access.make' }, opens: { kind: 'access.make.form' } },
  fields: [
    {
      ...{ kind: 'pick', name: 'person', label: 'Người được vào', from: 'people' },
      ...{ hint: 'Không cần dấu.', typed: 'Hoặc gõ tên', required: true },
    },
  ],
  words: vi.errors.inForm,
}
const options = Array.from({ length: 250 }, (_, at) => ({ value: `k ${at}`, label: `Nguyễn Văn ${at}, Bộ Tài chính` }))

let ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends) await end()
  ends = []
})

async function open(
  shown: Form = form,
  size = options.length,
): Promise<{ app: TeamsApp; url: string; asked: unknown[]; cards: () => object[] }> {
  const connector = await startTeamsConnector()
  const asked: unknown[] = []
  const host = {
    ...fakeHost(() => ({ kind: 'form', form: shown })),
    options: async (of: object, from: string, words: string, limit: number) => {
      asked.push([of, from, words, limit])
      const more = Math.max(0, size - limit)
      return { options: options.slice(0, Math.min(size, limit)), more, ...(more > 0 ? { said: 'Còn nữa.' } : {}) }
    },
  }
  const app = await startTeamsApp({ auth: 'none' }, host)
  ends.push(app.close, connector.close)
  return { app, url: connector.url, asked, cards: () => [...connector.messages.values()].map(({ card }) => card) }
}
const client = (platform: string) => ({ entities: [{ type: 'clientInfo', platform, locale: 'vi-VN' }] })
const listOf = (card: object) => everyElement(card).find((element) => element.type === 'Input.ChoiceSet')

test('a client on a desk asks for what is typed; one on a phone has the options in the card', async () => {
  const { app, url, cards } = await open()
  for (const platform of ['Windows', 'Android']) await app.post(typed(url, platform, client(platform)))
  const [desk, phone] = cards().map(listOf)
  expect(desk).toMatchObject({ style: 'filtered', 'choices.data': { type: 'Data.Query', dataset: 'people' } })
  expect(desk?.choices).toHaveLength(15)
  expect(phone).not.toHaveProperty('choices.data')
  expect(phone?.choices).toHaveLength(200)
  // Teams takes none of its own answers for an answer to a list that has to be answered.
  for (const list of [desk, phone]) expect(list).not.toHaveProperty('isRequired')
  const [onDesk, onPhone] = cards().map((card) => JSON.stringify(card))
  expect(onPhone).toContain('Còn nữa.')
  expect([onDesk, onPhone].map((card) => card?.includes('Không cần dấu.'))).toEqual([true, false])
  expect([onDesk, onPhone].map((card) => card?.includes(vi.errors.inForm.listed))).toEqual([false, true])
})

const picking = (more: object): Form => ({
  ...form,
  fields: form.fields.map((field) => ({ ...field, ...more }) as Form['fields'][number]),
})

// Microsoft's renderer shows a choice of a list that asks by its value, such as the id of a unit, and keeps one of several.
test.each([
  ['all that may be picked stand in the card', form, 20],
  ['somebody is picked already', picking({ value: options.slice(3, 4) }), 250],
  ['several may be picked', picking({ several: true }), 250],
])('a client on a desk does not ask where %s', async (_, shown, size) => {
  const { app, url, cards } = await open(shown, size)
  await app.post(typed(url, 'x', client('Windows')))
  const [card = {}] = cards()
  expect(cardFaults(card)).toEqual([])
  expect(listOf(card)).not.toHaveProperty('choices.data')
  expect(listOf(card)?.choices).toHaveLength(Math.min(size, 200))
  expect(JSON.stringify(card)).toContain(vi.errors.inForm.listed)
})

test('words that are no option leave a list asking', async () => {
  const { app, url, cards } = await open(picking({ value: [{ value: 'ai đó', label: 'ai đó' }] }))
  await app.post(typed(url, 'x', client('Windows')))
  expect(listOf(cards()[0] ?? {})).toHaveProperty('choices.data')
})

test('what is typed is answered with fifteen at the most, the last of them what is to be said', async () => {
  const { app, url, asked } = await open()
  const value = { queryText: 'nguyen', queryOptions: { skip: 0, top: 15 }, dataset: 'people' }
  const { status, body } = await app.post(activity(url, { type: 'invoke', name: 'application/search', value }))
  expect(status).toBe(200)
  expect(body).toMatchObject({ type: 'application/vnd.microsoft.search.searchResponse' })
  const { results } = (body as { value: { results: { title: string; value: string }[] } }).value
  expect(results).toHaveLength(15)
  expect(results[1]).toEqual({ title: 'Nguyễn Văn 1, Bộ Tài chính', value: 'k%201' })
  expect(results.at(-1)).toEqual({ title: 'Còn nữa.', value: 'nguyen' })
  expect(asked).toMatchObject([[{ platform: 'teams' }, 'people', 'nguyen', 14]])
})

test.each([
  ['another directory', { dataset: 'everything', queryText: 'x' }],
  ['no search at all', 'x'],
])('%s is answered with nothing', async (_, value) => {
  const { app, url, asked } = await open()
  const { status, body } = await app.post(activity(url, { type: 'invoke', name: 'application/search', value }))
  expect([status, body, asked]).toMatchObject([200, { value: { results: [] } }, []])
})

test('nobody of another tenant is told anything', async () => {
  const { app, url, asked } = await open()
  const value = { queryText: 'n', dataset: 'people' }
  const elsewhere = { channelData: { tenant: { id: 'ffffffff-0000-4000-8000-000000000000' } } }
  const { body } = await app.post(activity(url, { type: 'invoke', name: 'application/search', value, ...elsewhere }))
  expect([body, asked]).toMatchObject([{ value: { results: [] } }, []])
})

test.each([
  ['picked', { in_person: 'k%201' }, 'k 1'],
  ['typed', { typed_person: ' BTC ' }, 'BTC'],
  ['picked and typed, which the core tells apart', { in_person: 'k%201', typed_person: 'BTC' }, ['k 1', 'BTC']],
  ['typed beside what it began with', { in_person: 'k%200', typed_person: 'BTC' }, 'BTC'],
  ['neither', {}, ''],
])('what is %s comes back', async (_, inputs, expected) => {
  const { app, url } = await open()
  const began = { ...form, fields: form.fields.map((field) => ({ ...field, value: options.slice(0, 1) })) } as Form
  const card = renderForm(began)
  expect(cardFaults(card)).toEqual([])
  const [action] = everyElement(card).filter((element) => element.type === 'Action.Execute')
  const heard: unknown[] = []
  const host = fakeHost((inbound) => {
    heard.push(inbound.input)
    return { kind: 'none' }
  })
  const own = await startTeamsApp({ auth: 'none' }, host)
  ends.push(own.close)
  await own.post(executed(url, { ...Object(action?.data), ...inputs }))
  expect(app).toBeDefined()
  expect(heard).toMatchObject([{ kind: 'filled', values: { person: expected } }])
})
