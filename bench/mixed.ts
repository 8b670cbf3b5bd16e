import { openDatabase } from '../src/database/open.ts'
import { startChild } from './child.ts'
import type { Databases } from './databases.ts'
import { atRate, type Load } from './load.ts'
import { prepare } from './prepare.ts'
import { type Body, command, conversationOf, press, submission, userOf } from './requests.ts'
import { silent } from './servers/given.ts'
import { slackStandIn } from './slack-stand-in.ts'
import { type Latency, latency } from './statistics.ts'

export type Mixed = {
  readonly database: string
  readonly perSecond: number
  readonly requests: number
  readonly failed: number
  readonly latencyMs: Latency
  readonly cpuMs: number
}

/**
 * Everything at once on the whole product, its outbox delivered to a stand-in: of six requests two send an opinion, one is
 * a form saved as a draft, one a typed command, one a board, one the card of one's own. Each comes at its time, whether
 * or not the earlier ones have been answered.
 */
export async function measureMixed(databases: Databases, perSecond: number, seconds: number): Promise<Mixed> {
  const requests = perSecond * seconds
  const warmUp = perSecond * 4
  const url = await databases.fresh()
  const { db, close } = await openDatabase(url, silent, 'created')
  const { round } = await prepare(db, {
    members: requests + warmUp,
    drafts: { comments: 1 },
    coordinator: true,
  }).finally(close)
  const api = await slackStandIn()
  const child = await startChild('product', [url, 'whole', api.url])
  try {
    const next = mixture(round, api.url)
    await atRate(child.url, perSecond, warmUp, next)
    const before = await child.usage()
    const load: Load = await atRate(child.url, perSecond, requests, next)
    const after = await child.usage()
    return {
      database: databases.name,
      perSecond,
      requests,
      failed: load.failed,
      latencyMs: latency(load.ms),
      cpuMs: (after.cpuMs - before.cpuMs) / requests,
    }
  } finally {
    await child.stop()
    await api.stop()
  }
}

function mixture(round: string, responseUrl: string): () => Body {
  let number = -1
  return () => {
    number += 1
    const [user, conversation] = [userOf(number), conversationOf(number)]
    switch (number % 6) {
      case 0:
      case 1:
        return press(user, conversation, { kind: 'opinion.submit', round, revision: 1 })
      case 2:
        return submission(user, conversation, { kind: 'opinion.save', round, revision: 1 }, [
          { name: 'position', element: { type: 'radio_buttons', selected_option: { value: 'disagree' } } },
          { name: 'body', element: { type: 'plain_text_input', value: 'Chưa nhất trí với Điều 5. '.repeat(20) } },
        ])
      case 3:
        return command(user, 'tình hình ND-DLCN', responseUrl)
      case 4:
        return press(user, conversation, { kind: 'board.show', round })
      default:
        return press(user, conversation, { kind: 'opinion.show', round })
    }
  }
}
