import { fold } from '../fold.ts'
import type { recordTableTexts as source } from '../vi/record-table.ts'

/** The same in English. */
export const recordTableTexts: typeof source = {
  title: 'CONSOLIDATED TABLE OF COMMENTS, THEIR ACCEPTANCE AND EXPLANATION',
  about: (type, title) => {
    if (fold(title).startsWith('draft')) return `On the ${title.charAt(0).toLowerCase()}${title.slice(1)}`
    return fold(title).startsWith(fold(type)) ? `On the draft ${title}` : `On the draft “${title}”`
  },
  columns: ['ISSUE, ARTICLE, CLAUSE', 'COMMENTED BY', 'COMMENT', 'ACCEPTANCE OR EXPLANATION'],
  groups: {
    general: 'General comments',
    other: 'Other matters',
    article: (number, suffix) => `Article ${number}${suffix}`,
    part: (number) => `Part ${number}`,
    chapter: (number) => `Chapter ${number}`,
    section: (number) => `Section ${number}`,
    appendix: (number) => (number === 0 ? 'Appendix' : `Appendix ${number}`),
  },
  outcomes: {
    accept: 'Accepted',
    partly: 'Accepted in part',
    explain: 'Not accepted',
    note: 'Noted',
  },
  noRemarks: 'No comments have been recorded yet.',
  creator: 'Đôn đốc',
  pageWord: 'Page',
  round: (n) => `Round ${n}`,
  late: 'sent late',
  recordedFor: (where) => `recorded by the Working Group on the member’s behalf, source: ${where}`,
  delegated: (who) => `sent under delegation by ${who}`,
  letter: (what, day) => `letter attached: ${what}${day === undefined ? '' : ` of ${day}`}`,

  bases: 'Legal bases',
  consultation: '1. The consultation',
  draft: 'Consulted on',
  draftAsked: (version, round) => `draft version ${version}, ${round.toLowerCase()}`,
  agency: 'Drafting agency',
  period: 'Open for comments',
  fromTo: (from, to) => `from ${from} to ${to}`,
  closedEarly: (ended, due) => `${ended} (closed before the deadline, ${due})`,
  drawnUp: 'Figures as of',
  results: '2. Results',
  askedCount: 'Members asked',
  answeredCount: 'Members who answered',
  answeredOf: (answered, late) => (late === 0 ? String(answered) : `${answered}, of whom ${late} late`),
  byPosition: 'By position',
  agreed: (n) => `Agreed without comments (${n})`,
  remarked: (n) => `Commented (${n})`,
  wordless: (n) => `Did not fully agree but gave no comments (${n})`,
  deemed: (n, basis) => `No answer, deemed to agree${basis === '' ? '' : ` on the basis of ${basis}`} (${n})`,
  missing: (n) => `No answer yet (${n})`,
  former: (n) => `Left the Committee before answering, not counted in the total (${n})`,
  stillOpen: (at) =>
    `The round has not ended. This document shows the opinions received up to ${at} only, and may still change.`,
  ofPart: (place, words) => `Point ${place}: ${words}`,
  unanswered: (n) => `The drafting agency has not answered ${n} ${n === 1 ? 'comment' : 'comments'} yet.`,
  withdrawn: (reason) => `This round has been withdrawn${reason === undefined ? '' : `. Reason: ${reason}`}.`,

  ballot: {
    title: 'OPINION BALLOT',
    person: 'Name',
    title2: 'Title',
    organisation: 'Organisation',
    question: 'Opinion on the draft (mark one):',
    words: 'General comments:',
    noWords: 'None.',
    comments: 'Comments by provision:',
    receipt: (code, at) => `${code}, recorded at ${at}`,
    mark: (mark) => `Note: ${mark}.`,
    signature: ['GIVEN BY', '(Signature and full name)'],
    none: 'No ballot has been answered yet.',
  },

  counts: {
    title: 'RESULTS OF THE CONSULTATION',
    answered: 'Answered',
    silent: 'Did not answer',
    bar: (label, done, total, percent) => `${label}: ${done} of ${total} (${percent}%)`,
    deemed: (basis) => `Deemed to agree${basis === '' ? '' : ` on the basis of ${basis}`}`,
    former: 'Left the Committee before answering, not counted in the total',
    half: 'Compared with half of the members asked',
    halfOf: (agree, withRemarks, sum, total, more) =>
      `Agree: ${agree}; agree with comments: ${withRemarks}; together ${sum} of ${total}, which is ${more ? 'more than half' : 'not more than half'}. Those deemed to agree are not counted here.`,
  },

  export: {
    dossierTooLarge:
      'This dossier is larger than 20 MB and cannot be sent here. Please ask the system administrator to export it with “export record --what dossier”, or download the table and the attached documents one by one.',
    button: 'Export the table',
    otherButton: 'Other documents',
    formTitle: 'Export from this round',
    formSubmit: 'Create the file',
    what: 'Document',
    format: 'Format of the table',
    formatHint: 'Ballots and results are Word files for printing.',
    whats: {
      table: 'Consolidated table',
      ballots: 'Ballots',
      results: 'Results',
      dossier: 'Complete dossier (table, ballots, results, draft, attached documents)',
    },
    formats: {
      docx: 'Word document (.docx)',
      xlsx: 'Excel workbook (.xlsx)',
      csv: 'CSV table',
      html: 'HTML page to read or print',
      zip: 'ZIP file (.zip)',
    },
    ready: (what, title) => `${what}: “${title}”`,
    mine: (title) => `My ballot on “${title}”`,
    download: (what, format) => `Download ${what.charAt(0).toLowerCase()}${what.slice(1)}: ${format}`,
    onTheWay: 'The file shows the figures at the time of download and is for you only: please do not pass it on.',
    until: (at) => `The link works until ${at}; after that, please press again for a new file.`,
    open: 'The round has not ended: the figures may still change, and the file says so.',
    nowhere:
      'Files cannot be sent on this platform. Please download the file from the web page, or ask the system administrator to export it.',
    again: 'Export again',
    repeated: 'The file has been sent once. If you have not received it, please press “Export again”.',
  },

  dossier: {
    list: 'list-of-files.csv',
    folders: { draft: 'draft', letter: 'attached' },
    columns: ['FILE', 'BYTES', 'SHA-256'],
  },

  sheet: {
    name: 'Comments',
    about: 'About',
    number: 'No.',
    provisionText: 'PROVISION WHEN COMMENTED',
    person: 'PERSON',
    position: 'POSITION',
    standing: 'STATUS',
    marks: 'NOTES',
    round: 'ROUND',
  },
}
