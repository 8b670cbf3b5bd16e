import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/contract/form.ts'
import { likeness, likest } from '../../src/opinions/remarks/answers/likeness.ts'
import { vi } from '../../src/texts/vi.ts'
import { answering } from '../support/answering.ts'
import { drafter, formOf, member, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const { change, playClosed, remark, showing, settleAll, write, answers } = answering(() => committee)
const t = vi.answers

const formFor = async (round: string, number: number) => {
  const { remark: key } = await showing(round, number)
  return formOf(await committee.press(drafter, { kind: 'answer.save.form', round, remark: key, outcome: 'explain' }))
}
const offered = ({ fields }: Form) => {
  const field = fields.find(({ name }) => name === 'earlier')
  return field?.kind === 'choice' ? field.options : []
}

describe('earlier answers to like remarks', () => {
  it('are offered in the form, and taken where nothing is written', async () => {
    const round = await playClosed()
    expect(offered(await formFor(round, 2))).toEqual([])
    // The second and the third remark are about "dữ liệu số", which the first is not.
    await write(round, 1, 'partly', 'Thu hẹp một phần.')
    await write(round, 2, 'explain', 'Đã định nghĩa tại khoản 1.')
    const form = await formFor(round, 3)
    const [only, ...others] = offered(form)
    expect(others).toEqual([])
    expect(only?.label).toContain('Đã định nghĩa tại khoản 1.')
    expect(JSON.stringify(form.intro)).toContain(t.earlier.title)
    const earlier = only?.value ?? ''
    await committee.fill(drafter, form, { earlier, words: '' })
    expect((await answers()).map(({ words }) => words)).toContain('Đã định nghĩa tại khoản 1.')
    expect((await answers()).filter(({ words }) => words === 'Đã định nghĩa tại khoản 1.')).toHaveLength(2)
    // What is written goes before it, and what has been changed since is not taken.
    await committee.fill(drafter, await formFor(round, 3), { earlier, words: 'Riêng.' })
    expect((await answers()).filter(({ words }) => words === 'Riêng.')).toHaveLength(1)
    const stale = await formFor(round, 4)
    expect(await committee.fill(drafter, stale, { earlier: 'f'.repeat(32), words: '' })).toMatchObject({
      kind: 'invalid',
      fields: { earlier: t.earlier.gone },
    })
  })

  it('come from earlier rounds of the same item as well, once they are settled', async () => {
    const first = await playClosed()
    await write(first, 2, 'explain', 'Đã định nghĩa tại khoản 1.')
    await settleAll(first, 1)
    await write(first, 3, 'partly', 'Còn là bản nháp.')
    const second = await openRoundOn(committee, 'ND-DLCN', { asked: 'named', names: member, version: '2' })
    await remark(member, second, { 'Điều 2': 'Vẫn chưa rõ thế nào là dữ liệu số.' })
    await change(second, 'close')
    const options = offered(await formFor(second, 1))
    expect(options).toHaveLength(1)
    expect(options[0]?.label).toContain(vi.round.number(1))
    expect(options[0]?.label).toContain('Đã định nghĩa tại khoản 1.')
  })
})

describe('the likeness of words', () => {
  it('counts what stands side by side in both, whatever its case and marks', () => {
    expect(likeness('Làm rõ dữ liệu số', 'LAM RO DU LIEU SO')).toBe(1)
    expect(likeness('Làm rõ dữ liệu số.', 'Bỏ khoản 2 Điều 5.')).toBe(0)
    expect(likeness('', '')).toBe(0)
    expect(likeness('Nhất trí', 'nhất trí')).toBe(1)
    expect(likest('làm rõ dữ liệu số', ['bỏ cả điều', 'rõ dữ liệu', 'làm rõ dữ liệu số'], (one) => one)).toEqual([
      'làm rõ dữ liệu số',
      'rõ dữ liệu',
    ])
  })
})
