import { expect, test } from 'vitest'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import { fieldOf, fill, filledIn, openForm, wordsShown } from './acts.ts'
import type { Driver } from './driver.ts'
import { emptyForm, said, sly } from './samples.ts'

export function wordsAreKept(world: () => Driver): void {
  /** The form without an answer, opened; what is filled in is answered so. */
  async function opened(filled: (input: Inbound['input']) => Reply | Promise<Reply>) {
    world().host.answers((inbound) =>
      inbound.input.kind === 'filled' ? filled(inbound.input) : { kind: 'form', form: emptyForm },
    )
    await world().type('góp ý')
    return openForm(world())
  }

  test('a refused form stays open with what is wrong and the words of the person, and can be mended', async () => {
    const wrong: Reply = {
      kind: 'invalid',
      message: 'Chưa lưu được.',
      fields: { body: 'Cần nêu lý do.', day: 'Không phải ngày làm việc.' },
    }
    const form = await opened((input) =>
      input.kind === 'filled' && input.values.day === '2020-06-28' ? wrong : said('Đã lưu'),
    )
    const given = {
      'Nội dung': `Lời của tôi\n${sly}`,
      'Lập trường': 'Đồng ý',
      'Gửi kèm cho': ['Bộ Y tế'],
      Ngày: '2020-06-28',
      Giờ: '09:30',
    }
    expect(await form.fill(given)).toBe(200)

    const { form: still } = await world().shown()
    expect(still?.words).toContain('Chưa lưu được.')
    expect(fieldOf(still, 'Nội dung').error).toContain('Cần nêu lý do.')
    expect(fieldOf(still, 'Ngày').error).toContain('Không phải ngày làm việc.')
    expect(fieldOf(still, 'Giờ').error).toBe('')
    for (const [label, value] of Object.entries(given)) expect(fieldOf(still, label).value).toEqual(value)

    expect(await still?.fill({ Ngày: '2020-06-29' })).toBe(200)
    const [first, second] = filledIn(world())
    expect(second?.id).not.toBe(first?.id)
    expect(second).toEqual({
      ...{ id: second?.id, intent: emptyForm.intent },
      values: { ...first?.values, day: '2020-06-29' },
    })
    expect((await world().shown()).form).toBeUndefined()
    expect((await wordsShown(world())).at(-1)).toBe('Đã lưu')
  })

  test('a form refused twice still holds the words', async () => {
    await (await opened(() => ({ kind: 'invalid', message: 'Chưa được.', fields: {} }))).fill({
      'Nội dung': 'Lời thứ nhất',
    })
    await fill(world(), { 'Nội dung': 'Lời thứ hai' })
    const form = await openForm(world())
    expect(fieldOf(form, 'Nội dung').value).toBe('Lời thứ hai')
    expect(form.words).toContain('Chưa được.')
  })

  test('a form that is not acknowledged yet is not lost: the platform waits for the core', async () => {
    const stored = Promise.withResolvers<Reply>()
    const form = await opened(() => stored.promise)
    let acknowledged = false
    const waiting = form.fill({ 'Nội dung': 'Lời của tôi' }).finally(() => {
      acknowledged = true
    })
    while (filledIn(world()).length === 0) await world().deliver('{}')
    await world().deliver('{}')
    expect(acknowledged).toBe(false)
    stored.resolve(said('Đã lưu'))
    expect(await waiting).toBe(200)
    expect((await wordsShown(world())).at(-1)).toBe('Đã lưu')
  })
}
