import { vi } from 'vitest'
import { activity, executed, inChannel, TENANT, typed } from './teams-activities.ts'
import { actionsOf, everyElement, type TeamsConnector, type TeamsMessage, wordsOf } from './teams-connector.ts'

export type TeamsSeen = Pick<TeamsMessage, 'id' | 'conversation' | 'card'>
type Filled = Readonly<Record<string, string>>

/**
 * A person in front of Teams: what they do is posted to the app as activities, and what they see is what the connector
 * holds or what their press was answered. `url` is the app's server, `aad` the person's object id.
 */
export function teamsPerson(url: string, connector: TeamsConnector, aad: string) {
  const chat = `a:chat-${aad}`
  const from = { id: `29:${aad}`, name: aad, aadObjectId: aad }
  const me = { from, conversation: { id: chat, conversationType: 'personal', tenantId: TENANT } }

  async function post(body: object) {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const inbox = () => [...connector.messages.values()].filter((message) => message.conversation === chat)

  /** The invoke of a press, with what was filled in; posted twice, it is one delivery that Teams repeats. */
  function pressOf(seen: TeamsSeen, label: string, filled: Filled = {}) {
    const actions = actionsOf(seen.card)
    // One of a row is asked for as it is heard alone.
    const action = actions.find((one) => one.tooltip === label) ?? actions.find((one) => one.title === label)
    const chosen = action === undefined ? optionOf(seen, label) : undefined
    if (chosen !== undefined) return executed(connector.url, { chosen: true, ...chosen }, { ...me, replyToId: seen.id })
    if (action === undefined)
      throw new Error(`no button ${label} among ${labelsOf(seen).join(', ')}\n${wordsOf(seen.card)}`)
    const given = Object.fromEntries(Object.entries(filled).map(([name, value]) => [`in_${name}`, value]))
    return executed(connector.url, { ...action.data, ...inputsOf(seen.card), ...given }, { ...me, replyToId: seen.id })
  }

  return {
    inbox,
    post,
    pressOf,
    install() {
      connector.closed.delete(chat)
      return post(activity(connector.url, { type: 'installationUpdate', action: 'add', ...me }))
    },
    uninstall() {
      connector.closed.add(chat)
      return post(activity(connector.url, { type: 'installationUpdate', action: 'remove', ...me }))
    },
    /** Forbids the bot to write, which Teams does not tell it. */
    block: () => void connector.closed.add(chat),
    unblock: () => void connector.closed.delete(chat),
    /** Adds the bot to a channel, of which Teams tells twice. */
    async joinChannel() {
      const there = { ...inChannel, from }
      await post(activity(connector.url, { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], ...there }))
      await post(activity(connector.url, { type: 'installationUpdate', action: 'add', ...there }))
    },
    leaveChannel: () =>
      post(activity(connector.url, { type: 'installationUpdate', action: 'remove', ...inChannel, from })),
    say: (text: string, over: object = {}) => post(typed(connector.url, text, { ...me, ...over })),
    mention: (text: string) =>
      post(
        typed(connector.url, `<at>Đôn đốc</at> ${text}`, {
          ...inChannel,
          from,
          entities: [{ type: 'mention', text: '<at>Đôn đốc</at>', mentioned: { id: '28:bot', name: 'Đôn đốc' } }],
        }),
      ),
    /** The message in the personal chat that says all this, once it is there: the newest of several. */
    async card(...words: readonly string[]): Promise<TeamsMessage> {
      try {
        return await vi.waitUntil(
          () => inbox().findLast(({ card }) => words.every((word) => wordsOf(card).includes(word))),
          { timeout: 8_000, interval: 10 },
        )
      } catch {
        throw new Error(
          `never seen: ${words.join(' | ')}\n${inbox()
            .map(({ card }) => wordsOf(card))
            .join('\n----\n')}`,
        )
      }
    },
    /** Presses a button, with values in the card's inputs; gives the card that the screen then shows in its place. */
    async press(seen: TeamsSeen, label: string, filled: Filled = {}): Promise<TeamsSeen> {
      const { status, body } = await post(pressOf(seen, label, filled))
      if (status !== 200 || body?.statusCode !== 200)
        throw new Error(`the press was answered ${status} ${JSON.stringify(body)}`)
      return String(body.type).endsWith('card.adaptive') ? { ...seen, card: body.value } : seen
    },
  }
}

export type TeamsPerson = ReturnType<typeof teamsPerson>

/** The labels of the buttons, in order. */
export const labelsOf = (seen: { readonly card: unknown }): string[] =>
  actionsOf(seen.card).map((action) => action.title)

/** What a client sends where the option with this label is chosen in the card's list. */
function optionOf(seen: TeamsSeen, label: string): Record<string, unknown> | undefined {
  for (const { id, choices } of everyElement(seen.card)) {
    const found = Array.isArray(choices) ? choices.find(({ title }) => title === label) : undefined
    if (found !== undefined) return { [String(id)]: found.value }
  }
  return undefined
}

/** What the inputs begin with: a client sends that along with whatever was changed. */
function inputsOf(card: unknown): Record<string, unknown> {
  const inputs = everyElement(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'))
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value ?? '']))
}
