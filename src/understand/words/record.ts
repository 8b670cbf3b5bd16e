import type { RecordFormat } from '../../contract/intent.ts'
import type { Phrases } from './phrases.ts'

/** What people type who want the documents about a round. */
export const RECORD_VERBS = {
  export: {
    vi: [
      'xuất bảng tổng hợp',
      'xuất bảng tổng hợp ý kiến',
      'xuất bảng tổng hợp góp ý',
      'xuất tổng hợp ý kiến',
      'xuất ý kiến',
      'xuất góp ý',
      'tải bảng tổng hợp',
      'tải bảng tổng hợp ý kiến',
      'lập bảng tổng hợp',
      'lập bảng tổng hợp ý kiến',
      'bảng tổng hợp',
      'bảng tổng hợp ý kiến',
      'tổng hợp ý kiến',
      'tổng hợp ý kiến góp ý',
      'tổng hợp góp ý',
    ],
    en: [
      'comments table',
      'table of comments',
      'summary table',
      'the lot',
      'export record',
      'export the record',
      'export opinions',
      'export the opinions',
      'export comments',
      'export table',
      'export the table',
      'export the consolidated table',
      'download the consolidated table',
      'consolidated table',
      'the consolidated table',
    ],
  },
  ballots: {
    vi: [
      'xuất phiếu',
      'xuất phiếu lấy ý kiến',
      'xuất phiếu ý kiến',
      'in phiếu',
      'in phiếu lấy ý kiến',
      'tải phiếu',
      'tải phiếu lấy ý kiến',
      'phiếu lấy ý kiến',
    ],
    en: [
      'export ballots',
      'export the ballots',
      'export ballot',
      'export my ballot',
      'print ballots',
      'print my ballot',
      'ballots',
    ],
  },
  dossier: {
    vi: [
      'xuất hồ sơ',
      'xuất toàn bộ hồ sơ',
      'tải hồ sơ',
      'tải toàn bộ hồ sơ',
      'hồ sơ lấy ý kiến',
      'xuất hồ sơ lấy ý kiến',
    ],
    en: ['export dossier', 'export the dossier', 'download the dossier', 'dossier', 'the dossier'],
  },
  counts: {
    vi: [
      'kết quả lấy ý kiến',
      'kết quả đợt lấy ý kiến',
      'xuất kết quả',
      'xuất kết quả lấy ý kiến',
      'tải kết quả lấy ý kiến',
    ],
    en: [
      'results of the round',
      'results of the consultation',
      'consultation results',
      'export results',
      'export the results',
      'download the results',
    ],
  },
} as const satisfies Readonly<Record<string, Phrases>>

/** How people name the formats, as they are folded. */
export const FORMATS: Readonly<Record<string, RecordFormat>> = {
  word: 'docx',
  docx: 'docx',
  excel: 'xlsx',
  xlsx: 'xlsx',
  csv: 'csv',
  html: 'html',
  zip: 'zip',
  zipped: 'zip',
  nen: 'zip',
  exel: 'xlsx',
  xls: 'xlsx',
  doc: 'docx',
  spreadsheet: 'xlsx',
}
