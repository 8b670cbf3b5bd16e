import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Message } from '../../src/contract/message.ts'
import { importVisits } from '../../src/imports/visits/import-visits.ts'
import { vi } from '../../src/texts/vi.ts'
import { spanWords } from '../../src/visits/cards/span-words.ts'
import { whenOf } from '../../src/visits/cards/visit-preview.ts'
import { codeOf, visitColumns } from '../../src/visits/visits.ts'
import { sheet } from '../imports/write-files.ts'
import { buttonsOf, type Committee, coordinator, openCommittee, textOf, zone } from '../support/committee.ts'

/** Two teams with two people each, and one who comes and goes. */
const people = ['sample-td3', 'sample-tvd3', 'sample-td1', 'sample-tvd1', 'sample-tv-byt'] as const
const guest = 'sample-tv-byt'

const team = fc.constantFrom('3', '1')
const nth = fc.nat(3)
const terms = fc.record({
  team,
  day: fc.constantFrom(undefined, '2020-07-06', '2020-07-07'),
  place: fc.constantFrom('', 'Hà Nội', 'Nhà khách'),
})
const deed = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('plan'), terms }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('change'), nth, terms }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel'), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('confirm'), nth }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('asked'), nth }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('import'), all: fc.array(terms, { minLength: 2, maxLength: 4 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join'), team }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('leave', 'night') }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('deliver') }) },
)
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never

/** What a notification lets its reader know of a visit. */
type State = { readonly unit: string; readonly team: string; readonly when: string; readonly place: string }
const same = (a: State, b: State) => JSON.stringify(a) === JSON.stringify(b)

async function storm(committee: Committee) {
  const { db } = committee
  const units = await db.unit.findMany({ where: { plans: { some: {} } }, orderBy: { name: 'asc' }, take: 4 })
  let minute = 0
  let day = 16
  /** What each has heard of each visit of theirs, by its code; and all that each visit has been. */
  const known = new Map<string, Map<string, State>>(people.map((who) => [who, new Map()]))
  const met = new Map<string, State[]>()

  const tick = () => {
    minute += 1
    const [hour, rest] = [9 + Math.floor(minute / 60), minute % 60]
    committee.setClock(`2020-06-${day}T${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`)
  }
  const visits = () => db.visit.findMany({ orderBy: { number: 'asc' }, ...visitColumns })
  type Row = Awaited<ReturnType<typeof visits>>[number]
  const live = async (which: number) => {
    const all = (await visits()).filter((visit) => visit.state !== 'cancelled')
    return all[which % Math.max(1, all.length)]
  }
  const stateOf = (visit: Row): State => ({
    unit: visit.unit.name,
    team: visit.team.name,
    when: spanWords({ texts: vi, zone }, visit),
    place: visit.place ?? vi.visits.notStated,
  })
  const openDuties = (who: string) =>
    db.duty.findMany({ where: { person: { key: who }, toDay: null }, include: { team: true } })

  /** Whoever comes to a team may look at what stands there, and has heard of none of it. */
  async function meet(): Promise<void> {
    for (const visit of await visits()) met.set(codeOf(visit), [...(met.get(codeOf(visit)) ?? []), stateOf(visit)])
  }

  async function save(
    visit: string,
    revision: number,
    which: number,
    { team, day, place }: Extract<Deed, { do: 'plan' }>['terms'],
  ) {
    const when = day === undefined ? {} : { day, time: '08:00' }
    await committee.press(coordinator, {
      kind: 'visit.save',
      visit,
      revision,
      team,
      unit: units[which]?.id ?? '',
      place,
      ...when,
    })
  }

  async function carryOut(deed: Deed): Promise<void> {
    tick()
    switch (deed.do) {
      case 'plan':
        return await save(randomUUID(), 0, minute % 4, deed.terms)
      case 'deliver':
        return await deliver()
      case 'night':
        day = Math.min(day + 1, 29)
        return tick()
      case 'join': {
        const values = { team: deed.team, person: guest, duty: 'member', from: `2020-06-${day}`, to: '' }
        await committee.act(coordinator, { kind: 'filled', intent: { kind: 'duty.save' }, values })
        return
      }
      case 'leave': {
        const [duty] = await openDuties(guest)
        if (duty === undefined) return
        const intent = { kind: 'duty.end', duty: duty.id } as const
        await committee.act(coordinator, { kind: 'filled', intent, values: { to: `2020-06-${day}` } })
        await deliver()
        day = Math.min(day + 1, 29)
        // Whoever has left knows what they knew, and hears no more.
        const rest = [...(known.get(guest) ?? [])].filter(([, state]) => state.team !== duty.team.name)
        known.set(guest, new Map(rest))
        return tick()
      }
      case 'import': {
        const rows = deed.all.map(
          ({ team, day, place }, at) =>
            `KT-${at + 1},${team},${units[at]?.name},${day === undefined ? '' : `${day}T08:00`},${place}`,
        )
        await importVisits(db, sheet('v.csv', 'visit,team,unit,starts,place', ...rows), {
          now: committee.now(),
          zone,
          actor: 'cli',
        })
        return
      }
      default: {
        const visit = await live(deed.nth)
        if (visit === undefined) return
        const { id, revision } = visit
        if (deed.do === 'change')
          return await save(
            id,
            revision,
            units.findIndex((unit) => unit.id === visit.unitId),
            deed.terms,
          )
        if (deed.do === 'confirm')
          await committee.press(`sample-td${visit.team.key}`, { kind: 'visit.confirm', visit: id, revision })
        if (deed.do === 'cancel')
          await committee.act(coordinator, {
            kind: 'filled',
            intent: { kind: 'visit.cancel', visit: id, revision },
            values: { reason: 'Đơn vị bận' },
          })
        if (deed.do === 'asked') {
          const values = { day: '2020-07-09', time: '10:00', reason: 'Trùng lịch' }
          await committee.act(`sample-td${visit.team.key}`, {
            kind: 'filled',
            intent: { kind: 'move.ask', visit: id, revision },
            values,
          })
          const request = await db.moveRequest.findUnique({ where: { liveKey: id } })
          tick()
          if (request !== null)
            await committee.press(coordinator, { kind: 'move.accept', request: request.id, sure: true })
        }
      }
    }
  }

  async function deliver(): Promise<void> {
    tick()
    for (const call of await committee.deliver())
      if (call.what === 'send' && known.has(call.to.user)) await hear(call.to.user, call.message)
    tick()
  }

  async function hear(who: string, message: Message): Promise<void> {
    const all = await visits()
    const mine = known.get(who) ?? new Map<string, State>()
    const blocks = message.blocks ?? []
    const note = `${who}: ${textOf({ kind: 'message', message })}`
    const learn = (code: string, state: State | undefined) => {
      const knew = mine.get(code)
      if (state === undefined) mine.delete(code)
      else mine.set(code, state)
      if (who !== guest) expect(knew === undefined && state === undefined, `nothing was known: ${note}`).toBe(false)
      if (knew !== undefined && state !== undefined) expect(same(knew, state), `told twice: ${note}`).toBe(false)
    }
    /** Whether that is what they had heard, or what stood as they came. */
    const expectKnew = (code: string, from: Partial<State>) => {
      const knew = [mine.get(code), ...(who === guest ? (met.get(code) ?? []) : [])]
      const fits = (state: State | undefined) =>
        state !== undefined && Object.entries(from).every(([name, value]) => state[name as keyof State] === value)
      expect(knew.some(fits), `not from what was known: ${note}\n${JSON.stringify(knew)}`).toBe(true)
    }
    const table = blocks.find((block) => block.kind === 'table')
    if (message.title === vi.importedVisits.title && table?.kind === 'table') {
      for (const [code = '', unit = '', team = '', when = '', change = ''] of table.rows) {
        const visit = all.find((one) => codeOf(one) === code)
        if (visit === undefined) throw new Error(note)
        if (team === '' || change === vi.importedVisits.cancelled) {
          expectKnew(code, { unit })
          learn(code, undefined)
          continue
        }
        const was = change
          .split('; ')
          .find((part) => part.startsWith(vi.moves.when))
          ?.split(': ')
          .slice(1)
          .join(': ')
        if (change === vi.importedVisits.created)
          expect(who !== guest && mine.has(code), `known already: ${note}`).toBe(false)
        else expectKnew(code, { when: was ?? when })
        learn(code, { unit, team, when, place: visit.place ?? vi.visits.notStated })
      }
      return
    }
    const facts = blocks.find((block) => block.kind === 'facts')
    const said = (label: string) =>
      facts?.kind === 'facts' ? facts.facts.find((fact) => fact.label === label)?.value : undefined
    const show = buttonsOf(message).flatMap((one) =>
      'intent' in one && one.intent.kind === 'visit.show' ? [one.intent.visit] : [],
    )
    const visit = all.find((one) => one.id === show[0] || message.text.includes(`(${codeOf(one)})`))
    if (visit === undefined || message.text.startsWith(vi.moves.title(codeOf(visit)))) return
    const code = codeOf(visit)
    if (said(vi.visits.day) === undefined) {
      const knew = mine.get(code)
      if (knew !== undefined) expect(message.text, note).toContain(knew.when)
      return learn(code, undefined)
    }
    const pair = (label: string) => {
      const [from = vi.visits.notStated, to = from] = (said(label) ?? vi.visits.notStated).split(' → ')
      return { from, to }
    }
    const lines = {
      unit: pair(vi.visits.unit),
      team: pair(vi.visits.team),
      when: pair(vi.visits.day),
      place: pair(vi.visits.place),
    }
    const [from, to] = (['from', 'to'] as const).map((end) => ({
      unit: lines.unit[end],
      team: lines.team[end],
      when: lines.when[end],
      place: lines.place[end],
    })) as [State, State]
    const isNew = message.text.startsWith(
      vi.visits.notifications.planned(to.team, to.unit, whenOf({ texts: vi, zone }, visit.starts)).slice(0, 30),
    )
    if (isNew) expect(who !== guest && mine.has(code), `known already: ${note}`).toBe(false)
    else expectKnew(code, from)
    learn(code, to)
  }

  /** Everybody who stays on a team knows its visits as they stand, and none that are not theirs. */
  async function settle(): Promise<void> {
    await deliver()
    const all = await visits()
    for (const who of people) {
      const teams = (await openDuties(who)).map((duty) => duty.team.key)
      const mine = all.filter((visit) => teams.includes(visit.team.key) && visit.state !== 'cancelled')
      for (const visit of mine) {
        const code = codeOf(visit)
        const knew = known.get(who)?.get(code) ?? (who === guest ? met.get(code)?.at(-1) : undefined)
        expect(knew, `${who} of ${code}`).toEqual(stateOf(visit))
      }
      const theirs = new Set(mine.map(codeOf))
      const left = [...(known.get(who)?.keys() ?? [])].filter((code) => !theirs.has(code))
      expect(left, `${who} believes in`).toEqual([])
    }
  }

  return { carryOut, meet, settle }
}

it('whatever is planned, moved, handed over, called off and imported, each hears it once, from what they knew to what stands', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 16 }), async (deeds) => {
      const committee = await openCommittee()
      try {
        const { carryOut, meet, settle } = await storm(committee)
        for (const one of deeds) {
          await carryOut(one)
          await meet()
        }
        await settle()
      } finally {
        await committee.drop()
      }
    }),
    { numRuns: 8 },
  )
})
