import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import {
  appendMarkupInsideElement,
  findElement,
  getCellAddress,
  getOrderOfSiblings,
  getSelfClosingTagMarkup,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeTextContent,
} from 'write-excel-file/utility'

/** What write-excel-file leaves to whoever needs it; of the contents of files as its types have them. */
type SheetFeature = Feature<Stream | Buffer | Blob>

const sheetFile = 'xl/worksheets/sheet{id}.xml'
const inSheet = (xml: string, markup: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    markup,
    getOrderOfSiblings(sheetFile, 'worksheet') ?? [],
    'worksheet',
  )

/** Buttons to filter and sort by in the header of the first sheet, called `name`; its header on each printed page. */
export function filtered(name: string, columns: number, rows: number): SheetFeature {
  const last = getCellAddress(rows - 1, columns - 1)
  const [, letters = 'A'] = /^([A-Z]+)/.exec(last) ?? []
  const place = (range: string) => sanitizeTextContent(`'${name.replaceAll("'", "''")}'!${range}`)
  const named = [
    // Excel keeps the filter's range under this name, and takes a file without it for damaged once it is filtered.
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${place(`$A$1:$${letters}$${rows}`)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${place('$1:$1')}</definedName>`,
  ].join('')
  return {
    files: {
      transform: {
        [sheetFile]: {
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === 0 ? inSheet(xml, getSelfClosingTagMarkup('autoFilter', { ref: `A1:${last}` })) : xml,
        },
        'xl/workbook.xml': {
          transform: (xml) => {
            const names = findElement(xml, 'definedNames')
            if (names === undefined) throw new Error('the workbook has no place for names')
            return appendMarkupInsideElement(xml, names, named)
          },
        },
      },
    },
  }
}

/** Every sheet on A3 across, as wide as the paper and as many pages long as it takes. */
export const printedWide = (): SheetFeature => ({
  files: {
    transform: {
      [sheetFile]: {
        transform: (xml) => printing.reduce(inSheet, xml),
      },
    },
  },
})

/** Margins in inches; paper 8 is A3. */
const printing = [
  '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
  getSelfClosingTagMarkup('pageMargins', { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 }),
  getSelfClosingTagMarkup('pageSetup', { paperSize: 8, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 }),
]

/** In points: of a line of Times New Roman 12, and the most that a row may have. */
const lineHeight = 15.75
const mostHeight = 409

/**
 * Rows as high as their words need, sheet by sheet: LibreOffice shows one line of a row that does not say so. Not as heights
 * that somebody chose, so that a row grows with what is written into it.
 */
export const rowHeights = (
  sheets: readonly { readonly rows: readonly (readonly string[])[]; readonly widths: readonly number[] }[],
): SheetFeature => ({
  files: {
    transform: {
      [sheetFile]: {
        transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
          const sheet = sheets[sheetIndex]
          const row = index === undefined ? undefined : sheet?.rows[index]
          if (tag !== 'row' || sheet === undefined || row === undefined) return attributes
          return { ...attributes, ht: Math.min(mostHeight, lineHeight * linesOf(row, sheet.widths)) }
        },
      },
    },
  },
})

/** How many lines the longest cell takes. A letter is about as wide as a digit, in which widths are counted. */
const linesOf = (row: readonly string[], widths: readonly number[]): number =>
  Math.max(
    1,
    ...row.map((cell, at) =>
      cell
        .split('\n')
        .map((line) => Math.max(1, Math.ceil(line.length / (widths[at] ?? 10))))
        .reduce((sum, lines) => sum + lines, 0),
    ),
  )
