import { randomUUID } from 'node:crypto'
import { columnsOf } from '../../src/documents/drafts/stored-document.ts'
import type { Provision, ProvisionKind } from '../../src/documents/provision.ts'
import { keepFile } from '../../src/documents/store/keep-file.ts'
import type { Committee } from './committee.ts'

const provision = (
  id: string,
  kind: ProvisionKind,
  number: string,
  path: string,
  title: string | null,
  text: string,
  parent: string | null = null,
): Provision => ({ id, kind, number, title, text, depth: parent === null ? 0 : 1, parent, path })

/** Two articles, one with two clauses. */
const smallDraft: readonly Provision[] = [
  provision('d1', 'article', '1', 'Điều 1', 'Phạm vi điều chỉnh', 'Nghị định này quy định việc chia sẻ dữ liệu.'),
  provision('d2', 'article', '2', 'Điều 2', 'Giải thích từ ngữ', ''),
  provision('d2.k1', 'clause', '1', 'Điều 2 khoản 1', null, 'Dữ liệu số là dữ liệu ở dạng số.', 'd2'),
  provision('d2.k2', 'clause', '2', 'Điều 2 khoản 2', null, 'Chia sẻ dữ liệu là việc cung cấp dữ liệu.', 'd2'),
]

/** Stores a small draft of an item as it stands after somebody kept it; gives its id. */
export async function storeDraftOn({ db, now }: Committee, key: string, version = 1): Promise<string> {
  const item = await db.workItem.findUniqueOrThrow({ where: { key } })
  const id = randomUUID()
  const { sha256 } = await keepFile(db, Buffer.from(`${key} ${version}`), 'text/plain', now())
  const read = { kind: 'text', number: null, date: null, title: null, provisions: smallDraft, doubts: [] } as const
  await db.document.create({
    data: {
      id,
      itemId: item.id,
      version,
      liveKey: `${item.id}:${version}`,
      sha256,
      name: 'du-thao.txt',
      ...columnsOf({ ...read, secretMark: null }),
      at: now(),
    },
  })
  return id
}
