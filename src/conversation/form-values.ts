import type { FormValues } from '../context.ts'
import { clashName } from '../contract/directory.ts'
import type { Clash } from '../contract/form.ts'
import { Invalid } from '../contract/refusal.ts'
import type { Texts } from '../texts/texts.ts'

/** Reads the answers of a form, one by one, and gathers what is wrong with them by field. */
export type FormReader = {
  /** The trimmed text of a field, '' when it is missing; line ends are \n. */
  text(name: string, limit: number, required?: boolean): string
  /** Whether the platform asked this field at all; what it left out stays as it is. */
  has(name: string): boolean
  /** One of `options`, undefined (with its error noted) when it is none of them. */
  choice<T extends string>(name: string, options: readonly T[]): T | undefined
  choices<T extends string>(name: string, options: readonly T[]): readonly T[]
  /** What was picked or typed in a field that picks, and what was chosen of words that clashed; nothing that is empty. */
  picked(name: string): { readonly given: readonly string[]; readonly chosen: readonly string[] }
  fail(name: string, message: string): void
  /** Words of a field that picks may mean several: which is asked with the form. */
  clash(name: string, clash: Clash): void
  /** To be thrown: `Invalid` with this error and those that were noted before. */
  failed(name: string, message: string): Invalid
  /** Throws `Invalid` when anything was wrong: the form stays open with the person's words. */
  check(): void
}

export function readForm(values: FormValues, t: Texts): FormReader {
  const errors: Record<string, string> = {}
  const clashes: Record<string, Clash[]> = {}
  const one = (name: string): string => {
    const value = values[name]
    return typeof value === 'string' ? value : (value?.[0] ?? '')
  }
  const reader: FormReader = {
    text(name, limit, required = false) {
      const text = one(name).replaceAll('\r\n', '\n').trim()
      const length = [...text].length
      if (length > limit) errors[name] = t.errors.tooLong(length, limit)
      if (required && text === '') errors[name] = t.errors.required
      return text
    },
    has: (name) => Object.hasOwn(values, name),
    choice(name, options) {
      const word = one(name)
      const chosen = options.find((option) => option === word)
      if (chosen === undefined) errors[name] = word === '' ? t.errors.required : t.errors.badChoice
      return chosen
    },
    choices(name, options) {
      const value = values[name]
      const words: readonly string[] = typeof value === 'string' ? [value] : (value ?? [])
      if (words.some((word) => !options.some((option) => option === word))) errors[name] = t.errors.badChoice
      return options.filter((option) => words.includes(option))
    },
    picked(name) {
      const chosen: string[] = []
      for (let at = 0; values[clashName(name, at)] !== undefined; at += 1)
        chosen.push(...answers(values[clashName(name, at)]))
      return { given: answers(values[name]), chosen }
    },
    fail(name, message) {
      errors[name] ??= message
    },
    clash(name, clash) {
      clashes[name] = [...(clashes[name] ?? []), clash]
    },
    failed(name, message) {
      return new Invalid(t.errors.form, { ...errors, [name]: errors[name] ?? message }, clashes)
    },
    check() {
      if (Object.keys(errors).length > 0) throw new Invalid(t.errors.form, errors, clashes)
    },
  }
  return reader
}

const answers = (value: string | readonly string[] | undefined): readonly string[] =>
  (typeof value === 'string' ? [value] : (value ?? [])).map((one) => one.trim()).filter((one) => one !== '')
