import { randomUUID } from 'node:crypto'
import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { readPick } from '../../conversation/picking/read-pick.ts'
import { takeTurn } from '../../database/turns.ts'
import { loadIncoming } from '../../documents/drafts/incoming.ts'
import { put } from '../../outbox/put.ts'
import { peopleById } from '../../people/members.ts'
import { type Named, whoIsNamed } from '../../people/named.ts'
import { type Letter, readLetter, readNumberAndDay } from '../attachments/letter.ts'
import { whatIsLacking } from '../cards/opinion-content.ts'
import { recordForm } from '../cards/record-form.ts'
import { askedEntries } from '../rounds/asked-entries.ts'
import { askedIn, loadRound, type Round, roundMeant, titleOf } from '../rounds/rounds.ts'
import { formerIn } from '../rounds/who-counts.ts'
import { limits } from '../words.ts'
import { loadSeat, requireOpen } from './draft.ts'
import { nextVersion, storeOpinion } from './submit-opinion.ts'

/** The form in which a coordinator records an absent member's opinion. */
export const startRecord: UseCase<IntentOf<'record.save.form'>> = async (ctx, intent) => {
  const round = await roundMeant(ctx, intent)
  requireOpen(ctx, round)
  const [chosen] = intent.person === undefined ? [] : await peopleById(ctx, [intent.person])
  const named =
    chosen === undefined && intent.named !== undefined ? await askedNamed(ctx, round, intent.named) : undefined
  const file = intent.file === undefined ? undefined : await loadIncoming(ctx, intent.file)
  return {
    reply: {
      kind: 'form',
      form: recordForm(ctx, round, chosen ?? named, dayIn(ctx.now, ctx.zone), file, intent.position),
    },
  }
}

/**
 * Records the opinion with its source, as the member's next version; the member is told once and may replace it.
 * With a file that was sent, that is the source, and goes with the opinion.
 * Refuses to stand in for somebody who has answered in person. Late is judged by the day on which it was received.
 */
export const recordOpinion: UseCase<IntentOf<'record.save'>> = async (ctx, intent, values) => {
  const { texts: t } = ctx
  const turns = await takeTurn(ctx.db, 'seats')
  const round = await loadRound(ctx, intent.round)
  const open = requireOpen(ctx, round)
  const form = readForm(values, t)
  const { entries, former } = await askedEntries(ctx, round)
  const picked = readPick(ctx, form, 'person', entries)
  const position = form.choice('position', round.positions)
  const body = form.text('body', limits.body)
  const said = form.text('source', limits.reason)
  const received = form.text('received', 10, true)
  const today = dayIn(ctx.now, ctx.zone)
  if (received !== '' && !isDay(received)) form.fail('received', t.errors.badDay)
  if (received > today) form.fail('received', t.record.futureDay)
  const lacking = whatIsLacking(ctx, { position, body, comments: [], files: [] })
  if (position !== undefined && lacking !== undefined) form.fail('body', lacking)
  const about = intent.file === undefined ? undefined : readNumberAndDay(ctx, form)
  const inForm = intent.file === undefined ? readLetter(ctx, form) : undefined
  if (said === '' && intent.file === undefined && inForm === undefined) form.fail('source', t.errors.required)
  form.check()
  const file = intent.file === undefined ? undefined : await loadIncoming(ctx, intent.file)
  const letter = file === undefined || about === undefined ? inForm : { ...about, name: file.name, sha256: file.sha256 }
  const source = said === '' ? sourceOf(ctx, letter) : said
  const [person] = picked === undefined ? [] : await peopleById(ctx, [picked.id])
  if (person === undefined || position === undefined) throw new Refusal('no-such-person', { person: '' })
  const { opinion: before } = await loadSeat(ctx, round.id, person.id)
  if (before !== undefined && before.recordedSource === null)
    throw new Refusal('already-answered', { person: person.name })
  const byId = ctx.actor.id
  const late = received > dayIn(round.dueAt, ctx.zone)
  const files = letter === undefined ? [] : [{ ...letter, id: randomUUID(), place: 1 }]
  const opinion = nextVersion(ctx, round, { position, body, comments: [], files }, before, { byId, source, late })
  const text = t.record.done(person.name, opinion.receipt)
  return {
    reply: {
      kind: 'message',
      message: {
        text,
        blocks: [
          { kind: 'text', text, tone: 'strong' },
          { kind: 'text', text: titleOf(round.item, ctx), tone: 'subtle' },
          ...(letter === undefined
            ? []
            : [{ kind: 'facts', facts: [{ label: t.documents.attached, value: lineOf(ctx, letter) }] } as const]),
          { kind: 'buttons', buttons: [{ label: t.buttons.status, intent: { kind: 'board.show', round: round.id } }] },
        ],
      },
    },
    writes: [
      ...storeOpinion(ctx, round, person.id, opinion),
      // A successor who is asked in this moment would answer for the same seat.
      ...(former.has(person.id) ? turns : []),
      ...(file === undefined ? [] : [ctx.db.incomingFile.delete({ where: { id: file.id }, select: { id: true } })]),
      put(
        ctx.db,
        [
          {
            key: `recorded:${round.id}:${person.id}:v${opinion.version}`,
            personId: person.id,
            letter: { kind: 'recorded', round: round.id, source, card: true },
            subject: round.id,
          },
        ],
        ctx.now,
      ),
    ],
    rests: [open],
  }
}

/** What is said of a letter that is the source, where nobody put it into words. */
const sourceOf = (ctx: Context, letter: Letter | undefined): string => (letter === undefined ? '' : lineOf(ctx, letter))

function lineOf({ texts: t }: Context, { name, number, dated }: Letter): string {
  return t.documents.attachedLine(name, number, dated === null ? null : t.day(dated))
}

/** Whom the form is to begin with: somebody asked in the round whom typed words mean; of several those who are members still. */
async function askedNamed(ctx: Context, round: Round, typed: string): Promise<Named> {
  const { open, former } = await openSeats(ctx, round)
  const people = await peopleById(ctx, open)
  const found = whoIsNamed(people, typed)
  if (found.kind !== 'several') return found
  const seated = whoIsNamed(
    people.filter(({ id }) => !former.has(id)),
    typed,
  )
  return seated.kind === 'nobody' ? found : seated
}

/** Who was asked in the round and has no successor in it, and who of all is no member any more. */
async function openSeats(ctx: Context, round: Round) {
  const [asked, former] = await Promise.all([askedIn(ctx, round.id), formerIn(ctx, round)])
  return { open: asked.filter((id) => former.get(id)?.successorId === undefined), former }
}
