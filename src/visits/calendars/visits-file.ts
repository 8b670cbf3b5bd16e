import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { record } from '../../audit/record.ts'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { File } from '../../contract/reply.ts'
import { hashOfToken, newToken } from '../../people/accounts/link-token.ts'
import { addressFor } from '../../people/accounts/public-address.ts'
import { fold } from '../../texts/fold.ts'
import { fileCard } from '../cards/calendar-cards.ts'
import { readSchedule, type SeenVisit } from '../schedule/read-schedule.ts'
import { filterOf } from '../schedule/schedule-filter.ts'
import { sightOf } from '../sight.ts'
import { calendarText } from './calendar-text.ts'
import { calendarUrl } from './new-calendar-link.ts'

/** What the link of a file holds: which visits, and what the file is called. What is in them is read when it is fetched. */
export const StoredFile = z.object({ visits: z.array(z.string()), file: z.string(), title: z.string() })

/** More visits make no file: SQLite takes no thousand ids in one question. */
const mostInFile = 500
/** A platform takes no larger one: see File in src/contract/reply.ts. */
const mostBytes = 200_000
const validMs = 3_600_000

/**
 * The visits that were asked for as a calendar file, as the actor may see them: attached, and for platforms that take no
 * files behind a link that works for an hour. Refuses a visit that is none or has no date; visits without a date are
 * left out, and where none has one there is no file. Where a link would open nowhere there is none, and a platform that
 * takes no files says how else to get it.
 */
export const makeVisitsFile: UseCase<IntentOf<'calendar.export'>> = async (ctx, intent) => {
  const { db, now, actor, texts: t } = ctx
  const { visits, total } = await read(ctx, intent)
  if (visits.length === 0) {
    const text = t.calendarLink.fileEmpty
    return { reply: { kind: 'message', message: { text, blocks: [{ kind: 'text', text }] } } }
  }
  const stored = { visits: visits.map((visit) => visit.id), ...named(ctx, intent, visits) }
  const counted = { count: visits.length, total }
  const text = calendarText(visits, { name: stored.title, zone: ctx.zone, texts: t, as: 'file' })
  const made = filesOf(ctx, stored.file, text, visits.length)
  const address = await addressFor(ctx, actor.id)
  if (address === undefined) {
    const files = made.map((file) => ({ ...file, instead: t.calendarLink.fileNotHere }))
    const message = fileCard(ctx, counted, made.length === 0 ? 'nowhere' : 'attached')
    return { reply: { kind: 'message', message, files }, writes: [noted(ctx, { visits: visits.length })], rests: [] }
  }
  const token = newToken()
  const until = new Date(now.getTime() + validMs)
  const data = {
    id: randomUUID(),
    tokenHash: hashOfToken(token),
    personId: actor.id,
    query: JSON.stringify(stored),
    createdAt: now,
    expiresAt: until,
  }
  const message = fileCard(ctx, counted, { url: calendarUrl(address, token), until })
  return {
    reply: { kind: 'message', message, files: made },
    again: { kind: 'message', message: fileCard(ctx, counted, 'told'), files: made },
    writes: [
      db.calendarLink.create({ data, select: { id: true } }),
      noted(ctx, { visits: visits.length, until: until.toISOString() }),
    ],
    rests: [],
  }
}

const noted = ({ db, now, actor }: Context, facts: { readonly visits: number; readonly until?: string }) =>
  record(db, { at: now, actor: actor.key, deed: 'calendar.file', subject: actor.key, facts })

/** The visits with a date, the first five hundred of them, and how many there are. */
async function read(ctx: Context, { kind: _, visit, ...query }: IntentOf<'calendar.export'>) {
  const sight = await sightOf(ctx)
  if (visit === undefined) {
    const filter = await filterOf(ctx, query, sight)
    const { visits, total } = await readSchedule(ctx, filter, sight, { skip: 0, take: mostInFile })
    const dated = visits.filter((one) => one.day !== null)
    return { visits: dated, total: visits.length < total ? total : dated.length }
  }
  const filter = { visitIds: [visit], undated: true, cancelled: true }
  const { visits } = await readSchedule(ctx, filter, sight, { skip: 0, take: 1 })
  const [only] = visits
  if (only === undefined) throw new Refusal('no-such-visit')
  if (only.day === null) throw new Refusal('visit-undated')
  return { visits, total: 1 }
}

function named({ texts: t }: Context, intent: IntentOf<'calendar.export'>, visits: readonly SeenVisit[]) {
  const [first] = visits
  if (intent.visit !== undefined && first !== undefined)
    return { file: fileName(first.code), title: `${first.code}: ${t.called(first.unit.name)}` }
  if (intent.team !== undefined && first !== undefined)
    return { file: fileName('doan', first.team.key), title: t.calendarLink.team(t.called(first.team.name)) }
  if (intent.mine === true) return { file: fileName('cua toi'), title: t.calendarLink.mine }
  return { file: fileName('kiem tra'), title: t.schedule.title }
}

/** `lich-doan-3.ics`: letters that every system and header takes. */
export const fileName = (...words: readonly string[]): string =>
  `${['lich', ...fold(words.join(' ')).split(' ')]
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join('-')}.ics`

function filesOf({ texts: t }: Context, name: string, text: string, count: number): readonly File[] {
  const bytes = Buffer.from(text)
  if (bytes.length > mostBytes) return []
  return [{ name, mediaType: 'text/calendar', base64: bytes.toString('base64'), alt: t.calendarLink.fileAlt(count) }]
}
