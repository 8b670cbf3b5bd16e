import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import { writeCsv } from '../../files/write-csv.ts'
import { type Locale, textsFor } from '../../texts/texts.ts'
import type { RecordSource } from '../layout/record-source.ts'
import { makeRecord } from './make-record.ts'
import { recordFileName } from './record-file-name.ts'
import { packedAt } from './steady-office-file.ts'

/** A file that goes into a dossier as it is: the draft that was asked about, or a letter that came with an answer. */
export type DossierFile = { readonly kind: 'draft' | 'letter'; readonly name: string; readonly bytes: Uint8Array }

type Named = Omit<DossierFile, 'kind'>

type Dossier = {
  readonly source: RecordSource
  readonly locale: Locale
  readonly moreThanHalf?: boolean
  readonly template?: Uint8Array
  readonly files?: readonly DossierFile[]
}

/**
 * Everything about a round in one ZIP: the table (DOCX and XLSX), the ballots where somebody answered, the counts, the
 * files given, and a list (CSV) of all of them with their sizes and SHA-256. Files of one name get numbers; a name keeps
 * no folder. The same input gives the same bytes.
 */
export async function makeDossier({ source, locale, files = [], ...more }: Dossier): Promise<Uint8Array> {
  const t = textsFor(locale).recordTable.dossier
  const answered = source.asked.some(({ answer }) => answer !== undefined)
  const made: Named[] = []
  for (const [what, format] of [
    ['table', 'docx'],
    ['table', 'xlsx'],
    ...(answered ? ([['ballots', 'docx']] as const) : []),
    ['results', 'docx'],
  ] as const)
    made.push({
      name: recordFileName(source, what, format),
      bytes: await makeRecord({ source, locale, what, format, ...more }),
    })
  const kept = files.map(({ kind, name, bytes }) => ({ name: `${t.folders[kind]}/${plainName(name)}`, bytes }))
  const named = apart([...made, ...kept])
  const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const list = writeCsv([[...t.columns], ...named.map(({ name, bytes }) => [name, String(bytes.length), sum(bytes)])])
  const parts = Object.fromEntries([...named, { name: t.list, bytes: list }].map(({ name, bytes }) => [name, bytes]))
  return zipSync(parts, { mtime: packedAt })
}

/** A name that every system takes: no folder, no control character, none of the signs that Windows refuses. */
function plainName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  return plain === '' ? 'tep' : plain.slice(-120)
}

/** The files with names of their own, also for a system that knows no difference of case. */
function apart(files: readonly Named[]): readonly Named[] {
  const taken = new Set<string>()
  return files.map(({ name, bytes }) => {
    const [, stem = name, ending = ''] = /^(.*?)(\.[^./]*)?$/su.exec(name) ?? []
    let free = name
    for (let n = 2; taken.has(free.toLowerCase()); n += 1) free = `${stem} (${n})${ending}`
    taken.add(free.toLowerCase())
    return { name: free, bytes }
  })
}
