import type { Directory } from './directory.ts'
import type { Intent } from './intent.ts'
import type { Block } from './message.ts'

/**
 * `group`: under which heading it stands, where a platform groups a long list. `main`: one of those that are offered
 * where a platform cannot take all.
 */
export type Option = {
  readonly value: string
  readonly label: string
  readonly group?: string
  readonly main?: true
}

/** What a search in a directory found. */
export type Found = {
  /** The best first, at most as many as were asked for. */
  readonly options: readonly Option[]
  /** How many more there are. */
  readonly more: number
  /** To be said beside them, in the person's language: that there are more, or why there are none. */
  readonly said?: string
}

/** Words that may mean several of a directory: which of them is asked. */
export type Clash = {
  /** As they were typed. */
  readonly typed: string
  /** The question. */
  readonly label: string
  readonly options: readonly Option[]
  /** The one that comes near and is the only one: chosen until somebody chooses otherwise. */
  readonly likely?: string
}

/**
 * One question of a form. `name` is the key under which the answer comes back in `values`. What was left
 * empty comes back as '' or [] (of several choices or picks). A text whose `value` a platform cannot hold may be shown and not asked: it is left out of
 * `values` then, and what is absent stays as it is. A value is never cut.
 */
export type Field =
  | {
      readonly kind: 'text'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly hint?: string
      readonly multiline?: boolean
      readonly required?: boolean
      /** In characters; an adapter lowers it to what its platform can take. */
      readonly maxLength?: number
      /** The file field of which it says more: left out where that is. */
      readonly of?: string
    }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly options: readonly Option[]
      readonly value?: string
      readonly hint?: string
      readonly required?: boolean
      /** Many options, of which one is found by typing: an adapter draws it so. */
      readonly search?: true
      /** Said with the field where only the main options are offered. */
      readonly mainOnly?: string
    }
  | {
      readonly kind: 'choices'
      readonly name: string
      readonly label: string
      readonly options: readonly Option[]
      readonly value?: readonly string[]
      readonly hint?: string
      readonly required?: boolean
    }
  /**
   * One, or several, of a directory that is searched by typing (`Host.options`). The answer is the value of what was picked,
   * or words as they were typed: the core understands them by the rule by which it searches. `several`: the answer is a list
   * of such, where words may name several, one a line.
   */
  | {
      readonly kind: 'pick'
      readonly name: string
      readonly label: string
      readonly from: Directory
      readonly several?: true
      /** What is picked, with the labels that say so; of one, none or one. */
      readonly value?: readonly Option[]
      /** Asked with the field, each as a choice of its own that comes back under its `clashName`. */
      readonly clashes?: readonly Clash[]
      readonly hint?: string
      readonly required?: boolean
      /** The label of an input for words alone, where a platform draws one beside the picker. */
      readonly typed: string
    }
  /** `value` and the answer are `YYYY-MM-DD`. */
  | {
      readonly kind: 'date'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly hint?: string
      readonly of?: string
      readonly required?: boolean
    }
  /** `value` and the answer are `HH:MM`, 24 hours. */
  | {
      readonly kind: 'time'
      readonly name: string
      readonly label: string
      readonly value?: string
      readonly hint?: string
      readonly required?: boolean
    }
  /**
   * A file, up to `mostFileBytes`; it comes back in `Inbound.files` under the field's name and not in the values, and with a
   * form that was left without one nothing does. A platform whose forms take none leaves the field out and shows `instead`:
   * how else to send it. A form that comes back with what is wrong may have lost the file.
   */
  | {
      readonly kind: 'file'
      readonly name: string
      readonly label: string
      readonly hint?: string
      readonly instead: string
      readonly value?: never
      readonly required?: never
    }

/**
 * What an adapter says of a field that it does not take as it is, before it asks the core, in the reader's language.
 * `{label}` stands for the field's label, `{most}` for a number of characters.
 */
export type FormWords = {
  readonly fill: string
  readonly choose: string
  readonly shorten: string
  readonly fillShort: string
  /** Below a text that is too long for the platform's form, and therefore shown and not asked. */
  readonly shownOnly: string
  /** Of a field that picks, in place of its `hint` where the platform itself finds in a list and an input for words stands below. */
  readonly listed: string
}

export type Form = {
  readonly title: string
  readonly submit: string
  /** Comes back with the values when the form is sent. */
  readonly intent: Intent
  /** Gives this very form again when pressed: for platforms that open forms only from a press. */
  readonly opens: Intent
  /**
   * Saves what is filled in so far, for a platform that can do so while somebody writes. Sent with the values like the
   * form itself; the answer is the form with the intents that hold from then on, or none where it is not saved.
   */
  readonly typing?: Intent
  /** Shown above the fields; no buttons in it. */
  readonly intro?: readonly Block[]
  readonly fields: readonly Field[]
  /** Given to every form on its way to an adapter: see `receive`. */
  readonly words?: FormWords
}
