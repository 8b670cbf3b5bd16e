import type { Field, Option } from '../../src/contract/form.ts'

type Searched = Extract<Field, { kind: 'choice' }>

/** `whole`: nothing is left out. */
export type Offer = { readonly options: readonly Option[]; readonly whole: boolean }

/** Characters of a label that is shortened: a long name of a provision, and no words of it. */
const shortLabel = 40

/**
 * Ways to offer the options of a field that is searched, the fullest first: all; all by shorter labels; the main ones;
 * these by shorter labels. What is chosen is always among them, so that sending the form does not unchoose it.
 */
export function offersOf({ options, value }: Searched): readonly [Offer, Offer, Offer, Offer] {
  const main = options.filter((option) => option.main === true || option.value === value)
  const shorter = (some: readonly Option[]) => some.map((option) => ({ ...option, label: shortened(option.label) }))
  return [
    { options, whole: true },
    { options: shorter(options), whole: true },
    { options: main, whole: false },
    { options: shorter(main), whole: false },
  ]
}

/** The field as it is offered, with what is left out said in its hint. */
export function offered(field: Searched, { options, whole }: Offer): Searched {
  const said = [whole ? undefined : field.mainOnly, field.hint].filter((part) => part !== undefined)
  return { ...field, options, ...(said.length === 0 ? {} : { hint: said.join(' ') }) }
}

function shortened(label: string): string {
  const letters = [...label]
  return letters.length <= shortLabel
    ? label
    : `${letters
        .slice(0, shortLabel - 1)
        .join('')
        .trimEnd()}…`
}
