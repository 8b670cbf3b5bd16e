import { readFile } from 'node:fs/promises'

/**
 * The operator's own form of the consolidated table; undefined where they have none. Throws one line naming the variable
 * where it cannot be read or says less than a record must: better now than when somebody needs it.
 */
export async function readTemplate(path: string | undefined): Promise<Uint8Array | undefined> {
  if (path === undefined) return undefined
  const [{ checkTemplate, templateProblems }, { openTemplate }] = await Promise.all([
    import('../record/template/check-template.ts'),
    import('../record/template/open-template.ts'),
  ])
  const wrong = (why: string) =>
    new Error(`DONDOC_RECORD_TEMPLATE: ${path}: ${why}: mend the file, and try it with "record template check FILE"`)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw wrong(`it cannot be read (${error.code ?? error.message})`)
  })
  const problems = await checkTemplate(bytes).then(templateProblems, (error: unknown) => [
    error instanceof Error ? error.message : 'it cannot be read',
  ])
  if (problems.length > 0) throw wrong(problems.join('; '))
  return openTemplate(bytes)
}
