import type { Texts } from '../../texts/texts.ts'
import { layOutRecord } from '../layout/layout.ts'
import { preambleFields } from '../layout/preamble.ts'
import type { RecordSource } from '../layout/record-source.ts'
import { steadyOfficeFile } from '../write/steady-office-file.ts'
import { fillTemplate } from './fill-template.ts'
import { rowsForTemplate, type TemplateField } from './template-fields.ts'

/** The consolidated table in the operator's own form. The same source, template and instant give the same bytes. */
export async function writeTemplateDocx(template: Uint8Array, source: RecordSource, texts: Texts): Promise<Uint8Array> {
  const table = layOutRecord(source, texts)
  const { title, about, creator, madeAt } = table
  const fields: Readonly<Record<TemplateField, string>> = {
    title,
    about,
    notice: table.notices.join('\n'),
    ...preambleFields(source, texts),
  }
  const properties = { title: `${title}: ${about}`, creator, lastModifiedBy: creator }
  return steadyOfficeFile(await fillTemplate(template, fields, rowsForTemplate(table), properties), madeAt)
}
