import { expect, it } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { answering } from '../support/answering.ts'
import { button, coordinator, drafter, formOf, member, messageOf } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { pageOf, pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()
const { play, playClosed, press, write, settleAll, change } = answering(() => committee)
const t = vi.desk.remarks
const at = (round: string) => ({ page: 'remarks', round }) as const
/** Drafts as well, for another agency. */
const stranger = 'sample-st-btttt'
/** Was asked about nothing. */
const outsider = 'sample-tv-bnn'

const rowsOf = async (who: string, place: Parameters<typeof pageOn>[2]) =>
  partOf(await pageOn(committee, who, place), 'remarks', 'answering').rows

it('lists the remarks to the drafting agency in the order of the draft, under what they are on', async () => {
  const round = await playClosed()
  const page = await pageOn(committee, drafter, at(round))
  expect(page.lead).toEqual([{ text: t.answered(0, 4), tone: 'strong' }])
  const part = partOf(page, 'remarks', 'answering')
  expect(part.rows.map(({ where, words, revision, open }) => [where, words, revision, open])).toEqual([
    ['Điều 1', 'Thu hẹp phạm vi.', 0, true],
    ['Điều 2', 'Chưa rõ thế nào là dữ liệu số.', 0, true],
    ['Điều 2 khoản 1', 'Làm rõ dữ liệu số.', 0, true],
    ['Điều 2 khoản 2', 'Sửa chính tả.', 0, true],
  ])
  expect(part.rows.map(({ heading }) => heading?.title)).toEqual([
    'Điều 1. Phạm vi điều chỉnh',
    'Điều 2. Giải thích từ ngữ',
    undefined,
    undefined,
  ])
  expect(part.rows[1]?.heading?.text).toBe(
    '1. Dữ liệu số là dữ liệu ở dạng số.\n2. Chia sẻ dữ liệu là việc cung cấp dữ liệu.',
  )
  expect(part.choices.map(({ code, needsWords }) => [code, needsWords])).toEqual([
    ['accept', false],
    ['partly', true],
    ['explain', true],
    ['note', false],
  ])
  expect(partOf(page, 'outline', 'outline').entries).toMatchObject([
    { label: t.every, left: 4, current: true },
    { label: 'Điều 1. Phạm vi điều chỉnh', place: { section: 'd1' }, left: 1, current: false },
    { label: 'Điều 2. Giải thích từ ngữ', place: { section: 'd2' }, left: 3 },
  ])
})

it('shows one article with its words, and what is open, a draft or settled by itself', async () => {
  const round = await playClosed()
  await press(round, 1)
  await write(round, 2, 'explain', 'Đã có tại khoản 1.')
  const one = await pageOn(committee, drafter, { ...at(round), section: 'd2' })
  expect(sectionOf(one, 'remarks')?.title).toBe('Điều 2. Giải thích từ ngữ')
  expect(partOf(one, 'remarks', 'quote').text).toContain('Chia sẻ dữ liệu')
  expect(sectionOf(one, 'remarks')?.tabs?.map(({ count }) => count)).toEqual([3, 2, 1, 0])
  expect((await rowsOf(drafter, { ...at(round), section: 'd2', show: 'drafts' })).map(({ answer }) => answer)).toEqual([
    expect.objectContaining({ choice: 'explain', words: 'Đã có tại khoản 1.' }),
  ])
  await settleAll(round, 2)
  expect(await rowsOf(drafter, { ...at(round), show: 'drafts' })).toEqual([])
  expect((await rowsOf(drafter, { ...at(round), show: 'settled' })).map(({ pills }) => pills[0]?.text)).toEqual([
    t.settled,
    t.settled,
  ])
})

it('lets a row be answered by the form that it names, at the revision that was seen', async () => {
  const round = await playClosed()
  const { save, rows } = partOf(await pageOn(committee, drafter, at(round)), 'remarks', 'answering')
  const [row] = rows
  if (save === undefined || row === undefined || save.intent.kind !== 'answer.save') throw new Error('no row to answer')
  const intent = { ...save.intent, [save.row]: row.id, [save.revision]: row.revision }
  const fill = (words: string) =>
    committee.act(drafter, {
      kind: 'filled',
      intent,
      values: { [save.choice.name]: 'partly', [save.words.name]: words },
    })
  await fill('Sửa khoản 1.')
  const alone = await rowsOf(drafter, { ...at(round), remark: row.id })
  expect(partOf(await pageOn(committee, drafter, { ...at(round), remark: row.id }), 'remarks', 'answering').some).toBe(
    true,
  )
  expect(alone).toMatchObject([{ id: row.id, revision: 1, answer: { choice: 'partly', words: 'Sửa khoản 1.' } }])
  // Whoever saw it without an answer changes nothing.
  const late = await fill('Không sửa.')
  expect(messageOf(late.reply).text).toBe(vi.answers.overtaken(1))
  expect(await rowsOf(drafter, { ...at(round), remark: row.id })).toMatchObject(alone)
})

it('lets open rows be answered together, and gives back the revision of what was undone', async () => {
  const round = await playClosed()
  const { several, rows } = partOf(await pageOn(committee, drafter, at(round)), 'remarks', 'answering')
  if (several === undefined) throw new Error('none together')
  const ids = rows.slice(0, 2).map(({ id }) => id)
  const intent = { ...several.intent, [several.field]: ids } as typeof several.intent
  const values = { outcome: 'note', words: 'Chung.' }
  const { reply } = await committee.act(drafter, { kind: 'filled', intent, values })
  expect((await rowsOf(drafter, { ...at(round), show: 'drafts' })).map(({ id }) => id)).toEqual(ids)
  await committee.press(drafter, button(reply, vi.answers.several.undo))
  const after = await rowsOf(drafter, { ...at(round), show: 'open' })
  expect(after.map(({ revision, answer }) => [revision, answer])).toEqual([
    [2, undefined],
    [2, undefined],
    [0, undefined],
    [0, undefined],
  ])
})

it('is read by coordinators without a way to answer, with what they may do about a settled answer', async () => {
  const round = await playClosed()
  await press(round, 1)
  await settleAll(round, 1)
  const page = await pageOn(committee, coordinator, at(round))
  const part = partOf(page, 'remarks', 'answering')
  expect(part.save).toBeUndefined()
  expect(part.rows[0]?.buttons).toMatchObject([{ intent: { kind: 'answer.return.form', round } }])
  expect(part.rows[1]?.buttons).toEqual([])
  expect(page.buttons.map((one) => 'intent' in one && one.intent.kind)).toContain('answer.publish.form')
  const returned = { kind: 'answer.return.form', round, remark: part.rows[0]?.id ?? '' } as const
  await committee.fill(coordinator, formOf(await committee.press(coordinator, returned)), { reason: 'Cần nêu rõ.' })
  const [row] = await rowsOf(drafter, { ...at(round), show: 'open' })
  expect(row).toMatchObject({
    open: true,
    pills: [{ text: t.returned, tone: 'warning' }],
    notes: [{ label: vi.answers.returnReason, text: 'Cần nêu rõ.' }],
    buttons: [],
  })
})

it('is no page for others: too early for the agency, for another one, and for who was not asked', async () => {
  const round = await play()
  expect(await pageOf(committee, drafter, at(round))).toBeUndefined()
  // Coordinators read remarks while they come in.
  expect(await rowsOf(coordinator, at(round))).toHaveLength(4)
  await change(round, 'close')
  expect(await pageOf(committee, drafter, at(round))).toBeDefined()
  for (const who of [stranger, outsider]) expect(await pageOf(committee, who, at(round))).toBeUndefined()
})

it('shows an author what was published of their own remarks, and nothing else', async () => {
  const round = await playClosed()
  await press(round, 1)
  await write(round, 2, 'explain', 'Đã có tại khoản 1.')
  await settleAll(round, 2)
  const before = await pageOn(committee, member, at(round))
  expect(before).toMatchObject({ lead: [{ text: vi.answers.nonePublished }], main: [], buttons: [] })
  const publish = formOf(await committee.press(coordinator, { kind: 'answer.publish.form', round }))
  await committee.fill(coordinator, publish, { confirm: 'yes' })
  const page = await pageOn(committee, member, at(round))
  expect(page.main.map(({ title, pill }) => [title, pill?.text])).toEqual([['Điều 1', vi.answers.outcomes.accept]])
  expect(JSON.stringify(page)).not.toContain('Đã có tại khoản 1.')
  expect(partOf(page, page.main[0]?.id ?? '', 'buttons').buttons).toMatchObject([
    { intent: { kind: 'answer.object.form', round } },
  ])
})

it('is read in English by whoever reads English', async () => {
  const round = await playClosed()
  const page = await pageOn(committee, drafter, at(round), 'en')
  expect(page.lead).toEqual([{ text: en.desk.remarks.answered(0, 4), tone: 'strong' }])
  expect(partOf(page, 'remarks', 'answering').save?.words.label).toBe(en.answers.form.words)
})
