import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { botEvents, commands, methods, receivingScopes } from '../../../adapters/slack/drawing/surface.ts'
import { understand } from '../../../src/understand/understand.ts'
import { VOCABULARY } from '../../understand/plan-vocabulary.ts'

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')

const Manifest = z.object({
  features: z.object({
    app_home: z.object({
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
      home_tab_enabled: z.boolean(),
    }),
    slash_commands: z.array(
      z.object({ command: z.string(), url: z.string().optional(), usage_hint: z.string().optional() }),
    ),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.string().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.object({
      is_enabled: z.boolean(),
      request_url: z.string().optional(),
      message_menu_options_url: z.string().optional(),
    }),
    socket_mode_enabled: z.boolean(),
  }),
})
const files = ['manifest.json', 'manifest.socket.json']
const manifest = (file: string) => Manifest.parse(JSON.parse(read(`manifest/slack/${file}`)))

test.each(files)("%s is valid by Slack's own schema", (file) => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(
    JSON.parse(read('test/schemas/slack-manifest.1.0.0.json')),
  )
  validate(JSON.parse(read(`manifest/slack/${file}`)))
  expect(validate.errors).toBeNull()
})

test.each(files)('%s asks for exactly the commands, events and scopes that the code uses', (file) => {
  const { features, oauth_config, settings } = manifest(file)
  expect(features.slash_commands.map((command) => command.command)).toEqual(Object.keys(commands))
  expect(settings.event_subscriptions.bot_events).toEqual([...botEvents])
  const scopes = new Set([...receivingScopes, ...Object.values(methods).flat()])
  expect(oauth_config.scopes.bot.toSorted()).toEqual([...scopes].toSorted())
})

test.each(files)('%s offers no command that the bot does not understand', (file) => {
  const leads = manifest(file).features.slash_commands.map(({ command, usage_hint = '' }) =>
    usage_hint
      .replace(/[[\]]/g, '')
      .split('|')
      .map((hint) => understand(`${commands[command] ?? ''} ${hint}`.trim(), VOCABULARY))
      .map((read) => (read.kind === 'intent' ? read.intent.kind : read.kind)),
  )
  expect(leads).toEqual([
    ['plan.show', 'status.show', 'help.show'],
    ['opinion.type'],
    ['reminder.preview'],
    ['schedule.show', 'schedule.show', 'schedule.show'],
  ])
})

test('the code calls exactly the Web API methods that the scopes were chosen for', () => {
  const sources = readdirSync(new URL('../../../adapters/slack', import.meta.url), { recursive: true })
    .filter((file) => String(file).endsWith('.ts'))
    .map((file) => read(`adapters/slack/${file}`))
  const called = sources.flatMap((source) => [...source.matchAll(/client\.(\w+\.\w+)\(/g)].map((match) => match[1]))
  expect([...new Set(called)].toSorted()).toEqual(Object.keys(methods).toSorted())
})

test('the code listens to exactly the events that the manifest subscribes to', () => {
  const listened = [...read('adapters/slack/incoming/listen.ts').matchAll(/app\.event\('(\w+)'/g)].map(
    (match) => match[1],
  )
  // `message.im` arrives as a `message` whose channel is the person's own conversation.
  expect(listened.toSorted()).toEqual(botEvents.map((event) => event.replace('message.im', 'message')).toSorted())
})

test('people can write to the bot, and everything goes to the one address', () => {
  const { features, settings } = manifest('manifest.json')
  expect(features.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  })
  const addresses = [
    ...features.slash_commands.map((command) => command.url),
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
    settings.interactivity.message_menu_options_url,
  ]
  expect(new Set(addresses)).toEqual(new Set(['https://dondoc.example.org/slack/events']))
  expect(settings).toMatchObject({ socket_mode_enabled: false, interactivity: { is_enabled: true } })
})

test('the manifest for Socket Mode differs in the transport alone', () => {
  const socket = JSON.parse(read('manifest/slack/manifest.socket.json'))
  const http = JSON.parse(read('manifest/slack/manifest.json'))
  for (const command of http.features.slash_commands) delete command.url
  delete http.settings.event_subscriptions.request_url
  delete http.settings.interactivity.request_url
  // Over the socket comes what people type into menus as well.
  delete http.settings.interactivity.message_menu_options_url
  expect(socket).toEqual({ ...http, settings: { ...http.settings, socket_mode_enabled: true } })
})
