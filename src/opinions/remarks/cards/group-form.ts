import type { Context } from '../../../context.ts'
import type { Form } from '../../../contract/form.ts'
import type { Button, Message } from '../../../contract/message.ts'
import { choiceOf } from '../../../conversation/choices.ts'
import { shortKeyOf } from '../../known-remarks/fingerprint.ts'
import { type Round, titleOf } from '../../rounds/rounds.ts'
import { excerpt } from '../../words.ts'
import type { Remark } from '../read-remarks.ts'
import type { Section } from '../sections.ts'

/** What every platform offers of a list in which several can be chosen; what is left over comes after these are grouped. */
const mostOffered = 100
/** Articles to choose from: as many as a list of every platform holds. */
const mostArticles = 100
/** Characters of an option, which Slack shows whole, and of a heading on a button. */
const length = { label: 75, heading: 60 }
/** Characters of what remarks have in common. */
export const commonLength = 2_000

/** The form that puts the remarks of one article together. */
export function groupForm(ctx: Context, round: Round, { key, heading, single }: Section): Form {
  const words = ctx.texts.remarks.form
  const offered = single.slice(0, mostOffered)
  return {
    title: words.title,
    submit: words.submit,
    intent: { kind: 'remark.group', round: round.id, provision: key },
    opens: { kind: 'remark.group.form', round: round.id, provision: key },
    intro: [
      { kind: 'text', text: titleOf(round.item, ctx), tone: 'strong' },
      { kind: 'text', text: heading },
      ...(offered.length < single.length
        ? [{ kind: 'text', text: words.firstOnly(offered.length, single.length), tone: 'subtle' } as const]
        : []),
    ],
    fields: [
      {
        kind: 'choices',
        name: 'remarks',
        label: words.remarks,
        hint: words.remarksHint,
        required: true,
        options: offered.map((remark) => ({ value: shortKeyOf(remark), label: labelOf(remark) })),
      },
      {
        kind: 'text',
        name: 'common',
        label: words.common,
        hint: words.commonHint,
        multiline: true,
        maxLength: commonLength,
      },
    ],
  }
}

/** Who, and the words that it begins with. */
const labelOf = ({ body, words }: Remark): string =>
  excerpt(`${excerpt(body, 30)}: ${words.replace(/\s+/gu, ' ').trim()}`, length.label)

/** Opens the form for one article. `label` is given the article, no longer than a button takes. */
export const groupingButton = (round: Round, { key, heading }: Section, label: (where: string) => string): Button => ({
  label: label(excerpt(heading, length.heading)),
  intent: { kind: 'remark.group.form', round: round.id, provision: key },
})

/** The articles where a coordinator may put remarks together, to choose from; of many the first. */
export function whereToGroup(ctx: Context, round: Round, sections: readonly Section[]): Message {
  const words = ctx.texts.remarks
  const offered = sections.slice(0, mostArticles)
  const rest = sections.length - offered.length
  return {
    text: words.chooseWhere,
    title: words.title(titleOf(round.item, ctx)),
    blocks: [
      { kind: 'text', text: words.chooseWhere },
      ...choiceOf(
        ctx.texts,
        words.where,
        offered.map((section) => ({
          label: words.whereButton(excerpt(section.heading, length.heading), section.single.length),
          intent: { kind: 'remark.group.form', round: round.id, provision: section.key },
        })),
      ),
      ...(rest > 0 ? [{ kind: 'text', text: words.otherArticles(rest), tone: 'subtle' } as const] : []),
      { kind: 'buttons', buttons: [{ label: words.button, intent: { kind: 'remark.list', round: round.id } }] },
    ],
  }
}
