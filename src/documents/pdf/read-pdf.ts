import { getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import type { Contents } from '../contents.ts'
import { DocumentRefused } from '../document-refused.ts'
import type { Doubt } from '../doubt.ts'
import type { Limits } from '../limits.ts'
import { findSecretMark } from '../secret-mark.ts'
import { refuseActive } from './active-content.ts'
import { type PageLine, type Piece, pageLines } from './page-lines.ts'
import { paragraphs } from './paragraphs.ts'
import { withoutHeads } from './running-heads.ts'

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * The paragraphs of a PDF by its text layer. Refuses one without any text, one with too many pages before a page is
 * read, and one that is broken, and what runs or opens something by itself (`active-content.ts`). Scripts in it are never run, and nothing outside it is fetched.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits): Promise<Contents> {
  refuseActive(bytes, limits)
  const pdf = await guard(() =>
    // A copy, since the library takes the bytes away from whoever gave them.
    getDocumentProxy(bytes.slice(), {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: 0,
    }),
  )
  try {
    await guard(() => refuseWhatTheLibrarySees(pdf))
    if (pdf.numPages > limits.pages)
      throw new DocumentRefused('too-many-pages', { pages: pdf.numPages, limit: limits.pages })
    const pages: (readonly PageLine[])[] = []
    const asides: string[] = []
    const width = await guard(() => widthOf(pdf))
    for (let page = 1; page <= pdf.numPages; page++) {
      pages.push(pageLines(await guard(() => piecesOf(pdf, page)), page))
      asides.push(...(await guard(() => notesOn(pdf, page))))
    }
    const around = { properties: await guard(() => propertiesOf(pdf)), headers: [], footers: [], asides }
    if (pages.every((lines) => lines.length === 0)) {
      // A scan is taken as a letter, whose words nobody reads.
      const marked = findSecretMark([], { ...around, name: '' }) !== null
      throw new DocumentRefused(marked ? 'secret' : 'no-text-layer', { pages: pdf.numPages })
    }
    const empty = pages.flatMap((lines, at): readonly Doubt[] =>
      lines.length === 0 ? [{ kind: 'page-without-text', page: at + 1 }] : [],
    )
    const { pages: kept, doubts, heads } = withoutHeads(pages)
    return {
      kind: 'pdf',
      lines: paragraphs(kept.flat(), width),
      wrapped: true,
      doubts: [...empty, ...doubts],
      around: { ...around, headers: heads },
    }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** What the library throws at a file says in English what is wrong with it; here a code is enough. */
async function guard<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof DocumentRefused) throw error
    throw new DocumentRefused(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken')
  }
}

/** What `refuseActive` finds by itself, once more by how a reader finds it: also where objects are packed in some rare way. */
async function refuseWhatTheLibrarySees(pdf: Pdf): Promise<void> {
  const [scripts, files] = await Promise.all([pdf.getJSActions(), pdf.getAttachments()])
  if (scripts !== null) throw new DocumentRefused('script')
  if (files !== null) throw new DocumentRefused('holds-files')
}

async function widthOf(pdf: Pdf): Promise<number> {
  const [from = 0, , to = 0] = (await pdf.getPage(1)).view
  return to - from
}

async function piecesOf(pdf: Pdf, number: number): Promise<readonly Piece[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return items.flatMap((item): readonly Piece[] => {
    if (!('str' in item)) return []
    const [, , , scale, x, y] = item.transform.map(Number)
    return [{ text: item.str, x: x ?? 0, y: y ?? 0, width: item.width, height: item.height || Math.abs(scale ?? 0) }]
  })
}

/** What was laid on a page: the words of stamps, comments and filled fields. */
async function notesOn(pdf: Pdf, number: number): Promise<readonly string[]> {
  const notes: readonly unknown[] = await (await pdf.getPage(number)).getAnnotations()
  return notes.flatMap((note) => {
    const { contentsObj, fieldValue } = Note.parse(note)
    return [contentsObj?.str ?? '', fieldValue ?? ''].filter((text) => text !== '')
  })
}

const Note = z.object({
  contentsObj: z
    .object({ str: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  fieldValue: z.string().optional().catch(undefined),
})

const PROPERTIES = ['Title', 'Subject', 'Keywords']

async function propertiesOf(pdf: Pdf): Promise<readonly string[]> {
  const { info } = await pdf.getMetadata()
  return Object.entries(info).flatMap(([name, value]) =>
    PROPERTIES.includes(name) && typeof value === 'string' && value !== '' ? [value] : [],
  )
}
