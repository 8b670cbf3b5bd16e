import type { Context } from '../../context.ts'
import type { OutlineEntry, Section } from '../../contract/page.ts'
import { type AnsweredRemark, isOpen, progressOf } from '../../opinions/remarks/answers/answered-remarks.ts'
import { sectionHeading, sectionKey } from '../../opinions/remarks/sections.ts'
import type { DraftText } from './draft-text.ts'
import type { RemarksPlace } from './remarks-place.ts'

/** How far the answering has come, and what of the draft was remarked on, with how much is left in each. */
export function outlineSection(
  { texts: t }: Pick<Context, 'texts'>,
  { round, section: current, show }: RemarksPlace,
  remarks: readonly AnsweredRemark[],
  draft: DraftText,
): Section {
  const sections = new Map<string, { label: string; above: readonly string[]; left: number }>()
  for (const remark of remarks) {
    const key = sectionKey(remark)
    const section = sections.get(key) ?? { label: sectionHeading(remark, t), above: draft.above(key), left: 0 }
    sections.set(key, { ...section, left: section.left + Number(isOpen(remark)) })
  }
  const shown = show === undefined ? {} : { show }
  const { remarks: count, open, drafts } = progressOf(remarks)
  const entries: OutlineEntry[] = [
    {
      label: t.desk.remarks.every,
      place: { page: 'remarks', round, ...shown },
      depth: 0,
      current: current === undefined,
      left: open,
    },
  ]
  let within: readonly string[] = []
  for (const [key, { label, above, left }] of sections) {
    above.forEach((heading, depth) => {
      if (within[depth] !== heading) entries.push({ label: heading, depth, current: false })
    })
    within = above
    const place = { page: 'remarks', round, section: key, ...shown } as const
    entries.push({ label, place, depth: above.length, current: current === key, left })
  }
  return {
    id: 'outline',
    title: t.desk.remarks.progress,
    parts: [
      {
        kind: 'bar',
        legend: true,
        bar: {
          label: t.desk.remarks.answered(count - open, count),
          parts: [
            { mark: 'agree', label: t.desk.remarks.tabs.settled, count: count - open - drafts },
            { mark: 'amend', label: t.desk.remarks.tabs.drafts, count: drafts },
            { mark: 'none', label: t.desk.remarks.tabs.open, count: open },
          ],
        },
      },
      { kind: 'outline', label: t.desk.remarks.outline, entries },
    ],
  }
}
