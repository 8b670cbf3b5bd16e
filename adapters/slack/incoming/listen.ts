import type { App, ViewSubmitAction } from '@slack/bolt'
import { deliveryKey } from '../../../src/contract/delivery-key.ts'
import { Directory } from '../../../src/contract/directory.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import { onceEach } from '../../shared/once.ts'
import type { Home } from '../drawing/home.ts'
import { pickerActions, suggested } from '../drawing/picker.ts'
import { commands } from '../drawing/surface.ts'
import {
  answerCommand,
  answerHome,
  answerPress,
  answerSubmission,
  answerTyped,
  type SubmissionAck,
} from '../outgoing/answer.ts'
import { limits } from '../outgoing/limits.ts'
import type { Connection } from '../outgoing/show.ts'
import type { SlackFetch } from './fetch-files.ts'
import { turnAwayForm, turnAwayPress, turnAwayWords } from './outsiders.ts'
import {
  installationsOf,
  readChange,
  readCommand,
  readHome,
  readMention,
  readMessage,
  readPress,
  readSubmission,
  readSuggestion,
} from './receive.ts'

type SuggestionAck = (shown: ReturnType<typeof suggested>) => Promise<void>

/** Messages with files that are remembered as answered: Slack delivers again within an hour. */
const rememberedFiles = 1_000

/**
 * Everything that Slack tells us, each to its reader and its answer; who is none of ours is turned away first. Returns a function that waits for what is being answered now, and for what those answers leave to be done.
 */
export function listen(
  app: App,
  given: Omit<Connection, 'afterwards'>,
  home: Home,
  fetch: SlackFetch,
): () => Promise<void> {
  const withFiles = onceEach(rememberedFiles)
  const working = new Set<Promise<void>>()
  const during = (work: Promise<void>): Promise<void> => {
    working.add(work)
    return work.finally(() => working.delete(work))
  }
  const connection: Connection = { ...given, afterwards: (work) => void during(work) }

  async function words(said: ReturnType<typeof readMessage>): Promise<void> {
    if (said === undefined) return
    const { place, files = [] } = said
    const inbound = await home.admitted(said.inbound)
    if (inbound.outsider !== undefined) return await turnAwayWords(connection, inbound)
    if (files.length === 0) return void (await answerTyped(connection, inbound, place))
    // Fetching outlasts Slack's three seconds: what it delivers again meanwhile, and after it, is the same work.
    const key = deliveryKey(inbound)
    await withFiles.each(key, () =>
      fetch.with(files, async (fetched) => {
        const { provisional } = await answerTyped(connection, { ...inbound, files: fetched }, place)
        if (provisional === true) withFiles.forget(key)
      }),
    )
  }

  async function mention(body: unknown): Promise<void> {
    const said = readMention(body, home.own())
    if (said === undefined) return
    const inbound = await home.admitted(said.inbound)
    if (inbound.outsider === undefined) return void (await answerTyped(connection, inbound, said.place))
    const shared = await home.installedIn(installationsOf(body))
    await turnAwayWords(connection, inbound, shared ? said.place : undefined)
  }

  async function homeOpened(said: Inbound | undefined): Promise<void> {
    if (said === undefined) return
    const inbound = await home.admitted(said)
    await (inbound.outsider === undefined ? answerHome(connection, inbound) : turnAwayWords(connection, inbound))
  }

  async function command(read: ReturnType<typeof readCommand>, ack: () => Promise<void>): Promise<void> {
    const inbound = await home.admitted(read.inbound)
    const given = { ...read, inbound }
    await (inbound.outsider === undefined
      ? answerCommand(connection, given, ack)
      : turnAwayPress(connection, given, ack))
  }

  async function press(read: ReturnType<typeof readPress>, ack: () => Promise<void>): Promise<void> {
    const inbound = await home.admitted(read.inbound)
    const given = { ...read, inbound }
    await (inbound.outsider === undefined ? answerPress(connection, given, ack) : turnAwayPress(connection, given, ack))
  }

  async function submission(read: ReturnType<typeof readSubmission>, ack: SubmissionAck): Promise<void> {
    const inbound = await home.admitted(read.inbound)
    if (inbound.outsider !== undefined) return await turnAwayForm(connection, { ...read, inbound }, ack)
    if (read.files.length === 0) return void (await answerSubmission(connection, { ...read, inbound }, ack))
    const form = await fetch.forForm(inbound, read.files)
    let stays = false
    try {
      const { kind } = await answerSubmission(connection, { ...read, inbound: { ...inbound, files: form.files } }, ack)
      // A form that stays open is sent again, and then its file need not be fetched anew.
      stays = kind === 'invalid'
    } finally {
      form.answered(stays)
    }
  }

  async function suggestion(read: ReturnType<typeof readSuggestion>, ack: SuggestionAck): Promise<void> {
    const { from, outsider } = await home.admitted(read.inbound)
    const directory = Directory.safeParse(read.from)
    if (outsider !== undefined || !directory.success) return await ack({ options: [] })
    const found = await connection.host.options(from, directory.data, read.typed, limits.menuOptions)
    await ack(suggested(found, read.typed))
  }

  app.event('message', ({ body }) => during(words(readMessage(body, home.own()) ?? readChange(body, home.own()))))
  app.event('app_mention', ({ body }) => during(mention(body)))
  app.event('app_home_opened', ({ body }) => during(homeOpened(readHome(body))))
  for (const name of Object.keys(commands))
    app.command(name, ({ body, ack }) => during(command(readCommand(body), ack)))
  app.action(/^(?:intent|choose)\//, ({ body, ack }) => during(press(readPress(body), ack)))
  app.options(pickerActions, ({ body, ack }) => during(suggestion(readSuggestion(body), ack)))
  // A button that opens an address is reported all the same, and shows an error unless acknowledged.
  app.action(/^open\//, ({ ack }) => ack())
  app.view<ViewSubmitAction>({ callback_id: 'form', type: 'view_submission' }, ({ body, ack }) =>
    during(submission(readSubmission(body), ack)),
  )
  return async () => {
    await Promise.allSettled(working)
    // What those answers left to be done after them; never more, or a busy process would keep everybody waiting.
    await Promise.allSettled(working)
  }
}
