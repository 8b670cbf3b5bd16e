import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/database/db.ts'
import { columnsOf } from '../../src/documents/drafts/stored-document.ts'
import { keepFile } from '../../src/documents/store/keep-file.ts'
import { manyProvisions } from './many-provisions.ts'

const words = [
  'Đề nghị làm rõ trách nhiệm của cơ quan chủ quản khi kết nối, chia sẻ dữ liệu, tránh áp dụng không thống nhất.',
  'Thời hạn quy định tại khoản này ngắn; đề nghị cân nhắc thời hạn chuyển tiếp 12 tháng cho các tổ chức đang thực hiện.',
  'Chưa rõ “pháp luật có quy định khác” gồm những trường hợp nào. Đề nghị dẫn chiếu cụ thể.',
]

/**
 * A closed round on an item of the sample whose draft has sixty articles, with so many remarks of the members, as stored,
 * telling nobody; one in three proposes other words. Gives the round's id.
 */
export async function storeRemarks(db: Db, key: string, count: number, closedAt: Date): Promise<string> {
  const item = await db.workItem.findFirstOrThrow({ where: { key } })
  const members = await db.person.findMany({
    where: { roles: { some: { role: 'member' } }, organisation: { not: null } },
    orderBy: { key: 'asc' },
    select: { id: true },
  })
  const [round, documentId] = [randomUUID(), randomUUID()]
  const provisions = manyProvisions(246)
  const { sha256 } = await keepFile(db, Buffer.from(`${key} ${count}`), 'text/plain', closedAt)
  const read = { kind: 'text', number: null, date: null, title: null, provisions, doubts: [] } as const
  await db.document.create({
    data: {
      ...{ id: documentId, itemId: item.id, version: 1, liveKey: `${item.id}:1`, sha256, name: 'du-thao.txt' },
      ...columnsOf({ ...read, secretMark: null }),
      at: closedAt,
    },
  })
  await db.round.create({
    data: {
      ...{ id: round, itemId: item.id, number: 1, draftVersion: 1, documentId, openedAt: closedAt, dueAt: closedAt },
      ...{ dueRule: 'set', late: 'accept', silence: 'none', askedCount: members.length, state: 'closed', closedAt },
      positions: JSON.stringify(['agree', 'agree-with-comments', 'disagree', 'other']),
    },
  })
  const opinions = members.map(({ id: personId }, at) => ({
    ...{ id: randomUUID(), roundId: round, personId, version: 1, position: 'agree-with-comments', body: '' },
    ...{ draftVersion: 1, receipt: `M-${key}-${at}`, at: closedAt, late: at === 1 },
  }))
  await db.opinion.createMany({ data: opinions })
  const on = provisions.filter(({ kind }) => kind === 'clause')
  const comments = Array.from({ length: count }, (_, at) => {
    const provision = on[(at * 7) % on.length]
    return {
      id: randomUUID(),
      opinionId: opinions[at % opinions.length]?.id ?? '',
      ...{ provision: provision?.path ?? '', provisionKey: provision?.id ?? null, documentId },
      provisionText: provision?.text ?? null,
      remark: `${words[at % words.length]} (${at + 1})`,
      proposal: at % 3 === 0 ? `Đề nghị viết: “trong thời hạn ${at + 10} ngày làm việc”.` : null,
      place: Math.floor(at / opinions.length),
    }
  })
  for (let from = 0; from < comments.length; from += 500)
    await db.opinionComment.createMany({ data: comments.slice(from, from + 500) })
  return round
}
