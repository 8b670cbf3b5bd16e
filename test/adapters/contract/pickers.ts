import { expect, test } from 'vitest'
import { clashName, type Directory } from '../../../src/contract/directory.ts'
import type { Field, Form, Option } from '../../../src/contract/form.ts'
import { fieldOf, filledIn, openForm } from './acts.ts'
import type { Driver } from './driver.ts'
import { emptyForm, said, sly } from './samples.ts'

const round = '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11'
const options: readonly Option[] = [
  { value: 'tv-btp', label: 'Bộ Tư pháp' },
  { value: 'a,1 %', label: 'Nguyễn Thị Hà, Bộ Tài chính' },
  { value: 'tv-ha', label: `Trần Hà ${sly}`.slice(0, 40) },
]
const more = 'Hiện 3/137. Gõ thêm để thấy các mục còn lại.'

type Pick = Extract<Field, { kind: 'pick' }>
const one: Pick = {
  ...{ kind: 'pick', name: 'person', label: 'Người cho ý kiến', from: `asked:${round}` },
  ...{ hint: 'Gõ tên.', typed: 'Hoặc gõ tên' },
}
const many: Pick = {
  ...{ kind: 'pick', name: 'names', label: 'Những người được hỏi', from: 'members', several: true },
  ...{ hint: 'Gõ tên.', typed: 'Hoặc gõ danh sách' },
}

/** Fields whose answer is searched and picked. */
export function peopleArePicked(world: () => Driver): void {
  const asked: [Directory, string, number][] = []

  async function opened(fields: readonly Field[], filled: Parameters<Driver['host']['answers']>[0] = { kind: 'none' }) {
    asked.length = 0
    world().host.offers(async (_of, from, typed, limit) => {
      asked.push([from, typed, limit])
      const found = options.filter(
        ({ label, value }) => value === typed || label.toLowerCase().includes(typed.toLowerCase()),
      )
      if (typed === 'Nguyễn') return { options: options.slice(0, limit), more: 134, said: more }
      // More than a card holds, so that what is typed is asked for.
      if (typed === '') return { options: found, more: 134 }
      return { options: found, more: 0, ...(found.length > 0 ? {} : { said: 'Không có ai.' }) }
    })
    const form: Form = { ...emptyForm, fields }
    world().host.answers((inbound) => {
      if (inbound.input.kind !== 'filled') return { kind: 'form', form }
      return typeof filled === 'function' ? filled(inbound) : filled
    })
    await world().type('ghi thay')
    return openForm(world())
  }

  test('a picker shows what it began with, and gives it back untouched', async () => {
    const form = await opened([
      { ...one, value: options.slice(1, 2) },
      { ...many, value: options },
    ])
    expect(fieldOf(form, 'Người cho ý kiến')).toMatchObject({ kind: 'pick', value: 'Nguyễn Thị Hà, Bộ Tài chính' })
    expect(fieldOf(form, 'Những người được hỏi')).toMatchObject({
      kind: 'pick',
      value: options.map(({ label }) => label),
    })
    expect(form.acting).toEqual([])
    await form.fill({})
    expect(filledIn(world())[0]?.values).toEqual({ person: 'a,1 %', names: options.map(({ value }) => value) })
  })

  test('what was left empty comes back empty', async () => {
    await (await opened([one, many])).fill({})
    expect(filledIn(world())[0]?.values).toEqual({ person: '', names: [] })
  })

  test('what is typed is looked up by the core in the directory, and what is picked comes back as its value', async () => {
    const form = await opened([one, many])
    expect(await form.look('Người cho ý kiến', 'hà')).toEqual(
      expect.arrayContaining([options[1]?.label, options[2]?.label]),
    )
    await form.fill({
      'Người cho ý kiến': 'Bộ Tư pháp',
      'Những người được hỏi': ['Nguyễn Thị Hà, Bộ Tài chính', 'Bộ Tư pháp'],
    })
    expect(filledIn(world())[0]?.values).toEqual({ person: 'tv-btp', names: ['a,1 %', 'tv-btp'] })
    expect(new Set(asked.map(([from]) => from))).toEqual(new Set([`asked:${round}`, 'members']))
    expect(asked.map(([, typed]) => typed)).toContain('hà')
    for (const [, , limit] of asked) expect(limit).toBeLessThanOrEqual(200)
  })

  test('words that are not picked come back as they were typed', async () => {
    const form = await opened([one, many])
    await form.fill({ 'Người cho ý kiến': 'BTC', 'Những người được hỏi': ['Bộ Tư pháp', 'Ông Không Có'] })
    expect(filledIn(world())[0]?.values).toEqual({ person: 'BTC', names: ['tv-btp', 'Ông Không Có'] })
  })

  test('where there are more than are shown, it is said', async () => {
    const form = await opened([one])
    const shown = await form.look('Người cho ý kiến', 'Nguyễn')
    expect(shown).toContain(more)
    expect(shown.length).toBeGreaterThan(1)
  })

  test('words that may mean several come back with the choice between them, and no other word is lost', async () => {
    const question = { typed: 'Hà', label: '“Hà” là:', options: options.slice(1) }
    const form = await opened([one, many, ...emptyForm.fields.slice(0, 1)], ({ input }) => {
      const chosen = input.kind === 'filled' && input.values[clashName('person', 0)] === 'tv-ha'
      if (chosen) return said('Đã lưu')
      const fields = { person: 'Có 2 mục cùng tên.' }
      return { kind: 'invalid', message: 'Chưa lưu được.', fields, clashes: { person: [question] } }
    })
    await form.fill({ 'Người cho ý kiến': 'Hà', 'Những người được hỏi': ['Bộ Tư pháp'], 'Nội dung': 'Lời của tôi' })
    const again = (await world().shown()).form
    expect(`${again?.words} ${fieldOf(again, 'Người cho ý kiến').error}`).toContain('Có 2 mục cùng tên.')
    expect(fieldOf(again, '“Hà” là:')).toMatchObject({
      kind: 'choice',
      options: question.options.map(({ label }) => label),
      value: '',
    })
    expect(fieldOf(again, 'Những người được hỏi').value).toEqual(['Bộ Tư pháp'])
    expect(fieldOf(again, 'Nội dung').value).toBe('Lời của tôi')
    await again?.fill({ '“Hà” là:': question.options[1]?.label ?? '' })
    const { values = {} } = filledIn(world()).at(-1) ?? {}
    expect(values).toMatchObject({ [clashName('person', 0)]: 'tv-ha', names: ['tv-btp'], body: 'Lời của tôi' })
    expect((await world().shown()).form).toBeUndefined()
  })

  test('a form may open with the choice between those whom words mean, and the one that is likely chosen', async () => {
    const question = { typed: 'Hà', label: '“Hà” là:', options: options.slice(1), likely: 'tv-ha' }
    const form = await opened([{ ...one, clashes: [question] }])
    expect(fieldOf(form, '“Hà” là:').value).toBe(options[2]?.label)
    await form.fill({})
    expect(filledIn(world())[0]?.values).toEqual({ person: '', [clashName('person', 0)]: 'tv-ha' })
  })

  test('so many are picked that no menu holds them: none is lost', async () => {
    const value = Array.from({ length: 120 }, (_, at) => ({ value: `tv-${at}`, label: `Thành viên ${at}` }))
    await (await opened([{ ...many, value }])).fill({})
    const { names = [] } = filledIn(world())[0]?.values ?? {}
    expect([names].flat().flatMap((lines) => lines.split('\n'))).toEqual(value.map((option) => option.value))
  })
}
