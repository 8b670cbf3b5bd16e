import type { Context } from '../../../context.ts'
import type { Block } from '../../../contract/message.ts'
import { choiceOf } from '../../../conversation/choices.ts'
import { excerpt } from '../../words.ts'

/** Ways that are offered, beside the pages before and behind; characters of an article on one. */
const mostJumps = 12
const headingLength = 40

/** Where the remarks on an article begin: its heading, and the page, from 0. */
export type ArticleStart = { readonly heading: string; readonly page: number }

/**
 * The ways to the articles that begin on other pages than `at`; of many the first of each page, and of many pages some all
 * over the list. Nothing where there is no other page.
 */
export function articleJumps(
  { texts }: Pick<Context, 'texts'>,
  starts: readonly ArticleStart[],
  at: number,
  round: string,
): readonly Block[] {
  const { remarks: t } = texts
  const others = starts.filter(({ page }) => page !== at)
  if (others.length === 0) return []
  const firsts =
    others.length <= mostJumps ? others : others.filter(({ page }, place) => page !== others[place - 1]?.page)
  const step = Math.ceil(firsts.length / mostJumps)
  const offered = firsts.filter((_, place) => place % step === 0)
  const options = offered.map(
    ({ heading, page }) =>
      ({
        label: t.jump(excerpt(heading, headingLength), page + 1),
        intent: { kind: 'remark.list', round, page },
      }) as const,
  )
  return choiceOf(texts, t.otherArticle, options)
}
