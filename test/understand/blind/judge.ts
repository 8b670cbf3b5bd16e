import { addDays } from '../../../src/calendar/zoned.ts'
import type { Intent } from '../../../src/contract/intent.ts'
import type { Role } from '../../../src/people/actor.ts'
import { may } from '../../../src/people/may.ts'
import { fold, words } from '../../../src/texts/fold.ts'
import { indexUnits, unitsAt } from '../../../src/understand/names/units.ts'
import { type Understanding, understand, type Vocabulary } from '../../../src/understand/understand.ts'
import { BODIES } from '../../../src/understand/words/bodies.ts'
import { VOCABULARY } from '../plan-vocabulary.ts'

/** One sentence of a blind set: who types it, and every meaning that would be right. */
export type Sentence = { readonly who: string; readonly text: string; readonly wanted: readonly string[] }

/**
 * `right`; `asked`: asked back with the right reading among the buttons; `help`: not understood, or asked without it; `lost`:
 * the right kind, and a part that was said is neither used nor shown; `shown`: the same, and it is shown as not used; `wrong`:
 * another meaning that only shows something; `acted`: another meaning that leads to a change.
 */
export type Verdict = 'right' | 'asked' | 'help' | 'lost' | 'shown' | 'wrong' | 'acted'

const BODY_INDEX = indexUnits(Object.entries(BODIES).map(([name, others]) => ({ id: name, name, otherNames: others })))
/** Bodies by their folded names. */
const BODIES_BY_NAME: Readonly<Record<string, true>> = Object.fromEntries(
  Object.keys(BODIES).map((name) => [fold(name), true]),
)
const ROLES: Readonly<Record<string, readonly Role[]>> = {
  member: ['member'],
  coordinator: ['coordinator'],
  drafter: ['drafter'],
  leader: ['team'],
  team: ['team'],
}
/** Parts that say how a value came about, or that an equally good meaning may leave out. */
const FREE = new Set([
  'what',
  'format',
  'mine',
  'next',
  'another',
  'version',
  'change',
  'locale',
  'month',
  'year',
  'quarter',
])

/** The understanding of a sentence, as whoever types it is understood. */
const read = ({ who, text }: Pick<Sentence, 'who' | 'text'>): Understanding => understand(text, speaker(who))

/** What the bot knows when somebody of the blind sets types. */
export const speaker = (who: string): Vocabulary => ({
  ...VOCABULARY,
  roles: new Set(ROLES[who] ?? []),
  self: who === 'member' ? ['Bộ Y tế'] : who === 'drafter' ? ['Bộ Công an'] : [],
})

/** How well a sentence was understood, at first sight. */
export function judge(sentence: Sentence): { readonly verdict: Verdict; readonly got: string } {
  const understanding = read(sentence)
  const got = described(understanding)
  const wanted = sentence.wanted.map(parse)
  const kinds = wanted.map(({ kind }) => kind)
  switch (understanding.kind) {
    case 'intent': {
      const { intent } = understanding
      // Refused with a sentence: nothing is done.
      if (!may({ roles: new Set(ROLES[sentence.who] ?? []) }, intent.kind) || isLeaders(sentence.who, intent.kind))
        return {
          verdict:
            kinds.includes('help') || kinds.includes('ask') || kinds.includes(kindOf(intent.kind)) ? 'right' : 'help',
          got: `refused ${got}`,
        }
      const parts = meantBy(intent)
      const unused = (understanding.unused ?? []).map(fold)
      const same = wanted.filter(({ kind }) => kind === kindOf(intent.kind))
      if (same.some((one) => matches(one.parts, partsWanted(one, parts)))) return { verdict: 'right', got }
      if (intent.kind === 'help.show' && kinds.includes('help')) return { verdict: 'right', got }
      const near = same.find((one) => contradicts(one.parts, parts).length === 0)
      if (near !== undefined) {
        const missing = Object.keys(near.parts).filter((name) => parts[name] === undefined)
        return { verdict: missing.length > 0 && unused.length === 0 ? 'lost' : 'shown', got }
      }
      return { verdict: changes(intent) ? 'acted' : 'wrong', got }
    }
    case 'ask':
    case 'missing':
    case 'no-such-item':
    case 'unknown': {
      const options =
        understanding.kind === 'unknown' ? understanding.nearest : understanding.options.map(({ intent }) => intent)
      const offered = [
        ...options.map(({ kind }) => kindOf(kind)),
        ...(understanding.kind === 'missing' ? [understanding.verb] : []),
      ]
      if (understanding.kind === 'unknown' ? kinds.includes('help') : kinds.includes('ask'))
        return { verdict: 'right', got }
      if (understanding.kind === 'missing' && kinds.includes(understanding.verb)) return { verdict: 'right', got }
      if (kinds.includes('help') || (kinds.includes('ask') && options.length > 0)) return { verdict: 'right', got }
      return { verdict: offered.some((kind) => kinds.includes(kind)) ? 'asked' : 'help', got }
    }
    case 'no-such-day':
      return { verdict: kinds.includes('ask') || kinds.includes('help') ? 'right' : 'help', got }
    default:
      return understanding satisfies never
  }
}

/** What a team's leader alone is given (`src/visits/move-requests/ask-move.ts`), though the roles of the team are one. */
const isLeaders = (who: string, kind: Intent['kind']): boolean => who === 'team' && kind === 'move.ask.form'

type Wanted = { readonly kind: string; readonly whole?: true; readonly parts: Readonly<Record<string, string>> }

function parse(wanted: string): Wanted {
  const [kind = '', ...rest] = wanted.match(/\S+?="[^"]*"|\S+/g) ?? []
  const parts: Record<string, string> = {}
  for (const part of rest) {
    const at = part.indexOf('=')
    if (at < 0) continue
    parts[part.slice(0, at)] = part.slice(at + 1).replace(/^"|"$/g, '')
  }
  if (kindOf(kind) !== 'nudge.snooze') return { kind, parts }
  return { kind: kindOf(kind), ...(kind === 'nudge.snooze' ? { whole: true as const } : {}), parts: untilDay(parts) }
}

/** A button's intent and that of its form are the same wish of whoever types: to be reminded later. */
const kindOf = (kind: string): string => (kind === 'nudge.snooze.form' ? 'nudge.snooze' : kind)

/** So many days are the day that they end on. */
function untilDay({ days, ...parts }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return days === undefined ? parts : { ...parts, until: addDays(VOCABULARY.today, Number(days)) }
}

/** The parts of an intent as a wanted meaning names them. */
const meantBy = (intent: Intent): Readonly<Record<string, string>> =>
  kindOf(intent.kind) === 'nudge.snooze' ? untilDay(partsOf(intent)) : partsOf(intent)

/** While only a button put reminders off, a wanted `nudge.snooze` named no part: without any it leaves all of them open. */
const partsWanted = (
  { whole, parts }: Wanted,
  got: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => (whole === true && Object.keys(parts).length === 0 ? {} : got)

function partsOf(intent: Intent): Record<string, string> {
  const parts: Record<string, string> = {}
  for (const [name, value] of Object.entries(intent)) {
    if (name === 'kind' || value === undefined) continue
    if (name === 'unit') parts.unit = VOCABULARY.units.find(({ id }) => id === value)?.name ?? String(value)
    else if (name === 'named') parts[intent.kind === 'schedule.show' ? 'named' : 'person'] = String(value)
    else if (name === 'month' && /^\d{4}-\d{2}$/.test(String(value))) {
      // It says its year as well.
      parts['month'] = String(value)
      parts['year'] = String(value).slice(0, 4)
    } else parts[name] = Array.isArray(value) ? value.join(', ') : value === true ? 'yes' : String(value)
  }
  return parts
}

/** A place that is not inspected is looked for by its name, as typed: the answer says that it is none. */
function asKnown(wanted: Readonly<Record<string, string>>, got: Readonly<Record<string, string>>) {
  const { unit, ...rest } = wanted
  if (unit === undefined || got['named'] === undefined) return wanted
  return VOCABULARY.units.some(({ name }) => fold(name) === fold(unit)) ? wanted : { ...rest, named: unit }
}

function matches(said: Readonly<Record<string, string>>, got: Readonly<Record<string, string>>): boolean {
  const wanted = asKnown(said, got)
  if (contradicts(wanted, got).length > 0) return false
  const needed = Object.keys(wanted).filter((name) => !(name === 'item' && wanted[name] === '?'))
  if (!needed.every((name) => got[name] !== undefined)) return false
  return Object.keys(got).every((name) => wanted[name] !== undefined || FREE.has(name))
}

function contradicts(
  wanted: Readonly<Record<string, string>>,
  got: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(got)
    .filter(
      ([name, value]) => wanted[name] !== undefined && wanted[name] !== '?' && !same(name, wanted[name] ?? '', value),
    )
    .map(([name]) => name)
}

function same(name: string, wanted: string, got: string): boolean {
  if (fold(wanted) === fold(got)) return true
  if (got === 'yes' && wanted === 'true') return true
  if (name === 'month') return Number(wanted.split('-').at(-1)) === Number(got.split('-').at(-1))
  if (name === 'number') return wanted.replace(/\D/g, '') === got
  if (name === 'team') return wanted.replace(/\D/g, '') === got
  if (name === 'people' || name === 'person' || name === 'named') {
    const whole = (text: string) =>
      text
        .split(',')
        // "Bộ Kế hoạch và Đầu tư" is one.
        .flatMap((one) => (bodyOf(one) in BODIES_BY_NAME ? [one] : one.split(/ và | and /)))
        .map((one) => bodyOf(one))
        .sort()
        .join('|')
    return whole(wanted) === whole(got) || fold(got).includes(fold(wanted)) || fold(wanted).endsWith(fold(got))
  }
  if (name === 'body' || name === 'reason' || name === 'words')
    return (
      fold(got).includes(fold(wanted)) ||
      (fold(wanted).includes(fold(got)) && fold(got).length * 2 > fold(wanted).length)
    )
  return false
}

/** A body by its whole name, however it was typed. */
function bodyOf(typed: string): string {
  const text = words(typed)
  for (let at = 0; at < text.length; at++) {
    const found = unitsAt(BODY_INDEX, text, at)
    if (found !== undefined) return fold(found.units[0]?.name ?? '')
  }
  return fold(typed).replace(/^(?:anh|chi|ong|ba|dong chi) /, '')
}

const changes = ({ kind }: Intent): boolean =>
  !/\.(?:show|list|find|explain|export|get)$/.test(kind) && kind !== 'language.set'

function described(understanding: Understanding): string {
  const line = (intent: Intent) =>
    [intent.kind, ...Object.entries(partsOf(intent)).map(([name, value]) => `${name}=${JSON.stringify(value)}`)].join(
      ' ',
    )
  switch (understanding.kind) {
    case 'intent':
      return `${line(understanding.intent)}${understanding.unused === undefined ? '' : ` {${understanding.unused.join('; ')}}`}`
    case 'ask':
      return `ask ${understanding.about}: ${understanding.options
        .slice(0, 4)
        .map(({ intent }) => line(intent))
        .join(' | ')}`
    case 'missing':
      return `missing for ${understanding.verb} ${JSON.stringify(understanding.opinion ?? {})}`
    case 'no-such-item':
      return `no such item ${understanding.item}`
    case 'no-such-day':
      return `no such day ${understanding.typed}`
    case 'unknown':
      return `unknown: ${understanding.nearest.map(line).join(' | ')} {${(understanding.left ?? []).join('; ')}}`
    default:
      return understanding satisfies never
  }
}
