import { asLine } from '../layout/clean-words.ts'
import { type Author, notesOf, type Paragraph, type Remark, type Row, type TableDocument } from '../layout/document.ts'

/** The table as one page that loads nothing, runs nothing and prints on A4 across. Every word is escaped. */
export function writeHtml(table: TableDocument): Uint8Array {
  const { locale, title, about, notices, preamble, columns, groups, noRows } = table
  const body = groups.flatMap(({ heading, rows }) => [
    `<tr class="group"><th colspan="4" scope="rowgroup">${escaped(heading)}</th></tr>`,
    ...rows.map((row) => rowOf(row, table)),
  ])
  const page = [
    '<!DOCTYPE html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(`${title}: ${about}`)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<h1>${escaped(title)}</h1>`,
    `<p class="about">${escaped(about)}</p>`,
    ...notices.map((notice) => `<p class="notice">${escaped(notice)}</p>`),
    ...preamble.map(paragraphOf),
    '<table>',
    `<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...(body.length === 0 ? [`<tr><td colspan="4">${escaped(noRows)}</td></tr>`] : body),
    '</tbody>',
    '</table>',
    '</body>',
    '</html>',
    '',
  ]
  return new TextEncoder().encode(page.join('\n'))
}

const style = [
  '@page{size:A4 landscape;margin:15mm}',
  'body{font:13pt/1.35 "Times New Roman",Times,serif;color:#000;background:#fff;margin:1rem auto;max-width:70rem;padding:0 1rem}',
  'h1{font-size:14pt;text-align:center;margin:0}',
  '.about{text-align:center;font-weight:bold;margin:.2rem 0 1rem}',
  '.notice{border:1px solid #000;padding:.4rem .6rem;font-weight:bold}',
  'h2{font-size:13pt;margin:.8rem 0 .2rem}',
  'p{margin:.2rem 0}',
  'table{border-collapse:collapse;width:100%;margin-top:1rem;table-layout:fixed}',
  'th,td{border:1px solid #000;padding:.25rem .4rem;vertical-align:top;text-align:left;overflow-wrap:anywhere}',
  'thead th{text-align:center;vertical-align:middle}',
  'thead{display:table-header-group}',
  'th:nth-child(1){width:18%}th:nth-child(2){width:18%}th:nth-child(3){width:38%}',
  '.group th{width:auto;background:#eee}',
  '.words{white-space:pre-wrap}',
  '.mark{font-style:italic}',
  '@media print{body{margin:0;max-width:none;padding:0}tr{break-inside:avoid}}',
].join('')

const paragraphOf = ({ level, label, text }: Paragraph): string =>
  level === 1
    ? `<h2>${escaped(text)}</h2>`
    : `<p>${label === undefined ? '' : `<strong>${escaped(label)}:</strong> `}${escaped(text)}</p>`

const rowOf = ({ provision, authors, remarks, answer }: Row, { proposalLabel }: TableDocument): string =>
  `<tr><td>${escaped(provision)}</td><td>${authors.map(authorOf).join('')}</td>` +
  `<td>${remarks.map((remark) => remarkOf(remark, proposalLabel)).join('')}</td>` +
  `<td class="words">${escaped(answer)}</td></tr>`

const authorOf = (author: Author): string =>
  [
    `<p>${escaped(author.body)}</p>`,
    author.person === '' ? '' : `<p>(${escaped(author.person)})</p>`,
    ...notesOf(author).map((mark) => `<p class="mark">${escaped(asLine(mark))}</p>`),
  ].join('')

const remarkOf = ({ by, words, proposal }: Remark, label: string): string =>
  [
    `<p class="words">${by === undefined ? '' : `<strong>${escaped(by)}:</strong> `}${escaped(words)}</p>`,
    proposal === undefined ? '' : `<p class="words"><em>${escaped(label)}:</em> ${escaped(proposal)}</p>`,
  ].join('')

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? '')
