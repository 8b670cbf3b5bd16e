import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asActivity, renderForm, renderMessage, withValues } from '../../../adapters/msteams/drawing/render.ts'
import type { Form } from '../../../src/contract/form.ts'
import type { Message } from '../../../src/contract/message.ts'
import { en } from '../../../src/texts/en.ts'
import { vi } from '../../../src/texts/vi.ts'
import { runs } from '../../support/runs.ts'
import { form, message, words } from '../../support/teams-arbitrary.ts'
import { actionsOf, everyElement, wordsOf } from '../../support/teams-connector.ts'
import { cardFaults } from '../../support/teams-schema.ts'
import { seen } from '../contract/teams-screen.ts'

const bytes = (value: object) => JSON.stringify(value).length * 2
const LIMIT = 80 * 1024

const request: Message = {
  title: 'Đề nghị cho ý kiến',
  text: 'Đề nghị cho ý kiến về dự thảo Nghị định',
  blocks: [
    { kind: 'text', text: 'Kính gửi Đồng chí', tone: 'strong' },
    { kind: 'facts', facts: [{ label: 'Hạn', value: '17:00, Thứ Ba 30/06/2020' }] },
    { kind: 'list', items: ['Điều 1', 'Điều 2'] },
    { kind: 'table', columns: ['Ai', 'Đã gửi'], rows: [['BCA', 'có'], ['BTC']] },
    { kind: 'progress', label: 'Đã gửi 12/19', done: 12, total: 19 },
    { kind: 'divider' },
    { kind: 'quote', text: 'Cần rõ hơn', by: 'BTC' },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Cho ý kiến', style: 'primary', intent: { kind: 'home.show' } },
        { label: 'Xem tài liệu', url: 'https://example.org/du-thao' },
      ],
    },
  ],
}

const opinion: Form = {
  title: 'Cho ý kiến',
  submit: 'Lưu',
  intent: { kind: 'home.show' },
  opens: { kind: 'help.show' },
  intro: [{ kind: 'text', text: 'Bản lần 2' }],
  fields: [
    {
      kind: 'choice',
      name: 'position',
      label: 'Lập trường',
      required: true,
      options: [
        { value: 'agree', label: 'Đồng ý' },
        { value: 'other', label: 'Ý kiến khác' },
      ],
    },
    { kind: 'text', name: 'body', label: 'Nội dung', multiline: true, value: 'cũ' },
    {
      kind: 'choices',
      name: 'asked',
      label: 'Hỏi ai',
      options: [
        { value: 'a,b', label: 'A' },
        { value: 'c%2C', label: 'C' },
      ],
      value: ['a,b', 'c%2C'],
    },
    { kind: 'date', name: 'day', label: 'Ngày', value: '2020-06-30' },
    { kind: 'time', name: 'time', label: 'Giờ', value: '17:00' },
  ],
}

describe('a message as an Adaptive Card', () => {
  it('is valid by the official 1.5 schema and under 80 KB, whatever the message says', () => {
    fc.assert(
      fc.property(message, (any) => {
        const card = renderMessage(any)
        expect(cardFaults(card)).toEqual([])
        expect(bytes(card)).toBeLessThanOrEqual(LIMIT)
      }),
      { numRuns: runs(150) },
    )
  })

  it('never puts words where markdown, mentions or date macros act', () => {
    fc.assert(
      fc.property(message, (any) => {
        for (const element of everyElement(renderMessage(any))) {
          if (element.type === 'TextBlock') expect(element.text).toMatch(/^[\p{L}\p{M}\p{N} ,:;?/“”‘’–]+$/u)
          expect(element.type).not.toBe('FactSet')
          for (const part of [element.text, element.title, element.label])
            if (typeof part === 'string') expect(part).not.toMatch(/<\/?at\b|\{\{/i)
        }
        expect(asActivity(renderMessage(any), any.text).summary).not.toMatch(/<\/?at\b/i)
      }),
      { numRuns: runs(150) },
    )
  })

  it('shows every block with its words, and the buttons with whole intents', () => {
    const card = renderMessage(request)
    for (const part of [
      'Đề nghị cho ý kiến',
      'Kính gửi Đồng chí',
      'Hạn',
      '17:00, Thứ Ba 30/06/2020',
      '• Điều 2',
      'Đã gửi 12/19',
      'Cần rõ hơn',
      'BTC',
    ])
      expect(wordsOf(card)).toContain(part)
    expect(actionsOf(card)).toMatchObject([
      { type: 'Action.Execute', title: 'Cho ý kiến', data: { intent: { kind: 'home.show' } } },
      { type: 'Action.OpenUrl', title: 'Xem tài liệu', url: 'https://example.org/du-thao' },
    ])
  })

  it('gives every action that comes back to us a fallback with the same data', () => {
    const executes = everyElement(renderMessage(request)).filter((each) => each.type === 'Action.Execute')
    expect(executes).toHaveLength(1)
    expect(executes[0]).toMatchObject({ fallback: { type: 'Action.Submit', data: { intent: { kind: 'home.show' } } } })
  })

  it('gives the table a fallback of lines, and the progress its bar', () => {
    const card = renderMessage(request)
    const table = everyElement(card).find((each) => each.type === 'Table')
    expect(wordsOf(table?.fallback)).toBe('Ai | Đã gửi\nBCA | có\nBTC')
    const widths = everyElement(card)
      .filter((each) => each.minHeight !== undefined)
      .map((each) => each.width)
    expect(widths).toEqual([63, 37])
  })

  it('gives each column space for its longest word before it gives more to long cells', () => {
    const drawn = (columns: readonly string[], rows: readonly (readonly string[])[]) =>
      everyElement(renderMessage({ text: 'Lịch', blocks: [{ kind: 'table', columns, rows }] }))
        .filter((each) => each.type === 'TableColumnDefinition')
        .map((each) => Number(each.width))
    /** Characters to a column within some 50, which is what a card holds across; two are lost around each cell. */
    const space = (widths: readonly number[]) =>
      widths.map((each) => (each / widths.reduce((sum, one) => sum + one, 0)) * 50 - 2)
    const columns = ['Chuyến', 'Thời gian', 'Đơn vị, địa điểm', 'Trạng thái']
    const place = 'Lào Cai, Trụ sở UBND tỉnh, phường Nam Cường, thành phố Lào Cai'
    const visit = ['KT-2', 'Thứ Tư, 24/06/2020, 14:00–16:30', place, 'dự kiến']
    const [code = 0, time = 0] = space(drawn(columns, [visit]))
    expect(code).toBeGreaterThanOrEqual('Chuyến'.length)
    expect(time).toBeGreaterThanOrEqual('24/06/2020,'.length)

    const days = ['Tuần', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']
    const week = ['25', '15', '16: Đ4 Lạng Sơn', '17: Đ3 BNV; Đ4 BTC; Đ3 BYT', '18', '19: Đ3 Cao Bằng', '20', '21']
    for (const [at, characters] of space(drawn(days, [week])).entries())
      expect(characters, days[at]).toBeGreaterThanOrEqual(days[at]?.length ?? 0)

    // One cell without an end leaves the others something.
    const endless = drawn(columns, [visit, ['', '', 'x'.repeat(5_000), '']])
    expect(Math.max(...endless) / Math.min(...endless)).toBeLessThan(4)
  })

  it('reads the row of a button to who hears it alone, and keeps one that is short beside its row', () => {
    const own = (label: string) => ({ row: 'Điều 5', buttons: [{ label, intent: { kind: 'help.show' } as const }] })
    const short = renderMessage({ text: 'x', blocks: [{ kind: 'text', text: 'Lời', own: own('Sửa') }] })
    const long = renderMessage({ text: 'x', blocks: [{ kind: 'text', text: 'Lời', own: own('Xem đề nghị đổi lịch') }] })
    expect(actionsOf(short)).toMatchObject([{ title: 'Sửa', tooltip: 'Sửa: Điều 5' }])
    expect([short, long].map(({ body }) => body.map(({ type }) => type))).toEqual([['ColumnSet'], ['Container']])
  })

  it('asks one thing a card, and what does not answer it waits for no answer', () => {
    const intent = { kind: 'help.show' } as const
    const options = [{ label: 'Một', intent }]
    const choice = { kind: 'choice', label: 'Đoàn nào?', submit: 'Xem', missing: 'Chưa chọn.', options } as const
    const buttons = { kind: 'buttons', buttons: [{ label: 'Trang chính', intent }] } as const
    const card = renderMessage({ text: 'x', blocks: [buttons, choice, { ...choice, label: 'Đơn vị nào?' }] })
    const inputs = everyElement(card).filter(({ type }) => type === 'Input.ChoiceSet')
    expect(inputs).toMatchObject([{ label: 'Đoàn nào?', isRequired: true, errorMessage: 'Chưa chọn.' }])
    const sends = everyElement(card).filter(({ type }) => type === 'Action.Execute')
    expect(sends.map(({ title, associatedInputs }) => [title, associatedInputs])).toEqual([
      ['Trang chính', 'none'],
      ['Xem', undefined],
      ['Một', 'none'],
    ])
    expect(wordsOf(card)).toContain('Đơn vị nào?')
  })

  it('hides no button: more than six become several rows', () => {
    const buttons = Array.from({ length: 14 }, (_, index) => ({
      label: `n${index}`,
      intent: { kind: 'help.show' as const },
    }))
    const card = renderMessage({ text: 'x', blocks: [{ kind: 'buttons', buttons }] })
    const sets = everyElement(card).filter((each) => each.type === 'ActionSet')
    expect(sets.map((set) => actionsOf(set).length)).toEqual([6, 6, 2])
  })

  it('drops a button whose address is not of the web', () => {
    const card = renderMessage({
      text: 'x',
      blocks: [{ kind: 'buttons', buttons: [{ label: 'x', url: 'javascript:alert(1)' }] }],
    })
    expect(actionsOf(card)).toEqual([])
  })

  it('cuts a text of 50,000 characters visibly and keeps what follows it', () => {
    const card = renderMessage({
      text: 'x',
      blocks: [
        { kind: 'quote', text: 'dài '.repeat(12_500) },
        { kind: 'buttons', buttons: [{ label: 'Tiếp', intent: { kind: 'help.show' } }] },
      ],
    })
    expect(wordsOf(card)).toContain('[…]')
    expect(actionsOf(card)).toHaveLength(1)
  })

  it('keeps line breaks, each line a paragraph of its own', () => {
    expect(wordsOf(renderMessage({ text: 'một\n\nhai' }))).toBe('một\n\u00a0\nhai')
  })
})

describe('a form as an Adaptive Card', () => {
  it('is valid by the official 1.5 schema and under 80 KB, with and without errors', () => {
    fc.assert(
      fc.property(form, words, (any, text) => {
        const wrong = { message: text, fields: Object.fromEntries(any.fields.map((field) => [field.name, text])) }
        for (const card of [renderForm(any), renderForm({ ...any, words: vi.errors.inForm }, wrong)]) {
          expect(cardFaults(card)).toEqual([])
          expect(bytes(card)).toBeLessThanOrEqual(LIMIT)
        }
      }),
      { numRuns: runs(100) },
    )
  })

  it('has one input a field, under a name that cannot meet the intent', () => {
    const card = renderForm(opinion)
    const inputs = everyElement(card).filter((each) => String(each.type).startsWith('Input.'))
    expect(inputs.map((each) => [each.type, each.id])).toEqual([
      ['Input.ChoiceSet', 'in_position'],
      ['Input.Text', 'in_body'],
      ['Input.ChoiceSet', 'in_asked'],
      ['Input.Date', 'in_day'],
      ['Input.Time', 'in_time'],
    ])
    expect(inputs[0]).toMatchObject({ isRequired: true, label: 'Lập trường', style: 'expanded' })
    expect(inputs[2]).toMatchObject({ isMultiSelect: true, value: 'a%2Cb,c%252C' })
    expect(actionsOf(card)).toEqual([
      expect.objectContaining({
        title: 'Lưu',
        data: {
          intent: { kind: 'home.show' },
          opens: { kind: 'help.show' },
          fields: { position: 'choice', body: 'text', asked: 'choices', day: 'date', time: 'time' },
        },
      }),
    ])
  })

  it.each([
    ['vi', vi],
    ['en', en],
  ] as const)('says of every input in a sentence what a client does not send, in %s', (_, texts) => {
    const words = texts.errors.inForm
    const fields = [
      ...opinion.fields,
      { kind: 'text', name: 'must', label: 'Số *{most}*', required: true, maxLength: 40 } as const,
      { kind: 'date', name: 'from', label: 'Từ ngày', required: true } as const,
      { kind: 'text', name: 'free', label: 'Ghi chú' } as const,
    ]
    const card = renderForm({ ...opinion, fields, words })
    const said = everyElement(card)
      .filter((each) => String(each.type).startsWith('Input.'))
      .map(({ id, errorMessage }) => [id, errorMessage === undefined ? undefined : seen(String(errorMessage))])
    const say = (sentence: string, label: string, most = '') =>
      sentence.replace('{most}', most).replace('{label}', label)
    expect(Object.fromEntries(said)).toEqual({
      in_position: say(words.choose, 'Lập trường'),
      in_body: say(words.shorten, 'Nội dung', '10000'),
      in_asked: undefined,
      in_day: undefined,
      in_time: undefined,
      in_must: say(words.fillShort, 'Số *{most}*', '40'),
      in_from: say(words.fill, 'Từ ngày'),
      in_free: say(words.shorten, 'Ghi chú', '10000'),
    })
    // Nothing bilingual, and nothing left open.
    expect(JSON.stringify(card)).not.toMatch(/ \/ |\{label\}/)
    expect(cardFaults(card)).toEqual([])
  })

  it('lets a text be written that is too long, and says so, where a limit would cut what is pasted', () => {
    const card = renderForm({ ...opinion, fields: [{ kind: 'text', name: 'a', label: 'x', maxLength: 40 }] })
    const [input] = everyElement(card).filter((each) => each.type === 'Input.Text')
    expect(input).not.toHaveProperty('maxLength')
    const fits = new RegExp(String(input?.regex))
    expect(['', 'ý'.repeat(40), `ý\n${'ý'.repeat(38)}`].map((text) => fits.test(text))).toEqual([true, true, true])
    expect(['ý'.repeat(41), `${'ý\n'.repeat(20)}ý`].map((text) => fits.test(text))).toEqual([false, false])
  })

  it('shows what is wrong above, by field, and of fields it does not show', () => {
    const card = renderForm(opinion, { message: 'Chưa lưu được', fields: { body: 'Cần nội dung', gone: 'Không còn' } })
    const said = wordsOf(card).split('\n')
    expect(said).toEqual(['Cho ý kiến', 'Bản lần 2', 'Chưa lưu được', 'Không còn', 'Cần nội dung'])
  })

  it('keeps what the person put in, and what they emptied empty', () => {
    const again = withValues(opinion, { position: 'other', body: '', asked: ['c%2C'], day: '', time: '08:00' })
    expect(again.fields).toMatchObject([{ value: 'other' }, { value: '' }, { value: ['c%2C'] }, {}, { value: '08:00' }])
    expect(again.fields[3]).not.toHaveProperty('value')
  })

  it('shows a text that no input can hold, does not ask it, and so never cuts it', () => {
    const long = `đầu${'ý'.repeat(40_000)}`
    const fields = [{ kind: 'text', name: 'body', label: 'x', value: long } as const, ...opinion.fields.slice(0, 1)]
    const card = renderForm({ ...opinion, fields, words: vi.errors.inForm })
    expect(wordsOf(card)).toContain(vi.errors.inForm.shownOnly)
    expect(everyElement(card).some((each) => each.id === 'in_body')).toBe(false)
    expect(wordsOf(card)).toContain('đầu')
    expect(actionsOf(card)[0]?.data).toMatchObject({ fields: { position: 'choice' } })
    expect(JSON.stringify(actionsOf(card)[0]?.data)).not.toContain('body')
    expect(withValues({ ...opinion, fields }, { position: 'agree' }).fields[0]).toMatchObject({ value: long })
  })

  it('keeps a text of 20,000 characters whole in its input', () => {
    const long = 'ý'.repeat(20_000)
    const card = renderForm({ ...opinion, fields: [{ kind: 'text', name: 'body', label: 'x', value: long }] })
    expect(everyElement(card).find((each) => each.type === 'Input.Text')?.value).toBe(long)
  })
})
