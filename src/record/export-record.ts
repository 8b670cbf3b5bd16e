import { record } from '../audit/record.ts'
import type { Context, FormValues, UseCase } from '../context.ts'
import { type IntentOf, RecordFormat, RecordWhat } from '../contract/intent.ts'
import type { Block } from '../contract/message.ts'
import { Invalid, Refusal } from '../contract/refusal.ts'
import { readForm } from '../conversation/form-values.ts'
import { linkedFile } from '../documents/links/linked-file.ts'
import { takesAnswers } from '../opinions/rounds/phase.ts'
import { roundMeant, titleOf } from '../opinions/rounds/rounds.ts'
import { whoseBallots } from './may-have-record.ts'
import { documentTypes } from './open-record-file.ts'
import { dossierBytes } from './read-dossier-files.ts'
import { formatsOf } from './write/make-record.ts'
import { recordFileName } from './write/record-file-name.ts'

/** Of the files in a dossier that a chat can bring; what is made beside them is small. */
const mostDossierBytes = 20 * 1024 * 1024

/** The form that asks which document of the round is wanted, and as what. */
export const startExport: UseCase<IntentOf<'record.export.form'>> = async (ctx, intent) => {
  const { texts: t } = ctx
  const words = t.recordTable.export
  const round = await roundMeant(ctx, intent)
  const what = intent.what ?? 'table'
  const own = await whoseBallots(ctx, round, 'ballots')
  const offered = own === undefined ? RecordWhat.options : (['ballots'] as const)
  return {
    reply: {
      kind: 'form',
      form: {
        title: words.formTitle,
        submit: words.formSubmit,
        intent: { kind: 'record.export', round: round.id },
        opens: { kind: 'record.export.form', round: round.id, what },
        intro: [{ kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' }],
        fields: [
          {
            kind: 'choice',
            name: 'what',
            label: words.what,
            required: true,
            value: offered.find((one) => one === what) ?? 'ballots',
            options: offered.map((value) => ({ value, label: words.whats[value] })),
          },
          ...(own === undefined
            ? [
                {
                  kind: 'choice',
                  name: 'format',
                  label: words.format,
                  hint: words.formatHint,
                  required: true,
                  value: 'docx',
                  options: RecordFormat.options
                    .filter((value) => value !== 'zip')
                    .map((value) => ({ value, label: words.formats[value] })),
                } as const,
              ]
            : []),
        ],
      },
    },
  }
}

/**
 * A document about a round, for whoever may have it, by a link that works for an hour. Nothing is made yet: what is in it
 * is read when it is fetched, and whether they may have it is asked again then. Somebody who was asked, and no more, gets
 * their own ballot; everybody else is refused. Ballots that nobody has answered are refused as well.
 */
export const exportRecord: UseCase<IntentOf<'record.export'>> = async (ctx, intent, values) => {
  const { db, now, actor, texts: t } = ctx
  const words = t.recordTable.export
  const round = await roundMeant(ctx, intent)
  const { what, format } = chosen(ctx, intent, values)
  const own = await whoseBallots(ctx, round, what)
  if (what === 'ballots' && own === undefined && (await db.opinion.count({ where: { roundId: round.id } })) === 0)
    throw new Refusal('no-opinion-yet')
  if (what === 'dossier' && (await dossierBytes(ctx, round)) > mostDossierBytes)
    throw new Invalid(words.dossierTooLarge)
  const title = titleOf(round.item, ctx)
  const text = own === undefined ? words.ready(words.whats[what], title) : words.mine(title)
  const name = recordFileName({ item: round.item, round }, what, format)
  const linked = { kind: 'record', round: round.id, what, format } as const
  const { file, until, write } = await linkedFile(ctx, linked, {
    name,
    mediaType: documentTypes[format],
    alt: words.download(words.whats[what], words.formats[format]),
    expires: words.until,
    instead: words.nowhere,
  })
  const again: Block = {
    kind: 'buttons',
    buttons: [
      { label: words.again, intent: { kind: 'record.export', round: round.id, what, format } },
      { label: words.otherButton, intent: { kind: 'record.export.form', round: round.id } },
    ],
  }
  const says = (...lines: readonly Block[]) => ({ text, title: text, blocks: [...lines, again] })
  const facts = { what, format, own: own !== undefined, until: until.toISOString() }
  return {
    reply: {
      kind: 'message',
      message: says(
        ...(takesAnswers(round, now) ? [{ kind: 'text', text: words.open, tone: 'warning' } as const] : []),
        { kind: 'text', text: words.onTheWay },
      ),
      documents: [file],
    },
    again: { kind: 'message', message: says({ kind: 'text', text: words.repeated }) },
    writes: [write, record(db, { at: now, actor: actor.key, deed: 'record.export', subject: round.id, facts })],
    rests: [],
  }
}

/** From the form where one was filled in, else from the button or the sentence; a format that there is not gives way to the usual one. */
function chosen({ texts }: Context, intent: IntentOf<'record.export'>, values: FormValues) {
  const form = readForm(values, texts)
  const what = form.has('what') ? form.choice('what', RecordWhat.options) : (intent.what ?? 'table')
  const format = form.has('format') ? form.choice('format', RecordFormat.options) : intent.format
  form.check()
  const wanted = what ?? 'table'
  const formats = formatsOf[wanted]
  return { what: wanted, format: format !== undefined && formats.includes(format) ? format : formats[0] }
}
