import type { ServerResponse } from 'node:http'
import { guards } from './respond.ts'

/** What an open page hears. The durable copy is the core's ledger, so a page that misses one reads it there. */
export type News =
  | { readonly kind: 'sent'; readonly ref: string; readonly message: object }
  | { readonly kind: 'updated'; readonly ref: string; readonly message: object }
  /** Something is new in the ledger: another replica sent it, so the page reads it there. */
  | { readonly kind: 'look' }

export type Live = {
  /** Keeps the answer open and writes to it; `stillWelcome` is asked at every heartbeat. */
  listen(user: string, response: ServerResponse, stillWelcome: () => Promise<boolean>): void
  push(user: string, news: News): void
  /** Who listens here just now. */
  users(): readonly string[]
  stop(): void
}

type Listener = { readonly response: ServerResponse; readonly stillWelcome: () => Promise<boolean> }

const heartbeatMs = 20_000
const mostTabs = 16
/** A page that does not read is let go: it comes back and reads the ledger. */
const mostUnread = 1024 * 1024

/** The open event streams, by person. */
export function createLive(): Live {
  const listeners = new Map<string, Set<Listener>>()
  const heart = setInterval(beat, heartbeatMs)
  heart.unref()

  function drop(user: string, listener: Listener) {
    const mine = listeners.get(user)
    mine?.delete(listener)
    if (mine?.size === 0) listeners.delete(user)
    listener.response.end()
  }

  function write(user: string, listener: Listener, text: string) {
    if (listener.response.writableLength > mostUnread) {
      listener.response.destroy()
      drop(user, listener)
    } else listener.response.write(text)
  }

  function beat() {
    for (const [user, mine] of listeners) {
      for (const listener of mine) {
        listener.stillWelcome().then(
          (welcome) => (welcome ? write(user, listener, ': still here\n\n') : drop(user, listener)),
          () => drop(user, listener),
        )
      }
    }
  }

  return {
    listen(user, response, stillWelcome) {
      response.writeHead(200, {
        ...guards,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      response.write(': listening\n\n')
      const listener = { response, stillWelcome }
      const mine = listeners.get(user) ?? new Set()
      listeners.set(user, mine.add(listener))
      const [oldest] = mine
      if (mine.size > mostTabs && oldest !== undefined) drop(user, oldest)
      response.on('close', () => drop(user, listener))
    },
    push(user, news) {
      const { kind, ...data } = news
      const text = `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`
      for (const listener of listeners.get(user) ?? []) write(user, listener, text)
    },
    users: () => [...listeners.keys()],
    stop() {
      clearInterval(heart)
      for (const [user, mine] of listeners) for (const listener of mine) drop(user, listener)
    },
  }
}
