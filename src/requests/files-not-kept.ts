import type { Outcome } from '../context.ts'
import type { SentFile } from '../contract/inbound.ts'
import type { Block, Button } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import { plainName } from '../documents/intake/file-words.ts'
import type { Texts } from '../texts/texts.ts'

/** How many files are named. */
const mostNamed = 10

/** What is said of files that came and are not kept: which, and how to send them. Undefined where none came. */
function filesNotKept({ files: t }: Texts, files: readonly SentFile[]): string {
  const names = files.slice(0, mostNamed).map((file) => named(t, file))
  return `${t.notKept(names, files.length - names.length)} ${t.howToSend}`
}

function named(t: Texts['files'], { name, mediaType }: SentFile): string {
  const plain = plainName(name ?? '')
  if (plain === '') return mediaType?.startsWith('image/') ? t.picture : t.unnamed
  return `“${plain}”`
}

/** Nothing was said beside the files: that they are not kept is all there is to say, and where to go on. */
function onlyFiles({ texts }: { texts: Texts }, files: readonly SentFile[]): Reply {
  const ways: readonly Button[] = [
    { label: texts.buttons.home, intent: { kind: 'home.show' } },
    { label: texts.buttons.help, intent: { kind: 'help.show' } },
  ]
  const blocks: readonly Block[] = [note(texts, files), { kind: 'buttons', buttons: ways }]
  return { kind: 'message', message: { text: texts.files.fact, blocks } }
}

/** The answer to the words beside the files, and before it that the files are not kept. Names stay out of notifications. */
export function withFilesNotKept<O extends Outcome>(
  outcome: O,
  texts: Texts,
  files: readonly SentFile[] | undefined,
): O {
  if (files === undefined || files.length === 0) return outcome
  const { reply, again } = outcome
  return {
    ...outcome,
    reply: beside(reply, texts, files),
    ...(again === undefined ? {} : { again: beside(again, texts, files) }),
  }
}

function beside(reply: Reply, texts: Texts, files: readonly SentFile[]): Reply {
  switch (reply.kind) {
    case 'message': {
      const { message } = reply
      const rest = message.blocks ?? [{ kind: 'text', text: message.text }]
      const text = `${texts.files.fact} ${message.text}`
      return { ...reply, message: { ...message, text, blocks: [note(texts, files), ...rest] } }
    }
    case 'form':
      return { ...reply, form: { ...reply.form, intro: [note(texts, files), ...(reply.form.intro ?? [])] } }
    case 'invalid':
      return { ...reply, message: `${filesNotKept(texts, files)} ${reply.message}` }
    case 'none':
      return onlyFiles({ texts }, files)
    default:
      return reply satisfies never
  }
}

const note = (texts: Texts, files: readonly SentFile[]): Block => ({
  kind: 'text',
  text: filesNotKept(texts, files),
  tone: 'warning',
})
