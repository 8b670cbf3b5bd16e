import type { Delivery } from '../../contract/adapter.ts'
import type { DeliveryHost, Row } from '../host.ts'
import { messageOf } from './words.ts'

/** Less than a lease: a call that hangs must not keep its place, nor its row, for ever. */
const longestCallMs = 45_000

/**
 * Makes one call of an adapter and tells the pace what came of it. An adapter that throws has a bug, and one that does
 * not answer hangs: in both cases nobody knows how far it came, so the answer is `unsure`.
 */
export async function call(
  host: DeliveryHost,
  row: Pick<Row, 'id'>,
  platform: string,
  make: () => Promise<Delivery>,
): Promise<Delivery> {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<Delivery>((done) => {
    timer = setTimeout(() => done({ status: 'unsure', why: 'the adapter did not answer' }), longestCallMs)
  })
  let delivery: Delivery
  try {
    delivery = await Promise.race([make(), hung])
  } catch (error) {
    host.log.error({ id: row.id, platform, err: error }, 'outbox.adapter-threw')
    delivery = { status: 'unsure', why: `the adapter threw: ${messageOf(error)}` }
  } finally {
    clearTimeout(timer)
  }
  host.pace.heard(platform, delivery)
  return delivery
}
