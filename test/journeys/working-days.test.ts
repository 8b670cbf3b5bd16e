import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { dayIn } from '../../src/calendar/zoned.ts'
import type { Input } from '../../src/contract/inbound.ts'
import { readRehearsal } from '../../src/nudges/rehearsal/read-rehearsal.ts'
import { rehearse } from '../../src/nudges/rehearsal/rehearsal.ts'
import { loadRound } from '../../src/opinions/rounds/rounds.ts'
import { readRecord } from '../../src/record/read-record.ts'
import { createApp } from '../../src/requests/receive.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  coordinator,
  formOf,
  initial,
  member,
  messageOf,
  openRoundOn,
  textOf,
  zone,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const committee = committeeEachTest()
const { workingDays: t } = vi

const typed = 'lấy ý kiến ND-DLCN trong 20 ngày làm việc'
const ask = async (text: string) => textOf(await committee.type(coordinator, text))
const theForm = async (text = 'lấy ý kiến ND-DLCN') => formOf(await committee.type(coordinator, text))
const theRound = () => committee.db.round.findFirstOrThrow({ orderBy: { number: 'desc' } })
const due20 = '17:00, Thứ Ba 14/07/2020 (giờ Việt Nam)'
const due30June = '17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)'

describe('a deadline of so many working days', () => {
  it('typed fills the form in, is told in the preview with how it was found, and opens so', async () => {
    const form = await theForm(typed)
    expect(initial(form)).toMatchObject({ day: '2020-07-14', workingDays: '20', time: '17:00' })
    const preview = await committee.fill(coordinator, form, { asked: 'named', names: member })
    const text = textOf(preview)
    expect(text).toContain(`${due20}; ${t.fromOpening(20)}`)
    expect(text).toContain(`${t.weekendsOff(8)} ${t.ifOpenedToday('16/06/2020')}`)
    const opened = textOf(await committee.press(coordinator, button(preview, vi.buttons.open)))
    expect(opened).toContain(`${due20}; ${t.fromOpening(20)}`)
    expect(opened).toContain(t.weekendsOff(8))
    expect(await theRound()).toMatchObject({
      dueRule: 'working-days',
      dueDays: 20,
      dueAt: new Date('2020-07-14T17:00:00+07:00'),
    })
    expect(await ask('nội dung ND-DLCN')).toContain(t.origin(20, '16/06/2020'))
    await committee.deliver()
  })

  it('is typed in English as well, and asked back where no item was named', async () => {
    await committee.type(coordinator, 'English')
    const form = await theForm('open round ND-DLCN within 20 working days')
    expect(initial(form)).toMatchObject({ day: '2020-07-14', workingDays: '20' })
    expect(textOf(await committee.fill(coordinator, form, {}))).toContain(en.workingDays.fromOpening(20))
    // Another day: nothing was just spoken of.
    await committee.db.lastSpoken.deleteMany({})
    const choice = messageOf(await committee.type(coordinator, 'open a round within 5 working days'))
    const chosen = button(choice, labelOf(choice, 'CL-CPDT'))
    expect(initial(formOf(await committee.press(coordinator, chosen)))).toMatchObject({ workingDays: '5' })
  })

  it('is counted anew when the round is opened on another day than it was prepared, and says so', async () => {
    const preview = await committee.fill(coordinator, await theForm(typed), {})
    const [open, edit] = [button(preview, vi.buttons.open), button(preview, vi.buttons.editProposal)]
    committee.setClock('2020-06-19T08:00')
    if (edit.kind !== 'round.propose.form' || edit.proposal === undefined) throw new Error('no proposal')
    const again = textOf(await committee.press(coordinator, { kind: 'round.preview', proposal: edit.proposal }))
    expect(again).toContain('17:00, Thứ Sáu 17/07/2020')
    expect(again).toContain(t.ifOpenedToday('19/06/2020'))
    expect(initial(formOf(await committee.press(coordinator, edit)))).toMatchObject({
      day: '2020-07-17',
      workingDays: '20',
    })
    const opened = textOf(await committee.press(coordinator, open))
    expect(opened).toContain('17:00, Thứ Sáu 17/07/2020')
    expect(opened).toContain(t.derivedAnew('Thứ Ba, 14/07/2020'))
    expect((await theRound()).dueAt).toEqual(new Date('2020-07-17T17:00:00+07:00'))
  })

  it('keeps a time of day that somebody chose', async () => {
    await openRoundOn(committee, 'ND-DLCN', { workingDays: '20', time: '11:30' })
    expect(await theRound()).toMatchObject({ dueDays: 20, dueAt: new Date('2020-07-14T11:30:00+07:00') })
  })
})

describe('the day and the working days of a form', () => {
  it.each([
    ['the number alone changed', {}, { workingDays: '20' }, due20, 20],
    ['the number alone changed, the day emptied', {}, { day: '', workingDays: '20' }, due20, 20],
    ['the day alone changed', {}, { day: '2020-07-01' }, '17:00, Thứ Tư 01/07/2020', null],
    ['both changed, and they agree', {}, { day: '2020-07-14', workingDays: '20' }, due20, 20],
    ['neither changed, with a number', { typed }, {}, due20, 20],
    ['the day alone changed, with a number', { typed }, { day: '2020-07-01' }, '17:00, Thứ Tư 01/07/2020', null],
    ['the number taken out', { typed }, { workingDays: '' }, due20, null],
    ['the number changed, with a number', { typed }, { workingDays: '10' }, due30June, 10],
  ])('%s', async (_, from, values, said, days) => {
    const form = await theForm('typed' in from ? from.typed : undefined)
    const preview = await committee.fill(coordinator, form, values)
    expect(textOf(preview)).toContain(said)
    await committee.press(coordinator, button(preview, vi.buttons.open))
    expect(await theRound()).toMatchObject({ dueDays: days })
  })

  it('are asked about by the field where both were changed and disagree, or nothing was given', async () => {
    const form = await theForm()
    const refused = async (values: Record<string, string>) => {
      const reply = await committee.fill(coordinator, form, values)
      return reply.kind === 'invalid' ? reply.fields : reply.kind
    }
    expect(await refused({ day: '2020-07-01', workingDays: '20' })).toEqual({
      workingDays: t.disagree(20, '14/07/2020', '01/07/2020'),
    })
    expect(await refused({ day: '', workingDays: '' })).toEqual({ day: t.needsOne })
    for (const workingDays of ['0', '251', '2.5', '-3', 'hai mươi'])
      expect(await refused({ workingDays })).toEqual({ workingDays: t.badCount(250) })
    expect(await committee.db.roundProposal.count()).toBe(0)
    // What was typed and cannot be is in the form, and refused there.
    const many = await theForm('lấy ý kiến ND-DLCN trong 300 ngày làm việc')
    expect(initial(many)).toMatchObject({ day: '2020-06-30', workingDays: '300' })
    expect(await committee.fill(coordinator, many, {})).toMatchObject({ fields: { workingDays: t.badCount(250) } })
  })

  it('are given by either where the plan states no quarter', async () => {
    await openRoundOn(committee, 'CSDL-DC', { workingDays: '1' })
    expect(await theRound()).toMatchObject({ dueAt: new Date('2020-06-17T17:00:00+07:00') })
  })

  it('are read from a form that was open before the two were there', async () => {
    const form = await theForm()
    const old = { ...form, intent: { kind: 'round.propose', item: 'ND-DLCN' } as const }
    const { workingDays: _days, bases: _bases, ...values } = initial(form)
    const reply = (await committee.act(coordinator, { kind: 'filled', intent: old.intent, values })).reply
    await committee.press(coordinator, button(reply, vi.buttons.open))
    expect(await theRound()).toMatchObject({ dueRule: 'quarter-end', dueDays: null, legalBases: null })
  })
})

it('a proposal stored before there were working days and legal bases opens as it was', async () => {
  const preview = await committee.fill(coordinator, await theForm(), {})
  const row = await committee.db.roundProposal.findFirstOrThrow()
  const { workingDays: _days, legalBases: _bases, ...fields } = JSON.parse(row.fields)
  await committee.db.roundProposal.update({ where: { id: row.id }, data: { fields: JSON.stringify(fields) } })
  await committee.press(coordinator, button(preview, vi.buttons.open))
  expect(await theRound()).toMatchObject({ dueRule: 'quarter-end', dueDays: null, legalBases: null })
})

describe('a round that closes so many working days after its opening', () => {
  it('explains itself by its opening, the days off that were skipped and the last day', async () => {
    committee.setClock('2020-08-28T09:00')
    await openRoundOn(committee, 'CL-CPDT', { workingDays: '5' })
    const text = await ask('vì sao CL-CPDT')
    expect(text).toContain(
      [
        t.rule(5),
        `- ${t.opened('Thứ Sáu, 28/08/2020')}`,
        `- ${t.weekendsOff(4)}`,
        '- Thứ Tư, 02/09/2020: ngày nghỉ, Quốc khánh',
      ].join('\n'),
    )
    expect(text).toContain(`- ${t.last(5, 'Thứ Hai, 07/09/2020')}`)
  })

  it('nudges by its deadline like any other, as the rehearsal says beforehand', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { workingDays: '20', asked: 'named', names: member })
    await committee.deliver()
    const ctx = { db: committee.db, now: committee.now(), zone, calendar: VIETNAM }
    const cast = await readRehearsal(ctx, { assume: false })
    const said = rehearse(ctx, cast, { from: '2020-06-16', to: '2020-07-16' })
      .filter(({ kind }) => kind === 'nudge')
      .map(({ at, about }) => [dayIn(at, zone), ...about.map(({ step }) => step)])
    const steps: string[] = []
    for (const day of ['2020-06-30', '2020-07-07', '2020-07-10', '2020-07-13', '2020-07-14', '2020-07-16']) {
      committee.setClock(`${day}T08:31`)
      await committee.nudge()
      const rows = await committee.db.nudge.findMany({ where: { roundId: round } })
      steps.push(...rows.map((row) => row.key.split(':').at(-1) ?? '').filter((step) => !steps.includes(step)))
    }
    expect(steps).toEqual(['T-14', 'T-7', 'T-3', 'T-1', 'T-0', 'T+2'])
    expect(said).toEqual([
      ['2020-06-30', 'T-14'],
      ['2020-07-07', 'T-7'],
      ['2020-07-10', 'T-3'],
      ['2020-07-13', 'T-1'],
      ['2020-07-14', 'T-0'],
      ['2020-07-16', 'T+2'],
    ])
  })

  it('is extended by a day as any other, and its deadline then reads as set', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN', { workingDays: '20' })
    const form = formOf(await committee.type(coordinator, 'gia hạn ND-DLCN đến 24/07/2020 vì bão'))
    await committee.fill(coordinator, form, {})
    expect(await committee.db.round.findUniqueOrThrow({ where: { id: round } })).toMatchObject({
      dueRule: 'set',
      dueDays: null,
    })
    const text = await ask('vì sao ND-DLCN')
    expect(text).not.toContain(t.rule(20))
    expect(text).toContain(vi.explain.wasBefore(due20))
  })
})

describe('a minimum that the operator has set', () => {
  const minimumDays = [{ kind: 'nghi dinh', days: 20 }]
  const preview = async (item: string, workingDays: string) => {
    const app = createApp({ ...committee.host, minimumDays, wake: () => undefined })
    const say = async (input: Input) => (await app.receive(committee.inbound(coordinator, input))).reply
    const form = formOf(await say({ kind: 'typed', text: `lấy ý kiến ${item} trong ${workingDays} ngày làm việc` }))
    return await say({ kind: 'filled', intent: form.intent, values: initial(form) })
  }

  it('is told in the preview of a round below it, which can be opened all the same', async () => {
    const short = await preview('ND-DLCN', '8')
    expect(textOf(short)).toContain(
      'Lưu ý: thời hạn 8 ngày làm việc, ngắn hơn mức tối thiểu 20 ngày làm việc đặt cho nghị định.',
    )
    await committee.press(coordinator, button(short, vi.buttons.open))
    expect(await theRound()).toMatchObject({ dueDays: 8 })
  })

  it('is not told of a round that keeps it, of another kind, or where there is none', async () => {
    expect(textOf(await preview('ND-DLCN', '20'))).not.toContain('Lưu ý')
    expect(textOf(await preview('CL-CPDT', '8'))).not.toContain('Lưu ý')
    expect(textOf(await committee.fill(coordinator, await theForm(typed), { workingDays: '8' }))).not.toContain('Lưu ý')
  })
})

describe('legal bases', () => {
  const bases = ['Luật Ban hành văn bản quy phạm pháp luật 2015', 'Nghị định 34/2016/NĐ-CP, Điều 36']

  it('are entered one a line, shown in the preview, kept with the round and offered again for the next', async () => {
    const form = await theForm()
    const preview = await committee.fill(coordinator, form, { bases: ` ${bases[0]} \r\n\n${bases[1]}\n` })
    expect(textOf(preview)).toContain([t.bases, ...bases.map((basis) => `- ${basis}`)].join('\n'))
    await committee.press(coordinator, button(preview, vi.buttons.open))
    const { id, legalBases } = await theRound()
    expect(legalBases).toBe(bases.join('\n'))
    const round = await loadRound(committee, id)
    const record = await readRecord({ db: committee.db, now: committee.now(), zone }, round)
    expect(record.bases).toEqual(bases)
    await committee.db.round.updateMany({ data: { state: 'closed', liveKey: null } })
    expect(initial(await theForm()).bases).toBe(bases.join('\n'))
  })

  it('are none where none are entered, and refused where they are longer than a field', async () => {
    const form = await theForm()
    expect(textOf(await committee.fill(coordinator, form, {}))).not.toContain(t.bases)
    expect(await committee.fill(coordinator, form, { bases: 'x'.repeat(2501) })).toMatchObject({
      fields: { bases: vi.errors.tooLong(2501, 2500) },
    })
  })
})

/** The label of the button for an item among several. */
function labelOf(message: ReturnType<typeof messageOf>, key: string): string {
  const labels = (message.blocks ?? []).flatMap((block) =>
    block.kind === 'buttons' || block.kind === 'choice'
      ? ('buttons' in block ? block.buttons : block.options).map(({ label }) => label)
      : [],
  )
  const found = labels.find((label) => label.startsWith(key))
  if (found === undefined) throw new Error(`no button for ${key} among ${labels}`)
  return found
}
