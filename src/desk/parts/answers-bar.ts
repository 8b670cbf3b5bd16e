import type { Context } from '../../context.ts'
import type { Bar } from '../../contract/page.ts'
import { type AnswerProgress, progressWords } from '../../opinions/known-remarks/count-answered.ts'

/** How far the remarks of a round are answered, as one bar: settled, drafts, and those without an answer. */
export function answersBar({ texts: t }: Pick<Context, 'texts'>, progress: AnswerProgress): Bar {
  const { remarks, open, drafts } = progress
  const parts = [
    { mark: 'agree', label: t.desk.settled, count: remarks - open - drafts },
    { mark: 'amend', label: t.desk.drafted, count: drafts },
    { mark: 'none', label: t.answers.open, count: open },
  ] as const
  return { label: progressWords(t, progress), parts }
}
