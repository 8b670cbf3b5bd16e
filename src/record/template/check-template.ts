import { patchDetector } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { fillTemplate } from './fill-template.ts'
import { openTemplate, TemplateRefused } from './open-template.ts'
import { neededFields, rowFields, templateFields } from './template-fields.ts'

// No word of anybody's template.
const once = 'dondoc-row-5f2c'

/** What is to be said of a template: names of fields without their braces. */
export type TemplateReport = {
  readonly fields: readonly string[]
  /** No record has such a field: it would stand in the document as it is. */
  readonly unknown: readonly string[]
  /** What must be in every record and is not in this one. */
  readonly missing: readonly string[]
  /** Whether the fields of `rows.` stand in a row of a table, which can be repeated. */
  readonly row: boolean
}

/** Looks at an operator's template. Refuses, with one sentence in English, what `openTemplate` refuses. */
export async function checkTemplate(bytes: Uint8Array): Promise<TemplateReport> {
  return await look(openTemplate(bytes)).catch((error: unknown) => {
    throw new TemplateRefused('it cannot be filled in: it is built in a way that no Word file is', { cause: error })
  })
}

async function look(template: Uint8Array): Promise<TemplateReport> {
  const fields = [...new Set(await patchDetector({ data: template, trimPlaceholders: true }))].toSorted()
  const known = new Set<string>([...templateFields, ...rowFields.map((field) => `rows.${field}`)])
  // Of two rows, a field in a row of a table stands there twice.
  const sample = (word: string) => Object.fromEntries(rowFields.map((field) => [field, word]))
  const filled = unzipSync(await fillTemplate(template, {}, [sample(once), sample(once)]))
  const times = strFromU8(filled['word/document.xml'] ?? new Uint8Array()).split(once).length - 1
  const inRows = fields.filter((field) => field.startsWith('rows.') && known.has(field)).length
  return {
    fields,
    unknown: fields.filter((field) => !known.has(field)),
    missing: neededFields.filter((field) => !fields.includes(field)),
    row: inRows > 0 && times >= 2 * inRows,
  }
}

/** What is wrong with a template, a sentence each, in English. */
export function templateProblems({ unknown, missing, row }: TemplateReport): readonly string[] {
  const named = (fields: readonly string[]) => fields.map((field) => `{{${field}}}`).join(', ')
  return [
    ...(unknown.length === 0 ? [] : [`unknown fields: ${named(unknown)}`]),
    ...(missing.length === 0 ? [] : [`missing fields: ${named(missing)}`]),
    ...(row
      ? []
      : [
          'the repeated row is missing: a row of a table with {{rows.provision}}, {{rows.author}}, {{rows.remark}}, {{rows.answer}}',
        ]),
  ]
}
