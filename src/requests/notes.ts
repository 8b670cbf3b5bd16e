import type { Outcome } from '../context.ts'
import type { Block } from '../contract/message.ts'
import { plain } from '../contract/plain.ts'
import type { Reply } from '../contract/reply.ts'
import { excerpt } from '../opinions/words.ts'
import type { Texts } from '../texts/texts.ts'

/** Stretches of words that one line quotes, and characters of each. */
const mostQuoted = 5
const longestQuoted = 80

/** Words as they were typed, fit to stand in quotation marks within one line. */
export const quotable = (said: readonly string[]): readonly string[] =>
  said
    .map((words) => excerpt(words.replace(/["“”]/gu, '').replace(/\s+/gu, ' ').trim(), longestQuoted))
    .filter((words) => words !== '')
    .slice(0, mostQuoted)

/** The line that tells what was said and is not used: nothing that somebody typed is dropped without a word. */
export const notUsed = ({ help }: Texts, said: readonly string[]): Block => ({
  kind: 'text',
  text: help.notUsed(quotable(said)),
  tone: 'warning',
})

/** The line that tells what was left out and is taken from what was said before: never in silence. */
export const takenAs = ({ help }: Texts, what: string): Block => ({ kind: 'text', text: help.takenAs(what) })

/** The outcome with notes above everything else that it shows, also where it is a form. */
export function withNotes(notes: readonly Block[] | undefined, outcome: Outcome): Outcome {
  if (notes === undefined || notes.length === 0) return outcome
  const { again } = outcome
  const reply = above(notes, outcome.reply)
  return { ...outcome, reply, ...(again === undefined ? {} : { again: above(notes, again) }) }
}

function above(notes: readonly Block[], reply: Reply): Reply {
  switch (reply.kind) {
    case 'message': {
      const { message } = reply
      const blocks = message.blocks ?? [{ kind: 'text', text: message.text } as const]
      const text = `${message.text} ${plain({ text: '', blocks: notes })}`
      return { ...reply, message: { ...message, text, blocks: [...notes, ...blocks] } }
    }
    case 'form':
      return { kind: 'form', form: { ...reply.form, intro: [...notes, ...(reply.form.intro ?? [])] } }
    case 'invalid':
    case 'none':
      return reply
    default:
      return reply satisfies never
  }
}
