import { placeInWords } from '../../src/opinions/remarks/remark-place.ts'
import type { Answer, Asked, Comment, RecordSource } from '../../src/record/layout/record-source.ts'

type Said = Partial<Omit<Answer, 'comments'>> & {
  readonly comments?: readonly (readonly [provision: string, remark: string, proposal?: string])[]
}

let count = 0
const id = () => {
  count += 1
  return `id-${count}`
}

/** Somebody who answered, and how. */
export function answered(organisation: string | null, said: Said, more: Partial<Asked> = {}): Asked {
  const answer: Answer = {
    ...{ id: id(), position: 'agree-with-comments', body: '', version: 1, receipt: 'YK-1', late: false },
    ...{ at: new Date('2020-06-20T03:00:00Z'), recordedSource: null, sentBy: undefined, letters: [] },
    ...said,
    comments: (said.comments ?? []).map(
      ([provision, remark, proposal]): Comment => ({
        ...{ id: id(), provision, place: placeInWords(provision), provisionText: null },
        ...{ remark, proposal: proposal ?? null },
      }),
    ),
  }
  return { ...silent(organisation, answer.late ? 'late' : 'answered'), answer, ...more }
}

/** Somebody who has not. */
export function silent(organisation: string | null, standing: Asked['standing'] = 'missing'): Asked {
  const person = organisation === null ? 'Nguyễn Văn A' : `Đại diện ${organisation}`
  return {
    ...{ personId: id(), name: person, honorific: null, title: null, organisation, standing, answer: undefined },
  }
}

/** A closed round on the decree, of those who are given. */
export function recordSource(
  asked: readonly Asked[],
  more: Partial<RecordSource['round']> = {},
  together: RecordSource['together'] = [],
  replies: RecordSource['replies'] = [],
): RecordSource {
  return {
    item: {
      ...{ key: 'ND-DLCN', type: 'nghị định', typeEn: 'decree', draftingAgency: 'Bộ Công an' },
      title: 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân',
      titleEn: 'Draft Decree on personal data protection',
    },
    round: {
      ...{ number: 1, draftVersion: 2, phase: 'closed', changeReason: null, silence: 'none', silenceBasis: null },
      openedAt: new Date('2020-06-16T02:00:00Z'),
      dueAt: new Date('2020-06-30T10:00:00Z'),
      endedAt: new Date('2020-06-30T10:00:00Z'),
      positions: ['agree', 'agree-with-comments', 'disagree', 'other'],
      ...more,
    },
    bases: [],
    asked,
    together,
    replies,
    unanswered: 0,
    total: asked.filter(({ standing }) => standing !== 'former').length,
    at: new Date('2020-07-01T02:00:00Z'),
    zone: 'Asia/Ho_Chi_Minh',
  }
}
