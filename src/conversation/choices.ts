import type { Block, Choice } from '../contract/message.ts'
import type { Texts } from '../texts/texts.ts'

/** From so many on, what is alike is a list to choose from: more buttons are read one by one before the right one is found. */
const many = 6

/** One of several that are alike, under the question which: buttons where they are few, else a list; nothing where there is none. */
export function choiceOf(
  { choices: t }: Pick<Texts, 'choices'>,
  question: string,
  options: Choice['options'],
): readonly Block[] {
  if (options.length === 0) return []
  if (options.length < many) return [{ kind: 'buttons', label: question, buttons: options }]
  return [{ kind: 'choice', label: question, submit: t.submit, missing: t.missing, options }]
}
