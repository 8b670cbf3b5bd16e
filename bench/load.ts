import { Agent, request } from 'node:http'
import { type Body, signed } from './requests.ts'

/** What a run of requests gave: how long each answer took in milliseconds, and how many were not 200. */
export type Load = { readonly ms: readonly number[]; readonly failed: number; readonly seconds: number }

const answerWithinMs = 10_000
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Closes the connections kept for further requests. */
export const endLoad = () => agent.destroy()

/**
 * `count` requests begun at an even rate, whether or not earlier ones have been answered: a server that falls behind
 * is seen to, since nobody waits for it.
 */
export async function atRate(url: string, perSecond: number, count: number, next: () => Body): Promise<Load> {
  const started = performance.now()
  const all: Promise<number>[] = []
  for (let at = 0; at < count; at += 1) {
    const due = started + (at * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise((done) => setTimeout(done, wait))
    all.push(post(url, next()))
  }
  return conclude(await Promise.all(all), started)
}

/** `count` requests with `lanes` of them under way at any time: as fast as the server answers. */
export async function saturated(url: string, lanes: number, count: number, next: () => Body): Promise<Load> {
  const started = performance.now()
  const results: number[] = []
  let left = count
  const lane = async () => {
    while (left > 0) {
      left -= 1
      results.push(await post(url, next()))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return conclude(results, started)
}

function conclude(results: readonly number[], started: number): Load {
  const ms = results.filter((each) => each >= 0)
  return { ms, failed: results.length - ms.length, seconds: (performance.now() - started) / 1000 }
}

/** Milliseconds until the whole answer was there; -1 for anything but a 200. */
function post(url: string, body: Body): Promise<number> {
  return new Promise((done) => {
    const started = performance.now()
    const sent = request(url, { method: 'POST', agent, headers: signed(body), timeout: answerWithinMs }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode === 200 ? performance.now() - started : -1))
      response.on('error', () => done(-1))
    })
    sent.on('timeout', () => sent.destroy())
    sent.on('error', () => done(-1))
    sent.end(body.text)
  })
}
