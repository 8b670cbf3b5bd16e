import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/contract/form.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  buttonsOf,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'
import { racing } from '../support/meanwhile.ts'

const committee = committeeEachTest()
const { fillWhile, pressWhile } = racing(() => committee)
const t = vi.remarks
const third = 'sample-tv-bxd'
const split = (number: number) => `${t.split}: ${t.groupName(number)}`
const groupOf = (heading: string) => `${t.form.title}: ${heading}`

/** Somebody sends an opinion with remarks on provisions; a further one adds to the earlier. */
async function remark(who: string, round: string, remarks: Readonly<Record<string, string>>, body = ''): Promise<void> {
  const edit = formOf(await committee.press(who, { kind: 'opinion.save.form', round }))
  await committee.fill(who, edit, { position: 'other', body })
  for (const [provision, words] of Object.entries(remarks)) {
    const form = formOf(await committee.press(who, { kind: 'comment.save.form', round }))
    await committee.fill(who, form, { provision, remark: words })
  }
  await committee.press(who, button(await committee.press(who, { kind: 'opinion.show', round }), vi.buttons.send))
}

/** Three bodies on Điều 2, one of them on Điều 1 as well. */
async function play(): Promise<string> {
  await storeDraftOn(committee, 'ND-DLCN')
  const round = await openRoundOn(committee, 'ND-DLCN', {
    asked: 'named',
    names: 'sample-tv-byt\nsample-tv-btc\nsample-tv-bxd',
  })
  await remark(member, round, { 'Điều 2 khoản 1': 'Làm rõ dữ liệu số.', 'Điều 1': 'Thu hẹp phạm vi.' })
  await remark(otherMember, round, { 'Điều 2': 'Chưa rõ thế nào là dữ liệu số.' })
  await remark(third, round, { 'Điều 2 khoản 2': 'Sửa chính tả.' })
  return round
}

const grouping = (round: string) => ({ kind: 'remark.group.form', round, provision: 'd2' }) as const
const openForm = async (round: string) => formOf(await committee.press(coordinator, grouping(round)))

/** The values of the options whose labels begin so. */
function optionsOf(form: Form, ...labels: readonly string[]): string[] {
  const [field] = form.fields
  const options = field?.kind === 'choices' ? field.options : []
  return options.filter(({ label }) => labels.some((begin) => label.startsWith(begin))).map(({ value }) => value)
}

/** Puts the remarks of two bodies together. */
async function group(round: string, common = ''): Promise<Reply> {
  const form = await openForm(round)
  return await committee.fill(coordinator, form, { remarks: optionsOf(form, 'Bộ Y tế', 'Bộ Tài chính'), common })
}

const record = async (format = 'csv') =>
  Buffer.from(
    (await committee.fetch(await committee.type(coordinator, `xuất bảng tổng hợp ND-DLCN ${format}`)))?.bytes ?? [],
  ).toString()

describe('the remarks of a round', () => {
  it('are listed by article with who made them, general ones first, and no word of them is in a notification', async () => {
    const round = await play()
    await remark(third, round, {}, 'Cơ bản thống nhất.')
    const list = await committee.type(coordinator, 'các góp ý ND-DLCN')
    const said = textOf(list)
    const order = [
      ...[t.counted(5, 0), 'Ý kiến chung', 'Cơ bản thống nhất.', 'Điều 1. Phạm vi điều chỉnh', 'Thu hẹp phạm vi.'],
      ...['Điều 2. Giải thích từ ngữ', 'Chưa rõ thế nào', 'Làm rõ dữ liệu số.', 'Sửa chính tả.'],
    ].map((words) => said.indexOf(words))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((one, other) => one - other))
    expect(list.kind === 'message' ? list.message.text : '').not.toMatch(/Thu hẹp|Cơ bản/)
    const board = await committee.press(coordinator, { kind: 'board.show', round })
    expect(textOf(await committee.press(coordinator, button(board, t.button)))).toContain('Thu hẹp phạm vi.')
  })

  it('come a page at a time', async () => {
    const round = await play()
    await remark(third, round, Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`Điều ${n + 10}`, `Ý ${n}.`])))
    const first = await committee.type(coordinator, 'remarks ND-DLCN')
    expect(textOf(first)).not.toContain('Ý 5.')
    expect(textOf(await committee.press(coordinator, button(first, vi.buttons.nextPage)))).toContain('Ý 5.')
  })

  it('lead to the articles of other pages', async () => {
    const round = await play()
    await remark(third, round, Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`Điều ${n + 10}`, `Ý ${n}.`])))
    const first = await committee.type(coordinator, 'remarks ND-DLCN')
    const there = await committee.press(coordinator, button(first, t.jump('Điều 15', 2)))
    expect(textOf(there)).toContain('Ý 5.')
    expect(() => button(there, t.jump('Điều 15', 2))).toThrow()
    expect(
      textOf(await committee.press(coordinator, button(there, t.jump('Điều 1. Phạm vi điều chỉnh', 1)))),
    ).toContain('Thu hẹp phạm vi.')
  })

  it('are for coordinators, and for the drafting agency to read once the round has closed', async () => {
    const round = await play()
    await group(round)
    expect(textOf(await committee.type(member, 'các góp ý ND-DLCN'))).toBe(vi.refusals['not-allowed']({}))
    const ask = () => committee.press(drafter, { kind: 'remark.list', round })
    expect(textOf(await ask())).toBe(vi.refusals['opinions-not-yet']({}))
    const close = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: 'close' }))
    await committee.fill(coordinator, close, { reason: 'đã đủ' })
    const list = await ask()
    expect(textOf(list)).toContain(t.group(1, 2, 'Bộ Tài chính, Bộ Y tế'))
    expect(() => button(list, split(1))).toThrow()
    expect(textOf(await committee.press(drafter, grouping(round)))).toBe(vi.refusals['not-allowed']({}))
  })
})

describe('like remarks', () => {
  it('are put into one row of the record in every format, each in its own words below what they have in common', async () => {
    const round = await play()
    const list = await committee.press(coordinator, { kind: 'remark.list', round })
    const form = formOf(await committee.press(coordinator, button(list, groupOf('Điều 2. Giải thích từ ngữ'))))
    expect(form.fields).toMatchObject([
      {
        kind: 'choices',
        options: [
          { label: 'Bộ Tài chính: Chưa rõ thế nào là dữ liệu số.' },
          { label: 'Bộ Y tế: Làm rõ dữ liệu số.' },
          { label: 'Bộ Xây dựng: Sửa chính tả.' },
        ],
      },
      { name: 'common' },
    ])
    const reply = await group(round, 'Đề nghị làm rõ khái niệm.')
    expect(textOf(reply)).toContain(t.grouped(2))
    expect(textOf(reply)).toContain(t.group(1, 2, 'Bộ Tài chính, Bộ Y tế'))
    const row =
      'Bộ Tài chính; Bộ Y tế,[^\\n]*"Nội dung chung: Đề nghị làm rõ khái niệm\\.\\n' +
      'Bộ Tài chính: Chưa rõ thế nào là dữ liệu số\\.\\nBộ Y tế: Làm rõ dữ liệu số\\."'
    expect(await record()).toMatch(new RegExp(row))
    const page = await record('html')
    expect(page.match(/<tr><td>Điều 2/g)).toHaveLength(2)
    for (const words of ['Chưa rõ thế nào là dữ liệu số.', 'Làm rõ dữ liệu số.', 'Sửa chính tả.', 'Thu hẹp phạm vi.'])
      expect(page).toContain(words)
    const lines = await committee.db.audit.findMany({ where: { deed: 'remark.group' } })
    expect(lines).toHaveLength(1)
    expect(JSON.stringify(lines)).not.toMatch(/rõ|Bộ/)
  })

  it('are asked for by a form where one article has any; of several the article is chosen first', async () => {
    const round = await play()
    expect(formOf(await committee.type(coordinator, 'gộp góp ý ND-DLCN')).intent).toMatchObject({ provision: 'd2' })
    await remark(otherMember, round, { 'Điều 1': 'Mở rộng phạm vi.' })
    const choice = await committee.type(coordinator, 'group remarks ND-DLCN')
    expect(textOf(choice)).toContain(t.chooseWhere)
    const first = button(choice, t.whereButton('Điều 1. Phạm vi điều chỉnh', 2))
    expect(formOf(await committee.press(coordinator, first)).intent).toMatchObject({ provision: 'd1' })
    await openRoundOn(committee, 'CL-CPDT')
    expect(textOf(await committee.type(coordinator, 'gộp góp ý CL-CPDT'))).toContain(t.nothingToGroup)
  })

  it('carry what can be done about them: an article with two single ones its [Gộp], a group its [Tách]', async () => {
    const round = await play()
    await remark(otherMember, round, { 'Điều 1': 'Mở rộng phạm vi.' })
    await group(round)
    const list = await committee.press(coordinator, { kind: 'remark.list', round })
    expect(buttonsOf(messageOf(list)).map(({ label }) => label)).toEqual([
      groupOf('Điều 1. Phạm vi điều chỉnh'),
      split(1),
      vi.buttons.back,
    ])
    for (const said of [`Điều 1. Phạm vi điều chỉnh [${t.form.title}]`, `Bộ Tài chính, Bộ Y tế [${t.split}]`])
      expect(textOf(list)).toContain(said)
  })

  it('are at least two, of one article, and of those that the form offered', async () => {
    const round = await play()
    const form = await openForm(round)
    const wrong = (remarks: string[]) => committee.fill(coordinator, form, { remarks })
    const refused = (why: string) => ({ kind: 'invalid', fields: { remarks: why } })
    expect(await wrong([])).toMatchObject(refused(t.form.atLeastTwo))
    expect(await wrong(optionsOf(form, 'Bộ Y tế'))).toMatchObject(refused(t.form.atLeastTwo))
    expect(await wrong([...optionsOf(form, 'Bộ Y tế'), 'f'.repeat(32)])).toMatchObject(refused(t.form.changed))
    expect(await committee.db.remarkGroup.count()).toBe(0)
  })

  it('stay together through a new version that leaves them as they are, and one that changed falls out and is missed', async () => {
    const round = await play()
    await group(round)
    await remark(member, round, { 'Điều 9': 'Thêm một ý.' })
    expect(textOf(await committee.type(coordinator, 'các góp ý ND-DLCN'))).toContain(
      t.group(1, 2, 'Bộ Tài chính, Bộ Y tế'),
    )
    await committee.fill(member, formOf(await committee.press(member, { kind: 'opinion.save.form', round })), {})
    const { id: comment } = await committee.db.draftComment.findFirstOrThrow({
      where: { remark: 'Làm rõ dữ liệu số.' },
    })
    const edit = formOf(await committee.press(member, { kind: 'comment.save.form', round, comment }))
    const card = await committee.fill(member, edit, { remark: 'Bỏ khoản này.' })
    await committee.press(member, button(card, vi.buttons.send))
    const list = await committee.type(coordinator, 'các góp ý ND-DLCN')
    expect(textOf(list)).toContain(`${t.gone('Bộ Y tế')} ${t.tooFew}`)
    expect(textOf(list)).toContain('Bỏ khoản này.')
    expect((await record('html')).match(/<tr><td>Điều 2/g)).toHaveLength(3)
    await committee.press(coordinator, button(list, split(1)))
    expect(await committee.db.groupedRemark.count()).toBe(0)
  })

  it('are split again, once, and stand alone in the record', async () => {
    const round = await play()
    const apart = button(await group(round), split(1))
    expect(textOf(await committee.press(coordinator, apart))).toContain(t.splitDone)
    expect(textOf(await committee.press(coordinator, apart))).toBe(t.splitAlready)
    expect((await record('html')).match(/<tr><td>Điều 2/g)).toHaveLength(3)
    expect(await committee.db.audit.count({ where: { deed: 'remark.split' } })).toBe(1)
  })

  it('are in one group, also where two coordinators put them together or apart at the same moment', async () => {
    const round = await play()
    const form = await openForm(round)
    const remarks = optionsOf(form, 'Bộ Y tế', 'Bộ Xây dựng')
    const late = await fillWhile(coordinator, grouping(round), { remarks }, () => group(round))
    expect(late).toMatchObject({ kind: 'invalid', fields: { remarks: t.form.changed } })
    expect(await committee.db.groupedRemark.count()).toBe(2)
    const { id } = await committee.db.remarkGroup.findFirstOrThrow()
    const apart = { kind: 'remark.split', group: id } as const
    const second = await pressWhile(coordinator, apart, () => committee.press(coordinator, apart))
    expect(textOf(second)).toBe(t.splitAlready)
    expect(await committee.db.audit.count({ where: { deed: 'remark.split' } })).toBe(1)
  })
})
