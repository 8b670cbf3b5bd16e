import { accountsOf } from '../accounts.ts'
import { planRewrites } from '../cards.ts'
import type { Row } from '../host.ts'
import { bringFile, planFiles } from './bring.ts'
import { fileLane } from './pace.ts'
import type { Result } from './results.ts'
import { rewriteCards } from './rewrite.ts'
import { kept, type Sending, sendNotification, waiting } from './send.ts'
import { askStandIns } from './stand-ins.ts'

/** One row, the platform on which it waits for its turn ('' for none), and what is to be done with it: `run` stores the result. */
export type Work = { readonly row: Row; readonly platform: string; run(): Promise<Result | undefined> }

/** A card that is being sent has its ref in about this long. */
const cardWaitMs = 1000

/** Finds out for a batch of rows, in few queries, what each needs. */
export async function planWork(sending: Sending, rows: readonly Row[]): Promise<readonly Work[]> {
  const { host } = sending
  const letters = rows.filter((row) => row.kind !== 'refresh' && row.kind !== 'file')
  const requests = rows.filter((row) => row.kind === 'refresh')
  const accounts = await accountsOf(
    host.db,
    letters.map((row) => row.personId),
  )
  await askStandIns(host, requests)
  const rewrites = await planRewrites(host, requests, new Set(rows.map((row) => row.id)))
  const files = await planFiles(
    host,
    rows.filter((row) => row.kind === 'file'),
  )
  return rows.map((row): Work => {
    const file = files.get(row.id)
    if (file !== undefined)
      return 'beside' in file
        ? {
            row,
            platform: fileLane(file.beside.account.platform),
            run: async () => {
              const result = await bringFile(sending, row, file.beside)
              return result === undefined ? undefined : await kept(sending, result)
            },
          }
        : { row, platform: '', run: () => kept(sending, { id: row.id, tries: [], stand: file.stand }) }
    const rewrite = rewrites.get(row.id)
    if (rewrite === undefined) {
      const all = accounts.get(row.personId) ?? []
      const platform = all.find((account) => host.adapters.has(account.platform))?.platform ?? ''
      return { row, platform, run: () => sendNotification(sending, row, all) }
    }
    switch (rewrite.kind) {
      case 'cards': {
        const platform = rewrite.cards[0]?.platform ?? ''
        return { row, platform, run: async () => await kept(sending, await rewriteCards(sending, row, rewrite.cards)) }
      }
      case 'wait':
        return { row, platform: '', run: () => kept(sending, waiting(row, cardWaitMs, rewrite.why)) }
      case 'drop':
        return {
          row,
          platform: '',
          run: () => kept(sending, { id: row.id, tries: [], stand: { status: 'dropped', why: rewrite.why } }),
        }
      default:
        return rewrite satisfies never
    }
  })
}
