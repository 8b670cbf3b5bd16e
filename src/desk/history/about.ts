import type { Context } from '../../context.ts'
import type { Cell } from '../../contract/page.ts'
import { titleOf } from '../../opinions/rounds/rounds.ts'

/** What lines of the log are about, by how it is stored, with the way to its page. */
export type Subjects = ReadonlyMap<string, Cell>

/** Uuids alone are looked up; a person's key, a visit's code and a file's name say by themselves what they are. */
const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u

/**
 * Rounds by item and number, drafts and plans by theirs, people by name, visits by code, files by name. An account's address
 * and a message of the ledger are called nothing: what was done says enough. Three statements for a page.
 */
export async function subjectsOf(
  ctx: Context,
  lines: readonly { readonly subject: string; readonly deed: string }[],
  names: ReadonlyMap<string, string>,
): Promise<Subjects> {
  const { texts: t, db } = ctx
  const ids = [...new Set(lines.flatMap(({ subject }) => (uuid.test(subject) ? [subject] : [])))]
  const where = { id: { in: ids } }
  const item = { select: { key: true, title: true, titleEn: true } } as const
  const [rounds, documents, plans] =
    ids.length === 0
      ? [[], [], []]
      : await Promise.all([
          db.round.findMany({ where, select: { id: true, number: true, item } }),
          db.document.findMany({ where, select: { id: true, version: true, item } }),
          db.plan.findMany({ where, select: { id: true, year: true } }),
        ])
  const found = new Map<string, Cell>()
  for (const { subject, deed } of lines) {
    const name = names.get(subject)
    if (name !== undefined) found.set(subject, { text: name, place: { page: 'people', find: subject } })
    else if (/^KT-\d+$/u.test(subject)) found.set(subject, { text: subject, place: { page: 'search', find: subject } })
    else if (deed.startsWith('import.') || deed === 'sample.load') found.set(subject, { text: subject })
  }
  for (const { id, number, item: of } of rounds)
    found.set(id, {
      text: t.desk.search.round(of.key, number),
      small: [titleOf(of, ctx)],
      place: { page: 'round', round: id },
    })
  for (const { id, version, item: of } of documents)
    found.set(id, { text: t.documents.heading(of.key, version), place: { page: 'search', find: of.key } })
  for (const { id, year } of plans) found.set(id, { text: t.desk.history.plan(year), place: { page: 'plan', year } })
  return found
}
