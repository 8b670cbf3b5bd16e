import { z } from 'zod'
import { isWorkingDayCount } from '../../calendar/days-from-opening.ts'
import { defaultTime, derivedDeadline } from '../../calendar/derived-deadline.ts'
import { dayIn, isDay, isTime, timeIn } from '../../calendar/zoned.ts'
import type { Context, FormValues } from '../../context.ts'
import { Position } from '../../contract/intent.ts'
import { Invalid } from '../../contract/refusal.ts'
import { type FormReader, readForm } from '../../conversation/form-values.ts'
import { memberEntries } from '../../conversation/picking/directories.ts'
import { readPicks } from '../../conversation/picking/read-pick.ts'
import { limits } from '../words.ts'
import { type Begun, readDeadline } from './read-deadline.ts'

/** What a coordinator says of a round before it opens, as the form gives it and as a proposal stores it. */
export const RoundTermsInput = z.object({
  draftVersion: z.number().int().min(1).max(999),
  draftUrl: z.string().nullable(),
  /** The deadline, a day and a time in the committee's zone. */
  day: z.string().refine(isDay),
  time: z.string().refine(isTime),
  /**
   * So many working days from the opening; `day` is then where they ended when it was prepared, and is derived anew at
   * the opening. Null: the day itself was chosen. Proposals of before have neither this nor bases.
   */
  workingDays: z.number().refine(isWorkingDayCount).nullable().default(null),
  /** `all` members on the day of opening, or these people by id. */
  asked: z.union([z.literal('all'), z.array(z.string()).min(1)]),
  late: z.enum(['accept', 'refuse']),
  /** From when on the drafting agency reads the opinions. Proposals of before say nothing: from closing on. */
  answersFrom: z.enum(['closing', 'opening']).default('closing'),
  silence: z.enum(['none', 'deemed']),
  silenceBasis: z.string().nullable(),
  /** One a line, as entered. */
  legalBases: z.string().nullable().default(null),
  positions: z.array(Position).min(1),
})
export type RoundTermsInput = z.infer<typeof RoundTermsInput>

const secrecyLevels = ['none', 'mat', 'toimat', 'tuyetmat'] as const

/** What a form begins with: terms, of which the day may be open. */
export type FirstTerms = Omit<RoundTermsInput, 'day'> & { readonly day?: string }

/**
 * What the form begins with for an item: everything at its default, the deadline only where it still lies ahead, the
 * legal bases those of its latest round.
 */
export function defaultTerms(
  ctx: Context,
  quarter: string | null,
  latest: { readonly draftVersion: number; readonly legalBases: string | null } | null,
): FirstTerms {
  const due = derivedDeadline(ctx.calendar, ctx.zone, quarter)
  return {
    draftVersion: (latest?.draftVersion ?? 0) + 1,
    draftUrl: null,
    ...(due !== undefined && due > ctx.now ? { day: dayIn(due, ctx.zone) } : {}),
    time: due === undefined ? defaultTime : timeIn(due, ctx.zone),
    workingDays: null,
    asked: 'all',
    late: 'accept',
    answersFrom: 'closing',
    silence: 'none',
    silenceBasis: null,
    legalBases: latest?.legalBases ?? null,
    positions: [...Position.options],
  }
}

/**
 * Reads the form, whose deadline's fields began as `begun` says. Refuses by field what is missing, unknown or in the
 * past, and a draft that is a state secret.
 */
export async function readTerms(ctx: Context, values: FormValues, begun: Begun = {}): Promise<RoundTermsInput> {
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
  const due = readDeadline(ctx, form, begun)
  const whom = form.choice('asked', ['all', 'named'])
  const asked = whom === 'named' ? await readPeople(ctx, form) : ('all' as const)
  const late = form.choice('late', ['accept', 'refuse'])
  // A command has no such field.
  const answersFrom = form.has('answersFrom') ? form.choice('answersFrom', ['closing', 'opening']) : 'closing'
  const silence = form.choice('silence', ['none', 'deemed'])
  const silenceBasis = form.text('basis', 500)
  if (silence === 'deemed' && silenceBasis === '') form.fail('basis', t.errors.needsBasis)
  const bases = linesOf(form.text('bases', limits.bases))
  const positions = form.choices('positions', Position.options)
  if (positions.length === 0) form.fail('positions', t.errors.required)
  form.check()
  return RoundTermsInput.parse({
    draftVersion,
    draftUrl: draftUrl === '' ? null : draftUrl,
    ...due,
    asked,
    late,
    answersFrom,
    silence,
    silenceBasis: silence === 'deemed' ? silenceBasis : null,
    legalBases: bases.length === 0 ? null : bases.join('\n'),
    positions,
  })
}

/** The lines of a text that say anything, without the spaces around them. */
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

async function readPeople(ctx: Context, form: FormReader): Promise<string[]> {
  const people = readPicks(ctx, form, 'names', await memberEntries(ctx))
  // Says nothing of its own where something else is wrong with them.
  if (people.length === 0) form.fail('names', ctx.texts.errors.nobodyAsked)
  return people.map((person) => person.id)
}

/** Whether a text is an https (or http) address that a button may open. */
function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && !text.includes(' ')
}
