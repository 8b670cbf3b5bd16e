import type { Context } from '../../context.ts'
import type { OwnRemark, RemarkPlace } from '../../contract/document.ts'
import type { Provision } from '../../documents/provision.ts'
import { wordsOf } from '../../documents/provision-words.ts'
import { limits } from '../words.ts'
import { readSeat } from './read-seat.ts'
import type { Comment } from './seat.ts'
import { type SeatToWriteIn, seatsToWriteIn } from './seats-to-write-in.ts'

type Document = { readonly id: string; readonly provisions: readonly Provision[] }
type Remarks = { readonly places: readonly RemarkPlace[]; readonly remarks: readonly OwnRemark[] }

/**
 * Where the actor may remark on a document now, in their own seat and in those of members for whom they write; and what
 * stands there on its provisions, sent or not. Of rounds that take no more: what they themselves sent.
 */
export async function remarksOn(ctx: Context, document: Document): Promise<Remarks> {
  const { db, actor } = ctx
  const [rounds, seats] = await Promise.all([
    db.round.findMany({ where: { documentId: document.id }, select: { id: true, number: true } }),
    seatsToWriteIn(ctx),
  ])
  const open = seats.filter(({ round }) => rounds.some(({ id }) => id === round))
  const over = rounds.filter(({ id }) => !open.some(({ round, holder }) => round === id && holder === undefined))
  const written = await Promise.all(open.map((seat) => writtenIn(ctx, document, seat)))
  const sent = await Promise.all(
    over.map(async ({ id }) => {
      const seat = await readSeat(db, id, actor.id)
      return on(document, seat?.opinion?.comments ?? []).map((comment) => remarkOf(document, comment, []))
    }),
  )
  const numberOf = (round: string) => rounds.find(({ id }) => id === round)?.number ?? 1
  return { places: open.map((seat) => placeOf(ctx, seat, numberOf(seat.round))), remarks: [...written, ...sent].flat() }
}

function placeOf({ texts: t }: Context, { round, holder }: SeatToWriteIn, number: number): RemarkPlace {
  return {
    label: holder === undefined ? t.documents.mySeat(number) : t.documents.seatOf(holder.name, number),
    opens: { kind: 'comment.save.form', round, ...(holder === undefined ? {} : { for: holder.id }) },
  }
}

async function writtenIn(
  { db, actor, texts: t }: Context,
  document: Document,
  { round, holder }: SeatToWriteIn,
): Promise<readonly OwnRemark[]> {
  const seat = await readSeat(db, round, holder?.id ?? actor.id)
  const { comments } = seat?.draft ?? seat?.opinion ?? { comments: [] }
  const whose = holder === undefined ? {} : { for: holder.id }
  const notes = [
    ...(holder === undefined ? [] : [holder.name]),
    ...(seat?.draft === undefined ? [] : [t.documents.unsent]),
  ]
  return on(document, comments).map((comment) => ({
    ...remarkOf(document, comment, notes),
    edit: { kind: 'comment.save.form', round, comment: comment.id, ...whose },
  }))
}

const on = ({ id }: Document, comments: readonly Comment[]): readonly Comment[] =>
  comments.filter(({ documentId, provisionKey }) => documentId === id && provisionKey !== null)

function remarkOf({ provisions }: Document, comment: Comment, notes: readonly string[]): OwnRemark {
  const { provisionKey, provisionText, remark, proposal } = comment
  const index = provisions.findIndex(({ id }) => id === provisionKey)
  const whole = [...wordsOf(provisions, index)].slice(0, limits.provisionText).join('')
  return {
    provision: provisionKey ?? '',
    ...(provisionText === null || provisionText === whole ? {} : { quote: provisionText }),
    remark,
    proposal,
    note: notes.join(', '),
  }
}
