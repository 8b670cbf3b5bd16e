import { randomUUID } from 'node:crypto'
import type { Context, Outcome } from '../context.ts'
import type { Block, Button } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import { readVocabulary } from '../conversation/vocabulary.ts'
import type { Write } from '../database/db.ts'
import { mayBring } from '../documents/drafts/draft-rights.ts'
import { isKept, type KeptFile } from '../documents/intake/brought-file.ts'
import { plainName, quoted, refusedBlocks } from '../documents/intake/file-words.ts'
import { seatsToWriteIn } from '../opinions/answering/seats-to-write-in.ts'
import { openRounds } from '../opinions/boards/read-board.ts'
import { words } from '../texts/fold.ts'
import { indexItems, itemsAmong } from '../understand/names/items.ts'

/** So many of a kind a file is offered for: drafts, opinions, opinions to be recorded. The others are counted. */
const mostOffered = 5

/**
 * The answer to a message with files: what became of the words beside them, and for each file a row with what it can be
 * used for. A file is kept for a day until somebody says. Where nothing can be done with it, that is said, and nothing
 * refers to it.
 */
export async function withFiles(ctx: Context, outcome: Outcome | undefined, text: string): Promise<Outcome> {
  const files = ctx.files ?? []
  if (files.length === 0) return outcome ?? { reply: { kind: 'none' } }
  const kept = files.filter(isKept)
  const uses = await readUses(ctx, text)
  const blocks: Block[] = [...refusedBlocks(ctx.texts, files)]
  const writes: Write[] = []
  const useless: string[] = []
  const names: string[] = []
  for (const file of kept) {
    const id = randomUUID()
    const { buttons, more } = offersFor(ctx, uses, file, id)
    if (buttons.length === 0) {
      useless.push(quoted(ctx.texts, file.name))
      continue
    }
    const name = plainName(file.name) || ctx.texts.documents.unnamed
    const same = names.filter((one) => one === name).length
    names.push(name)
    blocks.push(...asked(ctx, { file, named: same === 0 ? name : `${name} (${same + 1})` }, { buttons, more }, id))
    writes.push(waiting(ctx, file, id))
  }
  if (writes.length > 0) blocks.push({ kind: 'text', text: ctx.texts.documents.keptForADay, tone: 'subtle' })
  if (useless.length > 0) blocks.push({ kind: 'text', text: ctx.texts.documents.noUse(useless), tone: 'warning' })
  const all = [...(outcome?.writes ?? []), ...writes]
  const fact = writes.length > 0 ? ctx.texts.documents.receivedFact : ctx.texts.files.fact
  const answer = { reply: beside(outcome?.reply, fact, blocks) }
  return all.length === 0 ? answer : { ...answer, writes: all, rests: outcome?.rests ?? [] }
}

type Uses = Awaited<ReturnType<typeof readUses>>

/** What the actor could use a file for now; what the words beside it name comes first. */
async function readUses(ctx: Context, text: string) {
  const { items } = await readVocabulary(ctx)
  const said = words(text)
  const named = itemsAmong(indexItems(items), said, 0, said.length).items.map((item) => item.key)
  const seats = await seatsToWriteIn(ctx)
  const ofNamed = seats.filter((seat) => named.includes(seat.item))
  const open = ctx.actor.roles.has('coordinator') ? await openRounds(ctx) : []
  const openOfNamed = open.filter(({ item }) => named.includes(item.key))
  const may = ctx.actor.roles.has('coordinator') || ctx.actor.roles.has('drafter')
  const own =
    may && named.length > 0
      ? await ctx.db.workItem.findMany({ where: { key: { in: named } }, select: { key: true, draftingAgency: true } })
      : []
  return {
    seats: ofNamed.length > 0 ? ofNamed : seats,
    // A letter that came for somebody absent.
    toRecord: (openOfNamed.length > 0 ? openOfNamed : open).map(({ id, item }) => ({ round: id, item: item.key })),
    mayBringSome: may,
    drafts: own.filter((item) => mayBring(ctx, item)).map((item) => item.key),
  }
}

/** What a file can be used for: buttons, and how many uses have none. */
type Offers = { readonly buttons: readonly Button[]; readonly more: number }

function offersFor({ texts }: Context, uses: Uses, file: KeptFile, id: string): Offers {
  const { documents: t } = texts
  const drafts = uses.drafts.map((item): Button => {
    return { label: t.asDraftOf(item), intent: { kind: 'draft.check', file: id, item } }
  })
  const some: Button = { label: t.asDraft, intent: { kind: 'draft.check.form', file: id } }
  const draft = file.document === undefined || !uses.mayBringSome ? [] : drafts.length > 0 ? drafts : [some]
  const letters = uses.seats.map(
    ({ round, item, holder }): Button => ({
      label: holder === undefined ? t.asLetterFor(item) : t.asLetterOf(item, holder.name),
      intent: {
        kind: 'attachment.save.form',
        round,
        file: id,
        ...(holder === undefined ? {} : { for: holder.id }),
      },
    }),
  )
  const records = uses.toRecord.map(
    ({ round, item }): Button => ({
      label: t.asSourceFor(item),
      intent: { kind: 'record.save.form', round, file: id },
    }),
  )
  // Signed letters are Word files, PDFs and pictures.
  const signed = file.kind !== 'text' && file.kind !== 'markdown'
  const kinds = signed ? [draft, letters, records] : [draft]
  const buttons = kinds.flatMap((kind) => kind.slice(0, mostOffered))
  return { buttons, more: kinds.flat().length - buttons.length }
}

/** A row of the file with what it can be used for; `named` is what no other file of the message is called. */
function asked(
  { texts }: Context,
  { file, named }: { readonly file: KeptFile; readonly named: string },
  { buttons, more }: Offers,
  id: string,
): readonly Block[] {
  const { documents: t } = texts
  const discard: Button = { label: t.discard, intent: { kind: 'file.discard', file: id } }
  return [
    {
      kind: 'text',
      text: `${t.received(named, t.kinds[file.kind], t.size(file.size))} ${t.whatFor}`,
      tone: 'strong',
      own: { row: named, buttons: [...buttons, discard] },
    },
    ...(more === 0 ? [] : [{ kind: 'text', text: t.moreUses(more), tone: 'subtle' } as const]),
  ]
}

const waiting = ({ db, actor, now }: Context, { name, sha256, document }: KeptFile, id: string): Write =>
  db.incomingFile.create({
    data: {
      id,
      personId: actor.id,
      sha256,
      name: plainName(name),
      document: document === undefined ? null : JSON.stringify(document),
      at: now,
    },
    select: { id: true },
  })

/** The files below what the words became. A form that was asked for is opened by a button then: a form has none in it. */
function beside(reply: Reply | undefined, fact: string, blocks: readonly Block[]): Reply {
  if (reply?.kind === 'message') {
    const { message } = reply
    const said = message.blocks ?? [{ kind: 'text', text: message.text }]
    return {
      ...reply,
      message: { ...message, text: `${message.text} ${fact}`, blocks: [...said, { kind: 'divider' }, ...blocks] },
    }
  }
  if (reply?.kind === 'form') {
    const { title, opens, intro = [] } = reply.form
    const open: Block = { kind: 'buttons', buttons: [{ label: title, style: 'primary', intent: opens }] }
    return { kind: 'message', message: { text: fact, blocks: [...intro, open, { kind: 'divider' }, ...blocks] } }
  }
  return { kind: 'message', message: { text: fact, blocks } }
}
