import type { Field } from '../../src/contract/form.ts'

/** The fields of a form for a platform whose forms take no file: those that say more of a file go with it. */
export const askedWithoutFiles = (fields: readonly Field[]): readonly Field[] =>
  fields.filter((field) => !('of' in field) || field.of === undefined)
