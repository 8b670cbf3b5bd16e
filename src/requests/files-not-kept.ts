import type { Outcome } from '../context.ts'
import type { SentFile } from '../contract/inbound.ts'
import type { Block, Button } from '../contract/message.ts'
import type { Reply } from '../contract/reply.ts'
import { plainName } from '../documents/intake/file-words.ts'
import type { Texts } from '../texts/texts.ts'

/** How many files are named. */
const mostNamed = 10

/**
 * Why they are not kept, and so how to send them: others read along; nobody knows yet who sends; or the platform hands none
 * over.
 */
export type NotKept = {
  readonly files: readonly SentFile[]
  readonly how: keyof Texts['files']['howToSend']
}

/** What is said of files that came and are not kept: which, and how to send them. */
function filesNotKept({ files: t }: Texts, { files, how }: NotKept): string {
  const names = files.slice(0, mostNamed).map((file) => named(t, file))
  return `${t.notKept(names, files.length - names.length)} ${t.howToSend[how]}`
}

function named(t: Texts['files'], { name, mediaType }: SentFile): string {
  const plain = plainName(name ?? '')
  if (plain === '') return mediaType?.startsWith('image/') ? t.picture : t.unnamed
  return `“${plain}”`
}

/** Nothing was said beside the files: that they are not kept is all there is to say, and where to go on. */
function onlyFiles(texts: Texts, left: NotKept): Reply {
  const ways: readonly Button[] = [
    { label: texts.buttons.home, intent: { kind: 'home.show' } },
    { label: texts.buttons.help, intent: { kind: 'help.show' } },
  ]
  const blocks: readonly Block[] = [note(texts, left), { kind: 'buttons', buttons: ways }]
  return { kind: 'message', message: { text: texts.files.fact, blocks } }
}

/** The answer to the words beside the files, and before it that the files are not kept. Names stay out of notifications. */
export function withFilesNotKept<O extends Outcome>(outcome: O, texts: Texts, left: NotKept): O {
  if (left.files.length === 0) return outcome
  const { reply, again } = outcome
  return {
    ...outcome,
    reply: beside(reply, texts, left),
    ...(again === undefined ? {} : { again: beside(again, texts, left) }),
  }
}

function beside(reply: Reply, texts: Texts, left: NotKept): Reply {
  switch (reply.kind) {
    case 'message': {
      const { message } = reply
      const rest = message.blocks ?? [{ kind: 'text', text: message.text }]
      const text = `${texts.files.fact} ${message.text}`
      return { ...reply, message: { ...message, text, blocks: [note(texts, left), ...rest] } }
    }
    case 'form':
      return { ...reply, form: { ...reply.form, intro: [note(texts, left), ...(reply.form.intro ?? [])] } }
    case 'invalid':
      return { ...reply, message: `${filesNotKept(texts, left)} ${reply.message}` }
    case 'none':
      return onlyFiles(texts, left)
    default:
      return reply satisfies never
  }
}

const note = (texts: Texts, left: NotKept): Block => ({
  kind: 'text',
  text: filesNotKept(texts, left),
  tone: 'warning',
})
