import { expect, it } from 'vitest'
import { createPages } from '../../src/desk/read-page.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { coordinator, drafter, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { storeDraftOn } from '../support/drafts.ts'
import { storeRounds } from '../support/many-rounds.ts'
import { pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()

const at = (find: string) => ({ page: 'search', find }) as const
const found = async (who: string, find: string) => await pageOn(committee, who, at(find))
const ids = async (who: string, find: string) => (await found(who, find)).main.map(({ id }) => id)
const linesOf = async (who: string, find: string, id: string) => partOf(await found(who, find), id, 'lines').lines

it('finds items and rounds without diacritics, with the ways to them', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  const [item] = await linesOf(member, 'bao ve du lieu ca nhan', 'items')
  expect(item).toMatchObject({
    name: 'ND-DLCN',
    place: { page: 'plan', year: 2020 },
    buttons: [{ intent: { kind: 'item.show', item: 'ND-DLCN' } }],
  })
  expect((await linesOf(member, 'nd-dlcn', 'rounds'))[0]).toMatchObject({
    place: { page: 'round', round },
    pill: { text: vi.board.phase.open },
  })
})

it('sends the words to the conversation as a sentence, also where nothing is found', async () => {
  const page = await found(member, 'ai  chưa trả lời xyzw?')
  expect(partOf(page, 'sentence', 'sentences').sentences).toEqual(['ai chưa trả lời xyzw?'])
  expect(page.main.map(({ id }) => id)).toEqual(['sentence', 'nothing'])
  expect((await pageOn(committee, member, { page: 'search' })).main.map(({ id }) => id)).toEqual(['hint'])
  expect((await pageOn(committee, member, at('?!'))).main.map(({ id }) => id)).toEqual(['hint'])
  expect((await pageOn(committee, member, at('xyzw'), 'en')).title).toBe(en.desk.search.title('xyzw'))
})

it('tells nobody but those with the page of people who there is', async () => {
  expect((await linesOf(coordinator, 'BTC', 'people'))[0]).toMatchObject({
    place: { page: 'people', find: otherMember },
  })
  for (const who of [member, drafter]) expect(await ids(who, 'BTC')).not.toContain('people')
  expect(await ids(coordinator, 'y te')).toContain('units')
})

it('finds visits by unit, team and code, as far as the reader sees them', async () => {
  const [unit, team] = await Promise.all([
    committee.db.unit.findFirstOrThrow({ where: { name: 'Bộ Y tế' } }),
    committee.db.team.findFirstOrThrow({ orderBy: { key: 'asc' } }),
  ])
  const starts = new Date('2020-06-22T01:00:00Z')
  const now = committee.now()
  await committee.db.visit.create({
    data: {
      ...{ id: crypto.randomUUID(), number: 4711, liveKey: 'x', year: 2020, teamId: team.id, unitId: unit.id, starts },
      ...{ place: 'Phòng kín', changedAt: now },
    },
    select: { id: true },
  })
  for (const find of ['KT-4711', 'bo y te', team.name])
    expect((await linesOf(member, find, 'visits')).map(({ name }) => name)).toContain('KT-4711')
  const closed = createPages({ ...committee.host, othersSee: 'none' })
  const page = await closed.page({ platform: 'web', tenant: 'local', user: member }, at('KT-4711'), 'vi')
  expect(page?.main.map(({ id }) => id)).toEqual(['sentence', 'nothing'])
  expect(JSON.stringify(await found(member, 'phong kin'))).not.toContain('KT-4711')
})

it('finds what the reader said and was answered, and never what others did', async () => {
  await committee.type(member, 'góp ý ND-DLCN đồng ý')
  await openRoundOn(committee, 'ND-DLCN')
  await committee.db.turn.create({
    data: {
      ...{
        delivery: 'x1',
        said: 'Câu hỏi về lộ trình',
        saidFolded: 'cau hoi ve lo trinh',
        reply: null,
        replyFolded: '',
      },
      at: committee.now(),
      person: { connect: { key: member } },
      account: { connect: { platform_tenant_user: { platform: 'web', tenant: 'local', user: member } } },
    },
  })
  expect((await linesOf(member, 'lộ trình', 'conversation'))[0]).toMatchObject({ text: 'Câu hỏi về lộ trình' })
  for (const who of [otherMember, coordinator, drafter])
    expect(await ids(who, 'lộ trình')).not.toContain('conversation')
})

it('shows the beginning of what was said at length', async () => {
  const said = { kind: 'typed', text: `Câu hỏi dài ${'về lộ trình thực hiện '.repeat(2_000)}` } as const
  await committee.act(member, said, { keep: {} })
  const page = await found(member, 'câu hỏi dài')
  expect(partOf(page, 'conversation', 'lines').lines[0]?.text).toMatch(/^Câu hỏi dài về lộ trình.*…$/)
  expect(JSON.stringify(page).length).toBeLessThan(10_000)
})

it('finds provisions of the drafts that are asked about, for those alone who may read them', async () => {
  const document = await storeDraftOn(committee, 'ND-DLCN')
  expect(await ids(coordinator, 'chia se du lieu')).not.toContain('provisions')
  await openRoundOn(committee, 'ND-DLCN')
  await committee.db.round.updateMany({ data: { documentId: document } })
  const lines = await linesOf(member, 'viec chia se', 'provisions')
  // Each word stands in both; in a provision that has one of them alone it is no find.
  expect(lines.map(({ name }) => name)).toEqual(['ND-DLCN Điều 1', 'ND-DLCN Điều 2 khoản 2'])
  expect(lines[0]?.buttons).toMatchObject([{ intent: { kind: 'provision.show', document, provision: 'd1' } }])
  expect((await linesOf(coordinator, 'điều 2', 'provisions'))[0]?.name).toBe('ND-DLCN Điều 2')
  // Its agency drafts it; of another agency nobody was asked.
  await committee.db.person.updateMany({ where: { key: drafter }, data: { organisation: 'Cơ quan khác' } })
  expect(await ids(drafter, 'viec chia se')).not.toContain('provisions')
})

it('shows eight of a kind, says how many more there are', async () => {
  await storeRounds(committee.db, 12, new Date('2020-07-01T02:00:00Z'), () => [member])
  const page = await found(member, 'đề án thử nghiệm')
  expect(partOf(page, 'rounds', 'lines').lines).toHaveLength(8)
  expect(sectionOf(page, 'rounds')).toMatchObject({
    pill: { text: '12' },
    ways: [{ place: { page: 'rounds' } }],
  })
  expect(partOf(page, 'rounds', 'text').text).toBe(vi.digest.more(4))
})
