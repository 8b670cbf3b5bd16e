import type { Outcome } from '../context.ts'
import type { Texts } from '../texts/texts.ts'

/** An outcome whose form, if it is one, knows what to say of its fields in the reader's language. */
export function withFormWords(outcome: Outcome, { errors }: Texts): Outcome {
  const { reply } = outcome
  return reply.kind === 'form'
    ? { ...outcome, reply: { kind: 'form', form: { ...reply.form, words: errors.inForm } } }
    : outcome
}
