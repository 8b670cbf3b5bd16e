import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One paragraph of a draft: the provision that it must be read into, and what stands in it. */
export type DraftLine = { readonly id: string; readonly text: string; readonly row: boolean }
export type TestDraft = { readonly name: string; readonly lines: readonly DraftLine[] }

const folder = fileURLToPath(new URL('./drafts/', import.meta.url))

/**
 * The drafts beside this file, all invented: one paragraph a line, before it the id of the provision that it belongs to
 * (none: that of the line before). `[row]` is a row of a table, `[fn:...]` a footnote.
 */
export const drafts: readonly TestDraft[] = readdirSync(folder).map((file) => ({
  name: file.replace('.txt', ''),
  lines: parse(readFileSync(folder + file, 'utf8')),
}))

function parse(text: string): readonly DraftLine[] {
  let id = ''
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const at = line.indexOf('| ')
      id = line.slice(0, at).trim() || id
      const words = line.slice(at + 2)
      return { id, text: words.replace(/^\[row\] /, ''), row: words.startsWith('[row]') }
    })
}

export const draftNamed = (name: string): TestDraft => {
  const found = drafts.find((each) => each.name === name)
  if (found === undefined) throw new Error(`no draft ${name}`)
  return found
}

/** A paragraph as it is read: footnotes in brackets. */
export const asRead = (text: string): string => text.replace(/\[fn:([^\]]*)\]/g, ' [$1]')
