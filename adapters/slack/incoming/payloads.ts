import { randomUUID } from 'node:crypto'
import { z } from 'zod'

/** The parts of Slack's payloads that we read. Everything arrives signed, yet nothing is taken for granted. */
const id = z.string().min(1).max(100)
const named = z.looseObject({ id })

export const EventBody = z.looseObject({
  type: z.literal('event_callback'),
  event_id: z.string().min(1).max(200),
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  authorizations: z
    .array(
      z.looseObject({
        team_id: id.nullish(),
        enterprise_id: id.nullish(),
        user_id: z.string().nullish(),
        is_bot: z.boolean().nullish(),
      }),
    )
    .nullish(),
  event: z.looseObject({ type: z.string() }),
})

/** A message to the bot, or a mention of it. */
export const SpokenEvent = z.looseObject({
  type: z.string(),
  subtype: z.string().nullish(),
  channel: id,
  channel_type: z.string().nullish(),
  user: id.nullish(),
  team: id.nullish(),
  user_team: id.nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  ts: z.string().min(1).max(50),
  thread_ts: z.string().max(50).nullish(),
})

export const HomeEvent = z.looseObject({ user: id, tab: z.string().nullish() })

export const CommandBody = z.looseObject({
  command: z.string().startsWith('/'),
  text: z.string().nullish(),
  team_id: id,
  user_id: id,
  user_name: z.string().nullish(),
  trigger_id: z.string().min(1).max(400),
  response_url: z.url(),
  channel_id: id.nullish(),
})

const Person = z.looseObject({
  id,
  name: z.string().nullish(),
  username: z.string().nullish(),
  team_id: id.nullish(),
})

const Shared = {
  user: Person,
  team: named.nullish(),
  enterprise: named.nullish(),
}

export const PressBody = z.looseObject({
  ...Shared,
  type: z.literal('block_actions'),
  trigger_id: z.string().min(1).max(400),
  response_url: z.url().nullish(),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        /** Of a button; of a menu the option that was chosen. */
        value: z.string().nullish(),
        selected_option: z.looseObject({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
  channel: named.nullish(),
  message: z.looseObject({ ts: z.string(), thread_ts: z.string().nullish() }).nullish(),
  container: z.looseObject({ type: z.string(), is_ephemeral: z.boolean().nullish() }).nullish(),
  view: z
    .looseObject({ id, type: z.string(), hash: z.string().nullish(), private_metadata: z.string().nullish() })
    .nullish(),
})

/** A block of a view as Slack gives it back, which names each; `element` is the input of a field. */
export const ViewBlock = z.looseObject({
  type: z.string(),
  block_id: z.string().default(() => randomUUID()),
  label: z.looseObject({ text: z.string() }).optional(),
  element: z.record(z.string(), z.unknown()).optional(),
})

/** What was typed so far into a menu whose options are ours to load. */
export const SuggestionBody = z.looseObject({
  ...Shared,
  type: z.literal('block_suggestion'),
  action_id: z.string(),
  block_id: z.string(),
  value: z.string(),
})

const Title = z.looseObject({ type: z.literal('plain_text'), text: z.string() })

export const SubmissionBody = z.looseObject({
  ...Shared,
  type: z.literal('view_submission'),
  view: z.looseObject({
    id,
    hash: z.string().nullish(),
    private_metadata: z.string(),
    title: Title.nullish(),
    submit: Title.nullish(),
    blocks: z.array(ViewBlock).nullish(),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  }),
})

/** What an input of a view holds, whichever kind it is. */
export const InputState = z.union([
  z.looseObject({ type: z.literal('plain_text_input'), value: z.string().nullish() }),
  z.looseObject({
    type: z.enum(['static_select', 'radio_buttons', 'external_select']),
    selected_option: z.looseObject({ value: z.string() }).nullish(),
  }),
  z.looseObject({
    type: z.enum(['multi_static_select', 'checkboxes', 'multi_external_select']),
    selected_options: z.array(z.looseObject({ value: z.string() })).nullish(),
  }),
  z.looseObject({ type: z.literal('datepicker'), selected_date: z.string().nullish() }),
  z.looseObject({ type: z.literal('timepicker'), selected_time: z.string().nullish() }),
  z.looseObject({ type: z.literal('file_input'), files: z.array(z.unknown()).nullish() }),
])

/** Payloads that we did not ask for (a shortcut, a closed view) and yet may meet. */
const Other = z.looseObject({
  type: z
    .string()
    .refine((type) => !['block_actions', 'view_submission', 'event_callback', 'block_suggestion'].includes(type)),
  user: Person,
})

const Anything = z.union([EventBody, CommandBody, PressBody, SubmissionBody, SuggestionBody, Other])

/** Whether Bolt can take this body without tripping over it: it reads most fields unchecked. */
export function isSlackPayload(body: unknown): body is Record<string, unknown> {
  return Anything.safeParse(body).success
}
