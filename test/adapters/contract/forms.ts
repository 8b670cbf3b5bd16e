import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Form } from '../../../src/contract/form.ts'
import { runs } from '../../support/runs.ts'
import { fieldOf, filledIn, flat, openForm, press } from './acts.ts'
import { anyForm } from './arbitraries.ts'
import type { Driver } from './driver.ts'
import { expectInOrder } from './messages.ts'
import { emptyForm, everyField, sly, wordsOf } from './samples.ts'

export function formsComeBack(world: () => Driver): void {
  /** The core gives this form whenever it is asked for it, and has nothing to say to what was filled in. */
  const asks = (form: Form) =>
    world().host.answers(({ input }) => (input.kind === 'filled' ? { kind: 'none' } : { kind: 'form', form }))

  async function opened(form: Form) {
    asks(form)
    await world().type('góp ý')
    return openForm(world())
  }

  test('every kind of field is asked, and no word of a form is lost', async () => {
    const form = await opened(everyField)
    expect(form.title).toBe(everyField.title)
    expect(form.fields.map(({ kind, label }) => [kind, label])).toEqual(
      everyField.fields.map(({ kind, label }) => [kind, label]),
    )
    expectInOrder(form.words, (everyField.intro ?? []).flatMap(wordsOf))
    for (const field of everyField.fields) {
      expect(flat(form.words)).toContain(flat(field.label))
      expect(flat(form.words), 'the hint').toContain(flat(field.hint ?? ''))
      const labels = 'options' in field ? field.options.map(({ label }) => label) : []
      expect(fieldOf(form, field.label).options).toEqual(labels)
    }
    expect(form.acting).toEqual([])
  })

  test('a form begins with what it was given', async () => {
    const form = await opened(everyField)
    expect(form.fields.map(({ value }) => value)).toEqual([
      `Lời cũ\n${sly}`,
      '',
      'Khác *x* <@U3>',
      ['Bộ Tài chính', 'Bộ Nội vụ'],
      '2020-06-30',
      '17:00',
    ])
  })

  test('a form gives back all that was filled in, under the names and values it was given, with its intent', async () => {
    const form = await opened(emptyForm)
    const body = `Không đồng ý:\n- khoản 2\n\n${sly}`
    const status = await form.fill({
      'Nội dung': body,
      [`Số công văn ${sly}`]: '12/BCA',
      'Lập trường': 'Khác *x* <@U3>',
      'Gửi kèm cho': ['Bộ Tài chính', 'Bộ Nội vụ'],
      Ngày: '2020-06-29',
      Giờ: '08:05',
    })
    expect(status).toBe(200)
    expect(filledIn(world())).toMatchObject([
      {
        intent: emptyForm.intent,
        values: {
          body,
          source: '12/BCA',
          position: 'other',
          people: ['a,1', 'b%2'],
          day: '2020-06-29',
          time: '08:05',
        },
      },
    ])
    expect(world().host.received.at(-1)).toMatchObject({
      from: { platform: world().person.platform, user: world().person.user },
      audience: 'private',
    })
  })

  test('a choice that is searched among many comes back as it was found, and stands in the form as it was chosen', async () => {
    const options = Array.from({ length: 400 }, (_, at) => ({
      ...{ value: `d${at + 1}`, label: `Điều ${at + 1}. Nhãn <b>*x*</b> ${at + 1}` },
      ...(at % 4 === 0 ? { main: true as const } : {}),
      group: `Chương ${1 + Math.floor(at / 150)}`,
    }))
    const field = { kind: 'choice' as const, name: 'at', label: 'Điều, khoản', search: true as const, options }
    const form = await opened({ ...emptyForm, fields: [{ ...field, value: 'd12' }] })
    expect(form.fields).toMatchObject([{ kind: 'choice', label: 'Điều, khoản', value: options[11]?.label }])
    expect(form.acting).toEqual([])
    await form.fill({ 'Điều, khoản': options[132]?.label ?? '' })
    expect(filledIn(world())[0]?.values).toEqual({ at: 'd133' })
    await (await opened({ ...emptyForm, fields: [{ ...field, value: 'd399' }] })).fill({})
    expect(filledIn(world())[1]?.values).toEqual({ at: 'd399' })
  })

  test("what was left empty comes back as '' or []", async () => {
    await (await opened(emptyForm)).fill({})
    expect(filledIn(world())[0]?.values).toEqual({ body: '', source: '', position: '', people: [], day: '', time: '' })
  })

  test('what was emptied comes back empty', async () => {
    await (await opened(everyField)).fill({ 'Nội dung': '', 'Gửi kèm cho': [] })
    expect(filledIn(world())[0]?.values).toMatchObject({ body: '', people: [] })
  })

  test('what nobody touched comes back as the form had it', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        expect(await (await opened(form)).fill({})).toBe(200)
        const began = form.fields.map(({ kind, name, value }) => [name, value ?? (kind === 'choices' ? [] : '')])
        expect(filledIn(world()).at(-1)).toMatchObject({ intent: form.intent, values: Object.fromEntries(began) })
      }),
      { numRuns: runs(20) },
    )
  })

  test.each([
    ['one', 1],
    ['two', 2],
    ['four', 4],
  ])('%s texts of 20,000 characters come back whole, or are not asked at all', async (_, number) => {
    const long = 'Điều 5, khoản 2: “a & b < c”.\n'.repeat(670).slice(0, 19_999)
    const fields = Array.from({ length: number }, (_, at) => ({
      ...{ kind: 'text' as const, name: `t${at}`, label: `Câu hỏi ${at}` },
      ...{ multiline: true, maxLength: 20_000, value: `${at}${long}` },
    }))
    const form = await opened({ ...everyField, fields })
    await form.fill({})
    const { values = {} } = filledIn(world())[0] ?? {}
    for (const { name, label, value } of fields) {
      const asked = form.fields.some((field) => field.label === label)
      expect(values[name] === value, name).toBe(asked)
      expect(name in values, name).toBe(asked)
      // What is not asked is said to be there.
      expect(form.words).toContain(label)
    }
  })

  test('a form asked for by a button and by typed words is the same form', async () => {
    asks(everyField)
    const { opens } = everyField
    await world().send({ text: 'x', blocks: [{ kind: 'buttons', buttons: [{ label: 'Góp ý', intent: opens }] }] })
    await press(world(), 'Góp ý')
    const byPress = await openForm(world())
    await byPress.fill({})
    const byWords = await opened(everyField)
    await byWords.fill({})
    const [first, second] = filledIn(world())
    expect(second?.values).toEqual(first?.values)
    expect(byWords.fields).toEqual(byPress.fields)
    expect(byWords.title).toBe(byPress.title)
  })
}
