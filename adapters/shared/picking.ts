import { clashName } from '../../src/contract/directory.ts'
import type { Clash, Field } from '../../src/contract/form.ts'

export type Pick = Extract<Field, { kind: 'pick' }>
type Choice = Extract<Field, { kind: 'choice' }>

/** What is asked about the words of one field, each as a choice of its own: see `clashName`. */
export const clashChoices = (field: string, clashes: readonly Clash[]): readonly Choice[] =>
  clashes.map(({ label, options, likely }, at) => ({
    ...{ kind: 'choice', name: clashName(field, at), label, options },
    ...(likely === undefined ? {} : { value: likely }),
  }))

/** The fields with what is asked about the words of each directly before it. */
export function withClashes(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field) => {
    if (field.kind !== 'pick' || field.clashes === undefined) return [field]
    const { clashes, ...rest } = field
    return [...clashChoices(field.name, clashes), rest]
  })
}

/** The fields with what is asked since their form was refused. */
export const refusedWith = (
  fields: readonly Field[],
  clashes: Readonly<Record<string, readonly Clash[]>> = {},
): readonly Field[] =>
  fields.map((field) => {
    if (field.kind !== 'pick') return field
    const { clashes: _, ...rest } = field
    const asked = clashes[field.name]
    return asked === undefined ? rest : { ...rest, clashes: asked }
  })
