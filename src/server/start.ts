import { sealAudit } from '../audit/seal.ts'
import type { ChatAdapter, Host, Log, Route } from '../contract/adapter.ts'
import { bringsFiles, mustHear, type Platforms } from '../contract/platform.ts'
import { createHistory } from '../conversation/read-history.ts'
import { commit } from '../database/commit.ts'
import { takePlace } from '../database/only-server.ts'
import { type Database, openDatabase, providerOf } from '../database/open.ts'
import { reasonOf, whyNotOpen } from '../database/why-not-open.ts'
import { createWriteProof, writeRow } from '../database/write-proof.ts'
import { createPages } from '../desk/read-page.ts'
import { forgetFileLinks } from '../documents/links/file-links.ts'
import { forgetLooseFiles } from '../documents/store/keep-file.ts'
import { exposedFiles } from '../files/private-files.ts'
import { webPlace } from '../imports/people/account-claims.ts'
import { isEmpty, loadSample } from '../imports/sample/load-sample.ts'
import { holdsSample, sampleSeats } from '../imports/sample/seats.ts'
import { runNudges } from '../nudges/run-nudges.ts'
import { lostOpinions } from '../opinions/answering/lost-opinions.ts'
import { handOverSeats } from '../opinions/rounds/hand-over-seats.ts'
import { settleRounds } from '../opinions/rounds/settle-rounds.ts'
import { countOutbox } from '../outbox/count.ts'
import { createBudget } from '../outbox/delivery/budget.ts'
import { createWake, startDelivery } from '../outbox/delivery/loop.ts'
import { createPace } from '../outbox/delivery/pace.ts'
import { workerName } from '../outbox/delivery/predecessors.ts'
import { sentSince } from '../outbox/ledger.ts'
import { signIn } from '../people/accounts/access-link.ts'
import { createLook } from '../people/accounts/look-at-accounts.ts'
import {
  endWebSession,
  forgetWebSessions,
  keepWebSession,
  type WebSession,
  webSessionOf,
} from '../people/accounts/web-sessions.ts'
import { languageChosen } from '../people/language.ts'
import { createCompose } from '../requests/compose-notification.ts'
import { forgetReceived } from '../requests/deliveries.ts'
import { forgetActedMessages } from '../requests/edited-message.ts'
import { createOptions } from '../requests/find-options.ts'
import { forgetSpoken } from '../requests/last-spoken.ts'
import { type FileSource, openFile } from '../requests/open-file.ts'
import { createDocuments } from '../requests/readable-document.ts'
import { createApp } from '../requests/receive.ts'
import { type Locale, textsFor } from '../texts/texts.ts'
import { forgetFileLinks as forgetCalendarFiles } from '../visits/calendars/new-calendar-link.ts'
import { calendarRoute } from './calendar-route.ts'
import { startClock } from './clock.ts'
import type { Config } from './config.ts'
import { fileRoute } from './file-route.ts'
import { createServer } from './http.ts'
import { createMetrics } from './metrics.ts'
import { createPlatformProof } from './platform-proof.ts'
import { readTemplate } from './read-template.ts'
import { startSchedule } from './schedule.ts'
import { stopInSteps } from './stop-in-steps.ts'

/** What can be opened; `adapters/index.ts` is this, and only the entry points know it. */
export type Adapters = {
  /** All that there are; which of them are set up, `Config` says. */
  readonly platforms: Platforms
  readonly web: { open(options: WebOptions): Promise<ChatAdapter> }
}

type WebSessions = {
  readonly keep: (id: string, session: WebSession) => Promise<void>
  readonly find: (id: string) => ReturnType<typeof webSessionOf>
  readonly drop: (id: string) => Promise<void>
}

type WebOptions = {
  readonly locale: Config['locale']
  readonly timeZone: string
  readonly signIn: (token: string) => ReturnType<typeof signIn>
  readonly seats?: (locale: Locale) => ReturnType<typeof sampleSeats>
  readonly languageOf: (user: string) => Promise<Locale | undefined>
  readonly sessions: WebSessions
  readonly sentSince?: (users: readonly string[], withinMs: number) => ReturnType<typeof sentSince>
  readonly banner: (locale: Locale) => string | undefined
}

/** In milliseconds; each has a default of its own. */
type Times = {
  /** After how long somebody is told that it is late. */
  readonly patienceMs?: number
  /** How long messages that go out are gathered. */
  readonly gatherMs?: number
}

export type RunningProcess = {
  readonly url: string
  /** Where a database was made, since there was none. */
  readonly made: string | undefined
  /** Ends everything within `longestStopMs`, whatever fails meanwhile. Gives the names of the steps that failed. */
  stop(): Promise<readonly string[]>
}

/** From the wish to end until the end, at the longest. Less than the 28 seconds after which the process ends in any case. */
const longestStopMs = 19_000
/** How many lines are sealed at the end; the rest after the next start. */
const sealedAtStop = 2000

/**
 * Puts the process together: config, database, adapters, app, schedule. `machine` is the clock on the wall, `run` what
 * wakes the jobs up; `create` lets it make a database where others can reach it, which it does by itself only in the
 * demonstration, so that a mistyped address is no empty committee. Resolves when it takes requests. Throws with the reason when the database or the port cannot be had, or a
 * platform refuses us.
 */
export async function start(
  config: Config,
  adapters: Adapters,
  log: Log,
  machine: () => Date,
  run = startSchedule,
  create = false,
  { patienceMs, gatherMs }: Times = {},
): Promise<RunningProcess> {
  const opening = create || config.demo ? 'created' : 'migrated'
  const database = await openDatabase(config.databaseUrl, log, opening).catch((error: unknown) => {
    throw new Error(whyNotOpen(error), { cause: error })
  })
  if (database.made) log.warn({ database: database.where }, 'database.created')
  await writeRow(database.db, machine()).catch((error: unknown) => {
    throw new Error(`DATABASE_URL: the database takes no changes: ${reasonOf(error)}`, { cause: error })
  })
  const place = takePlace(config.databaseUrl)
  if (!place.alone) log.warn({ url: config.databaseUrl }, 'database.second-server-on-one-file')
  warnOfExposed(config.databaseUrl, log)
  const { db } = database
  for (const { round, receipts } of await lostOpinions(db)) log.error({ round, receipts }, 'opinions.lost')
  if (config.demo && (await isEmpty(db))) await loadSample(db, new Date('2020-06-16T09:00:00+07:00'))
  const sample = await holdsSample(db)
  if (sample && !config.demo) log.warn({}, 'sample.people-in-a-real-house')
  const clock = await startClock(db, config.clock, sample && config.demo, machine)
  const { now } = clock
  const wake = createWake()
  const metrics = createMetrics(() => countOutbox(db))
  const running = new Map(
    (await openAdapters(config, adapters.web, database, clock, sample)).map((each) => [each.name, each]),
  )

  const writing = createWriteProof(db, now, log)
  const platformsAnswer = createPlatformProof(running, log)
  let ready = false
  const { timeZone: zone, calendar, locale, othersSee, minimumDays, moreThanHalf } = config
  const template = await readTemplate(config.recordTemplate)
  // Nobody fetches anything before the process is ready, and then it is known where people reach it.
  let around: Omit<FileSource, 'now'> | undefined
  const file = async (token: string) =>
    around === undefined ? undefined : await openFile({ ...around, now: now() }, token)
  const routes = [
    ...[...running.values()].flatMap((each) => each.routes),
    calendarRoute({ db, now, zone, locale, othersSee }),
    fileRoute(file, log),
  ]
  const server = createServer({
    routes: routes.map((route) => whenReady(route, () => ready)),
    checks: [
      {
        name: 'database',
        why: async () => {
          if (database.lost() !== undefined) return 'its files are gone'
          await db.$queryRawUnsafe('SELECT 1')
          return writing.why()
        },
      },
      { name: 'platforms', why: async () => (ready ? undefined : 'still starting') },
      ...[...running].flatMap(([name, { answers }]) =>
        answers === undefined ? [] : [{ name, why: async () => platformsAnswer.why(name) }],
      ),
    ],
    metrics,
    log,
  })
  const { url } = await server.listen({ host: config.host, port: config.port })
  const publicUrl = config.publicUrl ?? url.replace(/\/$/, '')
  const onlyHere = config.publicUrl === undefined
  const of = { mustHear: mustHear(adapters.platforms), bringsFiles: bringsFiles(adapters.platforms) }
  const options = { db, now, zone, publicUrl, onlyHere, calendar, locale, othersSee, minimumDays, ...of, log }
  around = { ...options, moreThanHalf, template }
  const app = createApp({
    ...options,
    wake: wake.ring,
    lost: database.lost,
    ...(patienceMs === undefined ? {} : { patienceMs }),
    handled: ({ platform, intent, outcome, ms }) => metrics.request({ platform, kind: intent, outcome }, ms / 1000),
  })
  const compose = createCompose(options)
  const host: Host = {
    receive: app.receive,
    history: createHistory(db, compose, now),
    document: createDocuments(options),
    ...createPages(options),
    options: createOptions(options),
    file,
    log,
  }
  await Promise.all([...running.values()].map((each) => each.start(host)))
  ready = true
  const worker = workerName()
  const pace = createPace(running, undefined, createBudget(db, database.provider))
  const delivery = startDelivery(
    { db, adapters: running, compose, now, log, worker, pace, counted: metrics.send },
    wake,
    gatherMs,
  )
  const look = createLook(running)
  const schedule = run(
    [
      {
        everyMs: 10_000,
        name: 'settle',
        run: async () => {
          if ((await settleRounds({ db, now: now(), zone: config.timeZone }, commit)) > 0) wake.ring()
        },
      },
      {
        everyMs: 60_000,
        name: 'hand-over',
        run: async () => {
          if ((await handOverSeats({ db, now: now(), zone, bringsFiles: of.bringsFiles }, commit)) > 0) wake.ring()
        },
      },
      {
        // Only wakes it up: what is due is found from the clock, so a turn missed or taken twice changes nothing.
        everyMs: 60_000,
        name: 'nudge',
        run: async () => {
          const { digest } = config
          const ctx = { db, now: now(), zone: config.timeZone, calendar: options.calendar, digest }
          if ((await runNudges(ctx)) > 0) wake.ring()
        },
      },
      {
        // A few at a time, whose turn has come: daily, and when a round asks them.
        everyMs: 60_000,
        name: 'look',
        run: async () => {
          if ((await look({ db, now: now(), zone: config.timeZone, log })) > 0) wake.ring()
        },
      },
      { everyMs: 10_000, name: 'seal', run: async () => void (await sealAudit(db)) },
      { everyMs: 20_000, name: 'prove-writing', run: () => writing.prove() },
      { everyMs: 60_000, name: 'ask-platforms', run: () => platformsAnswer.ask() },
      {
        everyMs: 5000,
        name: 'look-at-files',
        run: async () => {
          const why = database.lost()
          if (why !== undefined) log.error({ why }, 'database.files-lost')
        },
      },
      { everyMs: 600_000, name: 'forget', run: () => forget(db, now()) },
    ],
    log,
  )
  const { version } = calendar
  log.info({ url, platforms: [...running.keys()], database: database.provider, calendar: version, sample }, 'started')

  return {
    url,
    made: database.made ? database.where : undefined,
    async stop() {
      const undone = await stopInSteps(
        [
          { name: 'jobs', withinMs: 4000, run: () => schedule.stop() },
          { name: 'requests', withinMs: 7000, run: () => server.close(6000) },
          // Bolt alone may take 7 s.
          ...[...running.values()].map((each) => ({ name: each.name, withinMs: 7500, run: () => each.stop() })),
          { name: 'delivery', withinMs: 12_000, run: () => delivery.stop() },
          { name: 'seal', withinMs: 2000, run: () => sealAudit(db, sealedAtStop) },
          { name: 'database', withinMs: 2000, run: () => database.close() },
          {
            name: 'old-wal',
            withinMs: 1000,
            run: async () => {
              const aside = place.alone ? database.setAside() : undefined
              if (aside !== undefined) log.error({ aside }, 'database.old-wal-set-aside')
            },
          },
          { name: 'place', withinMs: 1000, run: () => place.end() },
        ],
        longestStopMs,
        log,
      )
      log.info({ undone }, 'stopped')
      return undone
    },
  }
}

/** Files from before 0600, or made by hand, stay as they are until their owner has looked at them. */
function warnOfExposed(url: string, log: Log): void {
  if (providerOf(url) !== 'sqlite') return
  for (const file of exposedFiles(url.slice('file:'.length))) log.warn(file, 'database.open-to-others')
}

async function forget(db: Database['db'], now: Date): Promise<void> {
  await forgetReceived(db, now)
  await forgetActedMessages(db, now)
  await forgetSpoken(db, now)
  await forgetWebSessions(db, now)
  await forgetCalendarFiles(db, now)
  await forgetFileLinks(db, now)
  await forgetLooseFiles(db, now)
}

/** Until the platforms have started, callers are told to come again: every platform redelivers, and the page retries. */
function whenReady(route: Route, ready: () => boolean): Route {
  return {
    ...route,
    handle: (request, response) => {
      if (ready()) return route.handle(request, response)
      response.writeHead(503, { 'retry-after': '2' }).end()
    },
  }
}

async function openAdapters(
  config: Config,
  page: Adapters['web'],
  { db, provider }: Database,
  clock: Awaited<ReturnType<typeof startClock>>,
  sample: boolean,
): Promise<readonly ChatAdapter[]> {
  const { timeZone } = config
  const web = page.open({
    locale: config.locale,
    timeZone,
    signIn: (token) => signIn(db, token, clock.now()),
    ...(config.demo && sample ? { seats: (locale) => sampleSeats(db, clock.now(), timeZone, textsFor(locale)) } : {}),
    languageOf: (user) => languageChosen(db, webPlace(user)),
    sessions: {
      keep: (id, session) => keepWebSession(db, id, session, clock.now()),
      find: (id) => webSessionOf(db, id, clock.now()),
      drop: (id) => endWebSession(db, id),
    },
    // On SQLite there is one process, which hears what it sends.
    ...(provider === 'sqlite'
      ? {}
      : {
          sentSince: (users, withinMs) =>
            sentSince(db, { ...webPlace(''), users }, new Date(clock.now().getTime() - withinMs)),
        }),
    banner: (locale) => {
      const texts = textsFor(locale)
      return clock.shifted ? texts.demo.banner(sample, texts.moment(clock.now(), timeZone)) : undefined
    },
  })
  return await Promise.all([web, ...[...config.platforms.values()].map((platform) => platform.open())])
}
