import type { Phrases } from './phrases.ts'

/** What coordinators type about the remarks of a round. */
export const REMARK_VERBS = {
  remarks: {
    vi: ['các góp ý', 'danh sách góp ý', 'xem các góp ý', 'liệt kê góp ý', 'các góp ý theo điều'],
    en: ['remarks', 'remarks on', 'the remarks', 'all remarks', 'list remarks', 'list the remarks', 'show the remarks'],
  },
  group: {
    vi: ['gộp góp ý', 'gộp các góp ý', 'gộp ý kiến', 'gộp các ý kiến', 'nhóm góp ý', 'nhóm các góp ý'],
    en: [
      'group remarks',
      'group the remarks',
      'group comments',
      'merge remarks',
      'merge the remarks',
      'merge comments',
    ],
  },
} as const satisfies Readonly<Record<string, Phrases>>
