import { describe, expect, it } from 'vitest'
import type { Form } from '../../src/contract/form.ts'
import { plain } from '../../src/contract/plain.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { button, coordinator, drafter, formOf, member, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const leader = 'sample-td3'

/** What coordinators, members and leaders look at in a day; each shows a body, a team or a unit. */
const looks: readonly (readonly [who: string, words: string])[] = [
  [coordinator, 'home'],
  [coordinator, 'plan'],
  [coordinator, 'ND-DLCN'],
  [coordinator, 'status ND-DLCN'],
  [coordinator, 'teams'],
  [coordinator, 'who is on team 3'],
  [coordinator, 'schedule'],
  [coordinator, 'team 3 schedule'],
  [coordinator, 'who visits Bộ Y tế'],
  [coordinator, 'KT-1'],
  [coordinator, 'overview of visits'],
  [coordinator, 'calendar table June'],
  [coordinator, 'digest'],
  [coordinator, 'assign Bộ Công an to team 3 on 22 June at 8:00'],
  [coordinator, 'move KT-1 to 23 June 9:00'],
  [coordinator, 'cancel visit KT-1'],
  [coordinator, 'not answered ND-DLCN'],
  [drafter, 'home'],
  [drafter, 'plan Q2'],
  [coordinator, 'add somebody to team 3'],
  [coordinator, 'rehearse'],
  [coordinator, 'remind ND-DLCN'],
  [coordinator, 'calendar link'],
  [member, 'home'],
  [member, 'opinion ND-DLCN'],
  [leader, 'home'],
  [leader, 'my schedule'],
  [leader, 'ask to move KT-1 to 23 June'],
  [leader, 'download my schedule'],
]

describe('a reader of English', () => {
  const committee = committeeEachTest()

  /** Everything that is read of a form but its fields' own words. */
  const ofForm = ({ intro = [], fields }: Form): string =>
    [
      plain({ text: '', blocks: intro }),
      ...fields.flatMap((field) => ('options' in field ? field.options.map(({ label }) => label) : [])),
    ].join('\n')

  const read = (reply: Reply): string =>
    reply.kind === 'form' ? ofForm(reply.form) : reply.kind === 'message' ? plain(reply.message) : ''

  it('finds every ministry, team and form of address in English, wherever it looks', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const form = formOf(await committee.type(coordinator, 'xếp Bộ Y tế cho đoàn 3 ngày 22/06 8:00'))
    const preview = await committee.fill(coordinator, form, {})
    await committee.press(coordinator, button(preview, vi.visits.save))
    const people = [coordinator, member, leader, drafter]
    for (const who of people) await committee.type(who, 'English')
    const letters = (await committee.deliver()).flatMap(({ to, message }) =>
      people.includes(to.user) ? [plain(message)] : [],
    )
    expect(letters.join('\n')).toContain('the Ministry of Public Security requests your opinion')
    const said: string[] = [...letters]
    for (const [who, words] of looks) said.push(read(await committee.type(who, words)))
    const all = said.join('\n\n=====\n')
    for (const name of ['Inspection team 3', 'Ministry of Health', 'Ministry of Public Security'])
      expect(all).toContain(name)

    const [named, organised, teams, units] = await Promise.all([
      committee.db.person.findMany({ select: { name: true } }),
      committee.db.person.findMany({ select: { organisation: true, honorific: true } }),
      committee.db.team.findMany({ select: { name: true } }),
      committee.db.unit.findMany({ select: { name: true } }),
    ])
    const own = new Set(
      [...teams, ...units].map(({ name }) => name).concat(organised.flatMap((one) => one.organisation ?? [])),
    )
    const translated = [...own].filter((name) => en.called(name) !== name)
    expect(translated).toContain('Bộ Y tế')
    // The seats of the sample are called after their bodies; a person's name is nobody's to translate.
    const withoutNames = (text: string) => named.reduce((left, { name }) => left.replaceAll(name, 'N'), text)
    for (const text of said)
      for (const name of [...translated, 'Đồng chí']) expect(withoutNames(text)).not.toContain(name)
  })
})
