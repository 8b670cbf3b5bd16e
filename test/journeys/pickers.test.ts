import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Directory } from '../../src/contract/directory.ts'
import type { Form } from '../../src/contract/form.ts'
import type { Intent } from '../../src/contract/intent.ts'
import { importPeople } from '../../src/imports/people/import-people.ts'
import { createOptions } from '../../src/requests/find-options.ts'
import { vi } from '../../src/texts/vi.ts'
import { onDay, sheet } from '../imports/write-files.ts'
import {
  coordinator,
  drafter,
  formOf,
  initial,
  member,
  openRoundOn,
  otherMember,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { statementsOf } from '../support/statements.ts'

const committee = committeeEachTest()
const chair = 'sample-ct'
const address = (user: string) => ({ platform: 'web', tenant: 'local', user })
const look = (who: string, from: Directory, typed: string, limit = 25) =>
  createOptions(committee.host)(address(who), from, typed, limit)
const open = async (who: string, intent: Intent): Promise<Form> => formOf(await committee.press(who, intent))
const days = { from: '2020-06-20', to: '2020-06-25' }

/** Somebody of the same name as the member of the Ministry of Health, in another body. */
async function namesake(name: string, organisation: string | null, more: { readonly toDay?: string } = {}) {
  const id = randomUUID()
  const key = `ten-${id.slice(0, 8)}`
  await committee.db.person.create({ data: { id, key, name, organisation, createdAt: committee.now() } })
  await committee.db.role.create({
    data: { id: randomUUID(), personId: id, role: 'member', fromDay: '2020-01-01', toDay: more.toDay ?? null },
  })
  return key
}
const nameOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).name

/** Every form that asks for somebody, opened; the field; what else it needs. */
const forms: Readonly<
  Record<string, { who: string; form: () => Promise<Form>; field: string; more: Record<string, string> }>
> = {
  'an access link': {
    who: coordinator,
    form: () => open(coordinator, { kind: 'access.make.form' }),
    field: 'person',
    more: {},
  },
  leave: { who: coordinator, form: () => open(coordinator, { kind: 'leave.save.form' }), field: 'person', more: days },
  'a duty': {
    who: coordinator,
    form: () => open(coordinator, { kind: 'duty.save.form', team: '3' }),
    field: 'person',
    more: {},
  },
  'an opinion of somebody absent': {
    ...{ who: coordinator, field: 'person', more: { position: 'agree', source: 'Công văn 1' } },
    form: async () => {
      await openRoundOn(committee, 'ND-DLCN')
      return open(coordinator, { kind: 'record.save.form', item: 'ND-DLCN' })
    },
  },
  'a delegation': {
    who: otherMember,
    form: () => open(otherMember, { kind: 'delegation.save.form' }),
    field: 'taker',
    more: days,
  },
  'a round': {
    ...{ who: coordinator, field: 'names', more: { asked: 'named', day: '2020-06-30' } },
    form: () => open(coordinator, { kind: 'round.propose.form', item: 'CSDL-DC' }),
  },
}
const each = Object.entries(forms)

describe('whoever is typed and not picked', () => {
  it.each(
    each.flatMap(([what, form]) =>
      ['Bộ Y tế', 'bo y te', 'BYT', 'Ministry of Health', member.toUpperCase()].map(
        (typed) => [what, typed, form] as const,
      ),
    ),
  )('is understood by one rule: in %s, “%s”', async (_, typed, { who, form, field, more }) => {
    const reply = await committee.fill(who, await form(), { ...more, [field]: typed })
    expect(reply.kind, JSON.stringify(reply).slice(0, 600)).toBe('message')
    expect(JSON.stringify(reply)).toContain(field === 'names' ? 'Bộ Y tế' : await nameOf(member))
  })

  it.each(each)(
    'is asked about where two are called so, and nothing is done: in %s',
    async (_, { who, form, field, more }) => {
      const key = await namesake(await nameOf(member), 'Bộ Xây dựng')
      const opened = await form()
      const count = await committee.db.audit.count()
      const name = await nameOf(member)
      const reply = await committee.fill(who, opened, { ...more, [field]: name })
      expect(reply).toMatchObject({
        kind: 'invalid',
        fields: { [field]: vi.picking.several(name, 2) },
        clashes: {
          [field]: [{ typed: name, options: expect.arrayContaining([{ value: member, label: `${name}, Bộ Y tế` }]) }],
        },
      })
      expect(JSON.stringify(reply)).toContain(key)
      expect(await committee.db.audit.count()).toBe(count)
      const answered = await committee.fill(who, opened, { ...more, [field]: name, [`${field}/0`]: member })
      expect(answered.kind).toBe('message')
    },
  )

  it.each(each)('is told who has left, and who is nobody: in %s', async (what, { who, form, field, more }) => {
    const opened = await form()
    const key = await namesake('Đỗ Thị Nghỉ Hưu', 'Bộ Xây dựng', { toDay: '2020-05-31' })
    const left = await committee.fill(who, opened, { ...more, [field]: key })
    // Who was never asked in the round is nobody there.
    const said = what.startsWith('an opinion')
      ? vi.picking.none(key)
      : vi.picking.left('Đỗ Thị Nghỉ Hưu, Bộ Xây dựng', '31/05/2020')
    expect(left).toMatchObject({ kind: 'invalid', fields: { [field]: said } })
    const nobody = await committee.fill(who, opened, { ...more, [field]: 'Zzz Qqq' })
    expect(nobody).toMatchObject({ kind: 'invalid', fields: { [field]: vi.picking.none('Zzz Qqq') } })
  })

  it('comes near to one: that is asked, and done only when it is sent again', async () => {
    const form = await open(coordinator, { kind: 'access.make.form' })
    const near = await committee.fill(coordinator, form, { person: 'bo y' })
    expect(near).toMatchObject({
      fields: { person: vi.picking.nearly('bo y') },
      clashes: { person: [{ options: [{ value: member }], likely: member }] },
    })
    expect(await committee.db.login.count()).toBe(0)
    await committee.fill(coordinator, form, { person: 'bo y', 'person/0': member })
    expect(await committee.db.login.count()).toBe(1)
  })

  it('may be one of a list: what is clear stays, what is not is asked word by word, and nothing is half taken', async () => {
    const name = await nameOf(member)
    const other = await namesake(name, 'Bộ Xây dựng')
    const form = await open(coordinator, { kind: 'round.propose.form', item: 'CSDL-DC' })
    const values = { asked: 'named', day: '2020-06-30', names: [otherMember, `BCA, ${name}\nZzz Qqq`] }
    const reply = await committee.fill(coordinator, form, values)
    expect(reply).toMatchObject({ kind: 'invalid', clashes: { names: [{ typed: name }] } })
    expect(await committee.db.roundProposal.count()).toBe(0)
    const mended = { ...values, names: [otherMember, `BCA, ${name}`], 'names/0': other }
    const shown = await committee.fill(coordinator, form, mended)
    // Of two who bear one name the preview says which.
    expect(textOf(shown)).toContain(`${name}, Bộ Xây dựng`)
    const proposal = await committee.db.roundProposal.findFirstOrThrow()
    expect(JSON.parse(proposal.fields)).toMatchObject({ asked: { length: 3 } })
  })

  it('may be one of a list: what is wrong with each of the words is told at once', async () => {
    const name = await nameOf(member)
    await namesake(name, 'Bộ Xây dựng')
    const left = await namesake('Đỗ Thị Nghỉ Hưu', 'Bộ Xây dựng', { toDay: '2020-05-31' })
    const form = await open(coordinator, { kind: 'round.propose.form', item: 'CSDL-DC' })
    const names = [`${name}\n${left}\nZzz Qqq\nBCA\nXxx Www`]
    const reply = await committee.fill(coordinator, form, { asked: 'named', day: '2020-06-30', names })
    const { picking } = vi
    const said = [
      picking.several(name, 2),
      picking.left('Đỗ Thị Nghỉ Hưu, Bộ Xây dựng', '31/05/2020'),
      picking.none('Zzz Qqq', 'Xxx Www'),
    ]
    expect(reply).toMatchObject({ kind: 'invalid', fields: { names: said.join(' ') } })
  })

  it('two are not picked where one is asked for', async () => {
    const form = await open(coordinator, { kind: 'access.make.form' })
    const reply = await committee.fill(coordinator, form, { person: [member, otherMember] })
    expect(reply).toMatchObject({ fields: { person: vi.picking.onlyOne } })
  })
})

describe('a directory', () => {
  it('is searched by whoever has a form that asks for it, and shows nothing to anybody else', async () => {
    const round = await openRoundOn(committee, 'ND-DLCN')
    const directories: readonly Directory[] = ['people', 'members', 'teams', 'units', `asked:${round}`]
    const seen = async (who: string) => {
      const found = await Promise.all(directories.map((from) => look(who, from, '')))
      return found.map(({ options }) => options.length > 0)
    }
    expect(await seen(coordinator)).toEqual([true, true, true, true, true])
    expect(await seen(member)).toEqual([true, false, false, false, false])
    for (const who of [drafter, chair, 'nobody-at-all'])
      expect(await seen(who), who).toEqual([false, false, false, false, false])
  })

  it('of a round there is not, or of words that are none, shows nothing', async () => {
    expect(await look(coordinator, `asked:${randomUUID()}`, '')).toEqual({ options: [], more: 0 })
    const search = createOptions(committee.host)
    expect(await search(address(coordinator), 'everything' as Directory, '', 5)).toEqual({ options: [], more: 0 })
  })

  it('does not offer whoever left, and says so of them alone', async () => {
    const key = await namesake('Đỗ Thị Nghỉ Hưu', 'Bộ Xây dựng', { toDay: '2020-05-31' })
    const all = await look(coordinator, 'people', '', 1000)
    expect(all.options.map(({ value }) => value)).not.toContain(key)
    expect(await look(coordinator, 'members', 'nghi huu')).toEqual({
      options: [],
      more: 0,
      said: vi.picking.none('nghi huu'),
    })
    expect((await look(coordinator, 'members', 'do thi nghi huu')).said).toContain('31/05/2020')
  })

  it('says how many more there are than fit, and finds an answer by itself', async () => {
    const found = await look(coordinator, 'members', 'bo', 5)
    expect(found.options).toHaveLength(5)
    expect(found.said).toBe(vi.picking.more(5, found.more))
    expect((await look(coordinator, 'members', member, 1)).options).toMatchObject([{ value: member }])
    const { options } = await look(coordinator, 'units', 'lao cai')
    expect(await look(coordinator, 'units', options[0]?.value ?? '', 1)).toMatchObject({
      options: [{ label: 'Lào Cai' }],
    })
  })

  it('reads a directory once, and again after an import or on another day', async () => {
    const search = createOptions(committee.host)
    const find = async (words: string) => (await search(address(coordinator), 'members', words, 25)).options
    const key = await namesake('Đỗ Thị Nghỉ Hưu', 'Bộ Xây dựng', { toDay: '2020-06-30' })
    const reads = async (from: Directory) =>
      (await statementsOf(() => search(address(coordinator), from, 'bo', 25))).reads.length
    for (const from of ['people', 'members', 'teams', 'units'] as const) {
      await search(address(coordinator), from, '', 25)
      if (committee.provider === 'sqlite') expect(await reads(from), from).toBe(2)
    }
    expect(await find('do thi nghi huu')).toMatchObject([{ value: key }])
    const roster = sheet('moi.csv', 'key,name,role,organisation', 'moi-1,Lý Thị Vừa Vào,member,Bộ Xây dựng')
    expect(await find('ly thi vua vao')).toEqual([])
    await importPeople(committee.db, roster, onDay('2020-06-16'))
    expect(await find('ly thi vua vao')).toMatchObject([{ value: 'moi-1' }])
    committee.setClock('2020-07-01T08:00')
    expect(await find('do thi nghi huu')).toEqual([])
  })

  it('that cannot be read says so and throws nothing', async () => {
    const broken = { ...committee.host, db: {} as typeof committee.db }
    expect(await createOptions(broken)(address(coordinator), 'people', 'x', 5)).toEqual({
      options: [],
      more: 0,
      said: vi.picking.later,
    })
    expect(committee.errors().map(({ event }) => event)).toEqual(['options.failed'])
    committee.lines.length = 0
  })

  it('of two teams or units is picked by number and short name as well', async () => {
    const form = await open(coordinator, { kind: 'visit.check.form' })
    const values = { team: 'ĐCT 3', unit: 'BYT', day: '2020-06-22', time: '08:00' }
    const text = textOf(await committee.fill(coordinator, form, values))
    expect(text).toContain('Bộ Y tế')
    expect(text).toContain('Đoàn công tác số 3')
    expect(initial(form)).toMatchObject({ team: '', unit: '' })
  })
})
