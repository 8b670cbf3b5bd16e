import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import { steadyOfficeFile } from './steady-office-file.ts'

/** Half-points: what an official document is set in (Decree 30/2020/NĐ-CP, appendix I: Times New Roman, 13 to 14). */
export const textSize = 26
/** Twips from the edge of the paper: 20 mm. */
const margin = 1134
/** A4 in twips. */
const paper = { width: 11_906, height: 16_838 } as const
/** Twips between the margins. */
export const widthOf = (across: boolean): number => (across ? paper.height : paper.width) - 2 * margin

export type Setting = {
  readonly locale: 'vi' | 'en'
  readonly title: string
  readonly subject: string
  readonly creator: string
  readonly pageWord: string
  readonly across: boolean
  readonly madeAt: Date
}

type Content = ISectionOptions['children']

/**
 * A DOCX of A4 pages with `Trang x/y` at their foot. The same content and instant give the same bytes. Nothing in it says
 * on which machine or by whom it was made.
 */
export async function writeDocument(setting: Setting, sections: readonly Content[]): Promise<Uint8Array> {
  const { locale, title, subject, creator, pageWord, across, madeAt } = setting
  const language = { value: locale === 'vi' ? 'vi-VN' : 'en-GB' }
  const footer = new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [`${pageWord} `, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: 22 }),
        ],
      }),
    ],
  })
  const document = new Document({
    ...{ title, subject, creator, lastModifiedBy: creator },
    styles: { default: { document: { run: { font: 'Times New Roman', size: textSize, language } } } },
    sections: sections.map((children) => ({
      properties: {
        page: {
          size: { ...paper, orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          margin: { top: margin, bottom: margin, left: margin, right: margin, header: 567, footer: 567 },
        },
      },
      footers: { default: footer },
      children,
    })),
  })
  return steadyOfficeFile(await Packer.toBuffer(document), madeAt)
}

type Look = {
  readonly bold?: boolean
  readonly italics?: boolean
  readonly centred?: boolean
  readonly size?: number
  /** Stays on the page of what follows. */
  readonly keepNext?: boolean
  /** Twips above it. */
  readonly before?: number
  readonly after?: number
  readonly pageBreakBefore?: boolean
}

/** Words as paragraphs, one a line; `label` stands bold before them. */
export function paragraphs(text: string, look: Look = {}, label?: string): readonly Paragraph[] {
  const { bold = false, italics = false, centred = false, size, keepNext = false, before = 0, after = 0 } = look
  const font = { bold, italics, ...(size === undefined ? {} : { size }) }
  return text.split('\n').map(
    (line, at) =>
      new Paragraph({
        ...(centred ? { alignment: AlignmentType.CENTER } : {}),
        keepNext,
        ...(look.pageBreakBefore === true && at === 0 ? { pageBreakBefore: true } : {}),
        spacing: { before: at === 0 ? before : 0, after },
        children: [
          ...(label === undefined || at > 0 ? [] : [new TextRun({ ...font, text: `${label}: `, bold: true })]),
          new TextRun({ ...font, text: line }),
        ],
      }),
  )
}
