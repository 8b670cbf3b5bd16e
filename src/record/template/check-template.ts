import { patchDetector } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { fillTemplate } from './fill-template.ts'
import { neededFields, rowFields, templateFields } from './template-fields.ts'

/** Bytes of a template, and of all that it unpacks to: a form of a few pages is far below it. */
const mostPacked = 10_000_000
const mostUnpacked = 50_000_000

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

/**
 * Looks at an operator's template. Refuses, with one sentence in English, what is no DOCX, what has macros, and what is
 * too large, packed or not.
 */
export async function checkTemplate(bytes: Uint8Array): Promise<TemplateReport> {
  refuseUnfit(bytes)
  const fields = [...new Set(await patchDetector({ data: bytes, trimPlaceholders: true }))].toSorted()
  const known = new Set<string>([...templateFields, ...rowFields.map((field) => `rows.${field}`)])
  // Of two rows, a field in a row of a table stands there twice.
  const sample = (word: string) => Object.fromEntries(rowFields.map((field) => [field, word]))
  const filled = unzipSync(await fillTemplate(bytes, {}, [sample(once), sample(once)]))
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

function refuseUnfit(bytes: Uint8Array): void {
  if (bytes.length > mostPacked) throw new TemplateRefused('it is larger than 10 MB')
  const names: string[] = []
  let unpacked = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name)
        unpacked += originalSize
        return false
      },
    })
  } catch {
    throw new TemplateRefused('it is no DOCX')
  }
  if (unpacked > mostUnpacked) throw new TemplateRefused('it unpacks to more than 50 MB')
  if (!names.includes('word/document.xml')) throw new TemplateRefused('it is no DOCX')
  if (names.some((name) => /vbaproject|activex/i.test(name))) throw new TemplateRefused('it has macros')
}

/** Why a file is not taken for a template. */
export class TemplateRefused extends Error {}
