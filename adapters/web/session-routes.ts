import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { readJson } from './body.ts'
import { decoded, linkCookie, linkOf } from './cookie.ts'
import type { WebOptions } from './options.ts'
import { json, refuse } from './respond.ts'
import type { Sessions } from './sessions.ts'
import { spoken } from './spoken.ts'

const Ask = z.union([
  z.object({ user: z.string().min(1).max(200) }),
  z.object({ link: z.literal(true) }),
  z.object({ leave: z.literal(true) }),
])

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * What the page needs before it can show anything: who this tab is, who it could be, banner, language, zone. With `locale`
 * in the address it is told in that language, which was chosen in the page.
 */
export function tellSession(options: WebOptions, sessions: Sessions): Handle {
  return async (request, response) => {
    const [session, linked] = await Promise.all([sessions.of(request), personOf(options, linkOf(request))])
    const locale = await spoken(options, request, { user: session?.user, chosen: chosenIn(request) })
    json(response, 200, {
      person: session === undefined ? null : { user: session.user, name: session.name },
      linked: linked ?? null,
      seats: (await options.seats?.(locale)) ?? null,
      locale,
      banner: options.banner?.(locale) ?? null,
      timeZone: options.timeZone ?? 'Asia/Ho_Chi_Minh',
    })
  }
}

/**
 * Sits this tab down (on a picked seat, or as the person of the access link), or lets it leave. Whoever sits is told with
 * the language that they have chosen, null for none.
 */
export function changeSession(options: WebOptions, sessions: Sessions): Handle {
  const speaking = async (person: Person) => ({
    ...person,
    locale: (await options.languageOf?.(person.user)) ?? null,
  })
  return async (request, response) => {
    const body = await readJson(request)
    if (!body.ok) return refuse(response, body.status, 'bad-body')
    const ask = Ask.safeParse(body.json)
    if (!ask.success) return refuse(response, 400, 'bad-body')
    if ('leave' in ask.data) {
      await sessions.close(request)
      return json(response, 200, { left: true }, { 'set-cookie': linkCookie(request, '') })
    }
    if ('link' in ask.data) {
      const link = linkOf(request)
      const person = await personOf(options, link)
      if (person === undefined || link === undefined) return refuse(response, 401, 'no-link')
      return json(response, 200, { session: await sessions.open({ ...person, link }), person: await speaking(person) })
    }
    const { user } = ask.data
    if (options.seats === undefined) return refuse(response, 403, 'no-seats')
    const seat = (await options.seats(options.locale)).find((each) => each.user === user)
    if (seat === undefined) return refuse(response, 404, 'no-such-seat')
    const person = { user: seat.user, name: seat.name }
    return json(response, 200, { session: await sessions.open(person), person: await speaking(person) })
  }
}

/**
 * Follows an access link: leaves the cookie and goes on to the page, which keeps the token out of the address bar. A
 * link that is not good gives the page itself with 403; the page reads its own address and says so.
 */
export function enter(
  options: WebOptions,
  servePage: (request: IncomingMessage, response: ServerResponse, status: number) => void,
): Handle {
  return async (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? ''
    const token = decoded(path.replace(/^\/enter\//, ''))
    const person = await personOf(options, token)
    if (person === undefined || token === undefined) return servePage(request, response, 403)
    // A browser that has a link of this person keeps it: it may be good for longer.
    const known = await personOf(options, linkOf(request))
    response.writeHead(303, {
      location: '/',
      ...(known?.user === person.user ? {} : { 'set-cookie': linkCookie(request, token) }),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    response.end()
  }
}

type Person = { readonly user: string; readonly name: string }

/** What the address of a request names as the language chosen in the page. */
const chosenIn = (request: IncomingMessage): string | undefined =>
  new URL(request.url ?? '/', 'http://page').searchParams.get('locale') ?? undefined

async function personOf(options: WebOptions, token: string | undefined): Promise<Person | undefined> {
  if (token === undefined || token === '' || token.length > 500) return undefined
  const person = await options.signIn(token)
  return person === undefined ? undefined : { user: person.user, name: person.name }
}
