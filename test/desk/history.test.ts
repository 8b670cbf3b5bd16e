import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { coordinator, drafter, formOf, member, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { pageOf, pageOn, partOf } from './pages.ts'

const committee = committeeEachTest()
const t = vi.desk.history
const history = { page: 'history' } as const

const rowsOf = async (find?: string, who = coordinator) =>
  partOf(await pageOn(committee, who, { ...history, find }), 'history', 'table').rows.map(({ cells }) => cells)

/** Where deeds are put together, and what of. */
const composed: Readonly<Record<string, readonly string[]>> = {
  'round.': ['extend', 'close', 'reopen', 'withdraw'],
  'import.': ['people', 'teams', 'units', 'visits', 'plan'],
  'outbox.': ['sent', 'again'],
}

it('has words for every deed that the code records, in both languages', () => {
  const deeds = new Set<string>()
  for (const path of globSync('src/**/*.ts')) {
    if (path.includes('generated') || path.includes('texts')) continue
    const text = readFileSync(path, 'utf8')
    if (!/\brecord\(|deedOf|recordDelegate\(/u.test(text)) continue
    for (const [, line = ''] of text.matchAll(/\bdeed: ([^\n]*)/gu)) {
      for (const [, deed = ''] of line.matchAll(/'([a-z]+\.[a-z-]+)'/gu)) deeds.add(deed)
      const stem = /`([a-z]+\.)\$\{/u.exec(line)?.[1]
      if (stem === undefined) continue
      expect(composed[stem], `${stem} in ${path}`).toBeDefined()
      for (const end of composed[stem] ?? []) deeds.add(stem + end)
    }
    for (const [, deed = ''] of text.matchAll(/(?:audited\(ctx, |recordDelegate\(ctx, acting, )'([a-z]+\.[a-z]+)'/gu))
      deeds.add(deed)
    for (const [, body = ''] of text.matchAll(/(?:function deedOf|const deeds: Record<)([\s\S]*?)\n\}/gu))
      for (const [, deed = ''] of body.matchAll(/'((?:visit|move)\.[a-z]+)'/gu)) deeds.add(deed)
  }
  expect(deeds.size).toBeGreaterThan(45)
  expect([...deeds].filter((deed) => vi.desk.history.deeds[deed] === undefined)).toEqual([])
  expect(Object.keys(en.desk.history.deeds).sort()).toEqual(Object.keys(vi.desk.history.deeds).sort())
  expect(Object.keys(en.desk.history.facts)).toEqual(Object.keys(vi.desk.history.facts))
})

it('says who did what about what, the newest first, and never how somebody answered', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  committee.setClock('2020-06-17T09:00')
  await committee.type(member, 'góp ý ND-DLCN đồng ý')
  await committee.press(member, { kind: 'opinion.submit', round, revision: 1 })
  const rows = await rowsOf()
  const [sent] = rows
  const opened = rows.find((cells) => cells[2]?.text === t.deeds['round.open'])
  expect(sent?.slice(1, 4)).toEqual([
    { text: 'Thành viên – Bộ Y tế (mẫu)' },
    { text: t.deeds['opinion.submit'] },
    expect.objectContaining({ place: { page: 'round', round } }),
  ])
  expect(opened?.[4]?.text).toContain(t.fact(t.facts.number ?? '', '1'))
  const whole = JSON.stringify(await pageOn(committee, coordinator, history))
  for (const words of ['agree', vi.positions.agree, 'Điều 5']) expect(whole).not.toContain(words)
})

it('finds by who, by item and by what was done, and says where there is nothing', async () => {
  await openRoundOn(committee, 'ND-DLCN')
  await committee.fill(member, formOf(await committee.type(member, 'nghỉ từ 20/06 đến 25/06')), {})
  const deeds = async (find: string) => (await rowsOf(find)).map((cells) => cells[2]?.text)
  expect(await deeds('bo y te')).toEqual([t.deeds['leave.save']])
  expect(await deeds('nd-dlcn')).toEqual([t.deeds['round.open']])
  expect(await deeds('nhap ngay nghi')).toEqual([t.deeds['leave.save']])
  const none = await pageOn(committee, coordinator, { ...history, find: 'xyzw' })
  expect(partOf(none, 'history', 'text').text).toBe(t.none)
})

it('goes back page by page, and is for those alone who oversee', async () => {
  const line = (seq: number) => ({
    ...{ id: crypto.randomUUID(), at: new Date(Date.UTC(2020, 4, 1, 0, seq)), actor: 'schedule', deed: 'round.due' },
    ...{ subject: 'x', facts: '{}', seq: 1000 + seq, hash: 'x' },
  })
  await committee.db.audit.createMany({ data: Array.from({ length: 120 }, (_, seq) => line(seq)) })
  const find = t.deeds['round.due'] ?? ''
  const first = await pageOn(committee, 'sample-qt', { ...history, find })
  expect(partOf(first, 'history', 'table').rows).toHaveLength(50)
  const [older] = partOf(first, 'history', 'ways').ways
  expect(older).toEqual({ label: t.older, place: { ...history, find, upTo: 1069 } })
  const second = await pageOn(committee, 'sample-ct', older?.place ?? history)
  expect(partOf(second, 'history', 'ways').ways.map(({ place }) => place)).toEqual([
    { ...history, find },
    { ...history, find, upTo: 1019 },
  ])
  for (const who of [member, drafter]) expect(await pageOf(committee, who, history)).toBeUndefined()
  await committee.db.audit.deleteMany({ where: { seq: { gte: 1000 } } })
})
