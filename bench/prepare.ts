import { randomUUID } from 'node:crypto'
import type { Db } from '../src/database/db.ts'
import { conversationOf, tenant, userOf } from './requests.ts'

const chunk = 500
const words = 'Đề nghị làm rõ phạm vi điều chỉnh và trách nhiệm của cơ quan chủ trì khi xử lý dữ liệu cá nhân. '.repeat(
  3,
)

export type Prepared = { readonly round: string; readonly item: string }

/**
 * Fills a migrated database with a plan of one item and members numbered from 0, each with a Slack account heard from
 * just now and a seat held today. With `drafts`, a round is open in which each was asked and has a draft at revision 1
 * with so many comments, ready to be sent. Everything runs in few big statements.
 */
export async function prepare(
  db: Db,
  options: {
    readonly members: number
    readonly drafts?: { readonly comments: number }
    readonly coordinator?: boolean
  },
): Promise<Prepared> {
  const now = new Date()
  const [planId, itemId, round] = [randomUUID(), randomUUID(), randomUUID()]
  const item = 'ND-DLCN'
  await db.plan.create({ data: { id: planId, year: 2020, title: 'Kế hoạch', source: '{}', createdAt: now } })
  await db.workItem.create({
    data: {
      id: itemId,
      planId,
      key: item,
      position: 1,
      type: 'Nghị định',
      title: 'Nghị định quy định về bảo vệ dữ liệu cá nhân',
      quarter: '2020-Q2',
      draftingAgency: 'Bộ Công an',
    },
  })
  const people = Array.from({ length: options.members }, (_, number) => ({ id: randomUUID(), number }))
  await eachChunk(people, async (some) => {
    await db.person.createMany({
      data: some.map(({ id, number }) => ({
        id,
        key: `tv-${number}`,
        name: `Ủy viên ${number}`,
        honorific: 'Đồng chí',
        organisation: `Bộ ${number % 30}`,
        createdAt: now,
      })),
    })
    await db.role.createMany({
      data: some.map(({ id }) => ({ id: randomUUID(), personId: id, role: 'member', fromDay: '2020-01-01' })),
    })
    await db.account.createMany({
      data: some.map(({ id, number }) => ({
        id: randomUUID(),
        personId: id,
        platform: 'slack',
        tenant,
        user: userOf(number),
        conversation: conversationOf(number),
        // Whoever sends an opinion has filled its form in a moment ago.
        seenAt: now,
      })),
    })
  })
  const [first] = people
  if (options.coordinator === true && first !== undefined) {
    await db.role.create({ data: { id: randomUUID(), personId: first.id, role: 'coordinator', fromDay: '2020-01-01' } })
  }
  if (options.drafts !== undefined) {
    await openRound(db, { round, itemId, now, asked: people.length })
    await writeDrafts(db, round, now, people, options.drafts.comments)
  }
  return { round, item }
}

type Person = { readonly id: string }

function openRound(db: Db, { round, itemId, now, asked }: { round: string; itemId: string; now: Date; asked: number }) {
  return db.round.create({
    data: {
      id: round,
      itemId,
      number: 1,
      liveKey: itemId,
      draftVersion: 2,
      openedAt: now,
      dueAt: new Date(now.getTime() + 30 * 86_400_000),
      dueRule: 'set',
      late: 'accept',
      silence: 'none',
      positions: JSON.stringify(['agree', 'agree-with-comments', 'disagree', 'other']),
      askedCount: asked,
      state: 'open',
    },
    select: { id: true },
  })
}

async function writeDrafts(db: Db, roundId: string, now: Date, people: readonly Person[], comments: number) {
  await eachChunk(people, async (some) => {
    await db.asked.createMany({ data: some.map(({ id }) => ({ roundId, personId: id })) })
    const drafts = some.map(({ id }) => ({ id: randomUUID(), personId: id }))
    const content = { roundId, position: 'agree-with-comments', body: words, revision: 1, updatedAt: now }
    await db.opinionDraft.createMany({ data: drafts.map((draft) => ({ ...draft, ...content })) })
    await db.draftComment.createMany({
      data: drafts.flatMap(({ id }) =>
        Array.from({ length: comments }, (_, at) => ({
          id: randomUUID(),
          draftId: id,
          provision: `Điều ${at + 1}, khoản 2`,
          remark: words,
          proposal: 'Bỏ khoản này.',
          place: at,
        })),
      ),
    })
  })
}

/** SQLite takes a bounded number of parameters a statement. */
async function eachChunk<T>(all: readonly T[], work: (some: readonly T[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += chunk) await work(all.slice(at, at + chunk))
}
