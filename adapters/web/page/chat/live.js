// @ts-check
import { ask, lostSeat, sitAgain } from '../server.js'

/**
 * @typedef {{ ref: string, message: import('../server.js').Message }} News
 * @typedef {News | Record<string, never>} Event an empty one: something is new, sent by another replica
 */

const firstWaitMs = 1000
const longestWaitMs = 30_000
/** The server says something every 20 s; a line silent for longer is dead, whatever the browser believes. */
const silenceMs = 50_000
/** Browsers allow six connections to a server: a tab nobody looks at gives its one back and looks in now and then. */
const hiddenMs = 60_000
const pollMs = 30_000

/**
 * Hears new and updated messages. A fetch and no EventSource: the session goes in a header, never in an address that a
 * proxy would write down, and a lost session is told from a lost line.
 * @param {{ news: (news: News) => void, connected: () => void, broken: () => void }} hear
 * `connected`: (again) listening, or another replica sent something, so the history is to be read for what was missed
 * @returns {() => void} stops
 */
export function follow(hear) {
  let stopped = false
  let running = new AbortController()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let hiding
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let polling

  /** @param {AbortController} mine */
  async function listen(mine) {
    let wait = firstWaitMs
    while (!mine.signal.aborted) {
      const ended = await once(mine, hear).catch(() => 'broken')
      if (mine.signal.aborted) return
      if (ended === 'unseated') return lostSeat.tell()
      if (ended === 'heard') wait = firstWaitMs
      if (ended === 'broken') hear.broken()
      await new Promise((resolve) => setTimeout(resolve, wait * (0.5 + Math.random() / 2)))
      wait = Math.min(wait * 2, longestWaitMs)
    }
  }

  function watch() {
    clearTimeout(hiding)
    if (document.hidden) {
      hiding = setTimeout(() => {
        running.abort()
        polling ??= setInterval(hear.connected, pollMs)
      }, hiddenMs)
    } else if (polling !== undefined) {
      clearInterval(polling)
      polling = undefined
      running = new AbortController()
      void listen(running)
    }
  }

  document.addEventListener('visibilitychange', watch)
  void listen(running)
  return () => {
    if (stopped) return
    stopped = true
    document.removeEventListener('visibilitychange', watch)
    clearTimeout(hiding)
    clearInterval(polling)
    running.abort()
  }
}

/** One connection from its opening to its end. @param {AbortController} stop @param {Parameters<typeof follow>[0]} hear */
async function once(stop, hear) {
  const line = new AbortController()
  const cut = () => line.abort()
  stop.signal.addEventListener('abort', cut)
  let silence = setTimeout(cut, silenceMs)
  try {
    const response = await ask('/web/events', undefined, line.signal)
    if (response.status === 401) return (await sitAgain()) ? 'seated' : 'unseated'
    if (!response.ok || response.body === null) return 'broken'
    hear.connected()
    let rest = ''
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(silence)
      silence = setTimeout(cut, silenceMs)
      const events = (rest + part.value).split('\n\n')
      rest = events.pop() ?? ''
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1]
        if (data === undefined) continue
        /** @type {Event} */
        const news = JSON.parse(data)
        if ('ref' in news) hear.news(/** @type {News} */ (news))
        else hear.connected()
      }
    }
    return 'heard'
  } finally {
    clearTimeout(silence)
    stop.signal.removeEventListener('abort', cut)
  }
}
