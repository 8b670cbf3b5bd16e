import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import { quoted } from '../intake/file-words.ts'

type Item = { readonly key: string; readonly title: string; readonly titleEn: string | null }

/** Of which item, and which version, a file is the draft. */
export function draftForm(
  { texts }: Pick<Context, 'texts'>,
  file: { readonly id: string; readonly name: string },
  items: readonly Item[],
  item: string | undefined,
): Form {
  const { documents: t } = texts
  return {
    title: t.formTitle,
    submit: t.formSubmit,
    intent: { kind: 'draft.check', file: file.id },
    opens: { kind: 'draft.check.form', file: file.id, ...(item === undefined ? {} : { item }) },
    intro: [{ kind: 'text', text: quoted(texts, file.name), tone: 'strong' }],
    fields: [
      {
        kind: 'choice',
        name: 'item',
        label: t.item,
        required: true,
        options: items.map(({ key, title, titleEn }) => ({
          value: key,
          label: `${key}: ${texts.locale === 'en' ? (titleEn ?? title) : title}`,
        })),
        ...(item === undefined ? {} : { value: item }),
      },
      { kind: 'text', name: 'version', label: t.version, hint: t.versionHint, maxLength: 3, value: '' },
    ],
  }
}
