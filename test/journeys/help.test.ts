import { describe, expect, it } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  button,
  buttonsOf,
  coordinator,
  drafter,
  member,
  messageOf,
  openRoundOn,
  textOf,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'

const leader = 'sample-td3'

describe('the help', () => {
  const committee = committeeEachTest()

  /** The examples: what is not among the ways onward. */
  const examplesOf = async (who: string) => {
    const message = messageOf(await committee.type(who, 'trợ giúp'))
    const ways = [vi.buttons.home, vi.buttons.plan, vi.buttons.status]
    // A row's button is called by what is typed, and then by its row.
    return buttonsOf(message).flatMap((one) =>
      'intent' in one && !ways.includes(one.label) ? [{ ...one, label: one.label.split(': ')[0] ?? '' }] : [],
    )
  }

  it('is short, by role, of what there is, and each example does when pressed what it does when typed', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    const most = { [coordinator]: 20, [member]: 13, [leader]: 13, [drafter]: 6 }
    for (const [who, count] of Object.entries(most)) {
      const examples = await examplesOf(who)
      expect(examples.length, who).toBe(count)
      for (const { label, intent } of examples) {
        const [said, done] = [textOf(await committee.press(who, intent)), textOf(await committee.type(who, label))]
        expect(said, label).not.toBe(vi.refusals['not-allowed']({}))
        expect(label).not.toContain('{')
        // A form and a file have ids of their own.
        const alike = (text: string) => text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{43}/g, '…')
        expect(alike(done), label).toBe(alike(said))
      }
    }
  })

  it('has a button for each whole sentence that leads to something to look at first', async () => {
    await openRoundOn(committee, 'ND-DLCN')
    for (const [who, role] of [
      [member, 'member'],
      [coordinator, 'coordinator'],
    ] as const) {
      const labels = (await examplesOf(who)).map(({ label }) => label)
      for (const [say, does] of vi.help.inFull[role]) {
        const begins = say.split('{')[0] ?? ''
        const pressed = labels.filter((label) => label.startsWith(begins.trim()) && label.length > 12)
        expect(pressed.length > 0 || does === undefined, say).toBe(true)
        // Nothing is written at once by looking at an example.
        if (does === undefined) expect(labels.join()).not.toContain(say.split('} ')[1])
      }
    }
  })

  it('leaves out what needs a plan, teams or units where there are none', async () => {
    await committee.db.plan.deleteMany({})
    await committee.db.team.deleteMany({})
    const labels = (await examplesOf(coordinator)).map(({ label }) => label)
    expect(labels).not.toEqual([])
    expect(labels.join('\n')).not.toMatch(/ND-DLCN|\{|đoàn \d/)
  })

  it('names a unit of this year’s plan, and a body that has a member, however many others there have been', async () => {
    const { unit } = await committee.db.planUnit.findFirstOrThrow({
      orderBy: { position: 'asc' },
      include: { unit: true },
    })
    const former = { id: '0', name: 'Bộ Bưu chính', kind: 'ministry', successorId: unit.id }
    await committee.db.unit.create({ data: former })
    expect((await examplesOf(coordinator)).map(({ label }) => label)).toContain(`xếp ${unit.name} cho đoàn 1`)
    await openRoundOn(committee, 'ND-DLCN')
    const remind = (await examplesOf(coordinator)).find(({ label }) => /^nhắc ND-DLCN Bộ/.test(label))
    const shown = textOf(await committee.type(coordinator, remind?.label ?? ''))
    expect(shown).toContain(vi.remind.willRemind(1))
  })

  it('comes in the language that is chosen, with examples in it', async () => {
    const chosen = messageOf(await committee.type(member, 'English'))
    expect(button(chosen, 'my opinions')).toEqual({ kind: 'opinion.list' })
  })

  it('and so does what was said beside the choice and is not used', async () => {
    const said = textOf(await committee.type(member, 'help in English'))
    expect(said).toContain(en.help.notUsed(['help']))
    expect(said).not.toContain(vi.help.notUsed(['help']))
  })
})
