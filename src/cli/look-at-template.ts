import { readFile } from 'node:fs/promises'
import type { TemplateReport } from '../record/template/check-template.ts'
import type { Io } from './io.ts'
import { printable } from './table.ts'

/** Reads an operator's own form and says what is wrong with it; ends the command where it is no template at all. */
export async function lookAtTemplate(
  io: Io,
  path: string,
): Promise<{ readonly template: Uint8Array; readonly report: TemplateReport; readonly problems: readonly string[] }> {
  const [{ checkTemplate, templateProblems }, { openTemplate, TemplateRefused }] = await Promise.all([
    import('../record/template/check-template.ts'),
    import('../record/template/open-template.ts'),
  ])
  const template = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    io.fail(`${printable(path)}: it cannot be read (${error.code ?? error.message})`)
  })
  const report = await checkTemplate(template).catch((error: unknown) => {
    if (error instanceof TemplateRefused) io.fail(`${printable(path)}: ${error.message}`)
    throw error
  })
  return { template: openTemplate(template), report, problems: templateProblems(report) }
}
