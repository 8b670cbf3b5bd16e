import { z } from 'zod'
import { defaultTime, derivedDeadline } from '../../calendar/derived-deadline.ts'
import { dayIn, isDay, isTime, timeIn, toInstant } from '../../calendar/zoned.ts'
import type { Context, FormValues } from '../../context.ts'
import { Position } from '../../contract/intent.ts'
import { Invalid } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { findMembers } from '../../people/members.ts'

/** What a coordinator says of a round before it opens, as the form gives it and as a proposal stores it. */
export const RoundTermsInput = z.object({
  draftVersion: z.number().int().min(1).max(999),
  draftUrl: z.string().nullable(),
  /** The deadline, a day and a time in the committee's zone. */
  day: z.string().refine(isDay),
  time: z.string().refine(isTime),
  /** `all` members on the day of opening, or these people by id. */
  asked: z.union([z.literal('all'), z.array(z.string()).min(1)]),
  late: z.enum(['accept', 'refuse']),
  silence: z.enum(['none', 'deemed']),
  silenceBasis: z.string().nullable(),
  positions: z.array(Position).min(1),
})
export type RoundTermsInput = z.infer<typeof RoundTermsInput>

const secrecyLevels = ['none', 'mat', 'toimat', 'tuyetmat'] as const

/** What the form begins with for an item: everything at its default, the deadline only where it still lies ahead. */
export function defaultTerms(
  ctx: Context,
  quarter: string | null,
  draftVersion: number,
): Omit<RoundTermsInput, 'day'> & { day?: string } {
  const due = derivedDeadline(ctx.calendar, ctx.zone, quarter)
  return {
    draftVersion,
    draftUrl: null,
    ...(due !== undefined && due > ctx.now ? { day: dayIn(due, ctx.zone) } : {}),
    time: due === undefined ? defaultTime : timeIn(due, ctx.zone),
    asked: 'all',
    late: 'accept',
    silence: 'none',
    silenceBasis: null,
    positions: [...Position.options],
  }
}

/** Reads the form. Refuses by field what is missing, unknown or in the past, and a draft that is a state secret. */
export async function readTerms(ctx: Context, values: FormValues): Promise<RoundTermsInput> {
  const { texts: t } = ctx
  const form = readForm(values, t)
  const secrecy = form.choice('secrecy', secrecyLevels)
  if (secrecy !== undefined && secrecy !== 'none') {
    // Refused before anything else is looked at or stored: such a draft must not pass through here at all.
    const message = t.errors.secret(t.round.secrecyLevels[secrecy])
    throw new Invalid(message, { secrecy: message })
  }
  const draftVersion = Number(form.text('version', 10, true))
  if (!Number.isInteger(draftVersion) || draftVersion < 1 || draftVersion > 999)
    form.fail('version', t.errors.badVersion)
  const draftUrl = form.text('url', 1000)
  if (draftUrl !== '' && !isWebAddress(draftUrl)) form.fail('url', t.errors.badUrl)
  const day = form.text('day', 10, true)
  const time = form.text('time', 5, true)
  if (day !== '' && !isDay(day)) form.fail('day', t.errors.badDay)
  if (time !== '' && !isTime(time)) form.fail('time', t.errors.badTime)
  if (isDay(day) && isTime(time) && toInstant(day, time, ctx.zone) <= ctx.now) form.fail('day', t.errors.pastDeadline)
  const whom = form.choice('asked', ['all', 'named'])
  const asked = whom === 'named' ? await readPeople(ctx, form.text('names', 20_000), form.fail) : ('all' as const)
  const late = form.choice('late', ['accept', 'refuse'])
  const silence = form.choice('silence', ['none', 'deemed'])
  const silenceBasis = form.text('basis', 500)
  if (silence === 'deemed' && silenceBasis === '') form.fail('basis', t.errors.needsBasis)
  const positions = form.choices('positions', Position.options)
  if (positions.length === 0) form.fail('positions', t.errors.required)
  form.check()
  return RoundTermsInput.parse({
    draftVersion,
    draftUrl: draftUrl === '' ? null : draftUrl,
    day,
    time,
    asked,
    late,
    silence,
    silenceBasis: silence === 'deemed' ? silenceBasis : null,
    positions,
  })
}

async function readPeople(ctx: Context, text: string, fail: (name: string, message: string) => void) {
  const words = text
    .split(/[\n;,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const { people, unknown, ambiguous } = await findMembers(ctx, words)
  if (unknown.length > 0) fail('names', ctx.texts.errors.unknownPeople(unknown))
  if (ambiguous.length > 0) fail('names', ctx.texts.errors.ambiguousPeople(ambiguous))
  if (people.length === 0) fail('names', ctx.texts.errors.nobodyAsked)
  return people.map((person) => person.id)
}

/** Whether a text is an https (or http) address that a button may open. */
function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && !text.includes(' ')
}
