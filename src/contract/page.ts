import type { Intent } from './intent.ts'
import type { Button, Fact } from './message.ts'
import type { Place } from './place.ts'

/** A way to another page. */
export type Way = { readonly label: string; readonly place: Place }

/** A way that looks like a button, where something is done on a page of its own. */
export type ButtonWay = Way & { readonly style?: 'primary' }

/** One of several ways of looking at the same; `count` where it is known. */
export type Tab = Way & { readonly current: boolean; readonly count?: number }

/** What a colour stands for. It never stands alone: a word or a number is beside it. */
export type Mark = 'agree' | 'amend' | 'oppose' | 'other' | 'none'

/** A word that is set apart: how urgent, which state. */
export type Pill = { readonly text: string; readonly tone: 'plain' | 'good' | 'warning' }

export type Words = {
  readonly text: string
  readonly tone?: 'plain' | 'strong' | 'subtle' | 'warning'
  readonly place?: Place
}

/** How a whole is made up. `label` says it all in words; the counts of `parts` add up to the whole. */
export type Bar = {
  readonly label: string
  readonly parts: readonly { readonly mark: Mark; readonly label: string; readonly count: number }[]
}

/**
 * Something to see and what can be done about it. `name`: what the row is called, for who hears a button alone. `ways`:
 * to pages on which it is done; they stand before the buttons.
 */
export type Line = {
  readonly name: string
  readonly text: string
  readonly place?: Place
  readonly small?: readonly string[]
  readonly mark?: Mark
  readonly pill?: Pill
  readonly bar?: Bar
  readonly ways?: readonly ButtonWay[]
  readonly buttons?: readonly Button[]
}

export type Cell = {
  readonly text: string
  readonly small?: readonly string[]
  readonly mark?: Mark
  readonly pill?: Pill
  readonly place?: Place
}

/**
 * `figure`: numbers, set to the right. `minor`: left out where the window is narrow. `sort`: the way to that order;
 * `falling`: the greatest first.
 */
export type Column = {
  readonly label: string
  readonly figure?: true
  readonly minor?: true
  readonly sort?: Way & { readonly current: boolean; readonly falling?: true }
}

/** `id`: what the row is chosen by; a row without one cannot be chosen. */
export type TableRow = {
  readonly id?: string
  readonly name: string
  readonly cells: readonly Cell[]
  readonly buttons?: readonly Button[]
}

/** A press for the chosen rows, no more than `most` at once: the ids go into the list called `field` of its intent. */
export type Deed = {
  readonly label: string
  readonly most?: number
  readonly intent: Extract<Button, { intent: unknown }>['intent']
  readonly field: string
}

/** A table of few columns; the numbers behind a chart. */
export type Figures = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** A heading of something long. `left`: how much is to be done under it, 0 when all is done; nothing where it is not counted. */
export type OutlineEntry = {
  readonly label: string
  readonly place?: Place
  readonly depth: number
  readonly current: boolean
  readonly left?: number
}

/** One of the few outcomes that a row can have; `code` goes into the form's field. */
export type AnsweringChoice = {
  readonly code: string
  readonly label: string
  readonly mark: Mark
  /** Whether it says too little without words. */
  readonly needsWords: boolean
}

/** What stands as the answer to a row. `by`: who and when, in words. */
export type StandingAnswer = { readonly choice: string; readonly words: string; readonly by: string }

/** Something to be answered. `id` and `revision` go into the intent that answers it: see `AnsweringPart.save`. */
export type AnsweringRow = {
  readonly id: string
  readonly revision: number
  /** Whether it waits for an answer. */
  readonly open: boolean
  /** What it is called, in a few words that no other row of the page has. */
  readonly name: string
  readonly by: string
  readonly where: string
  readonly words: string
  readonly proposal?: string
  readonly pills: readonly Pill[]
  /** What others said of the answer: why it was sent back. */
  readonly notes: readonly { readonly label: string; readonly text: string }[]
  readonly answer?: StandingAnswer
  readonly buttons: readonly Button[]
  /** Whether the deeds of its part can be done with it. */
  readonly deeds?: true
  /** Stands above it where something begins: what it is about, with the beginning of its words. */
  readonly heading?: { readonly title: string; readonly place?: Place; readonly text?: string }
}

/**
 * Rows that are answered one after another, each with an outcome and words, also by keyboard. `save`: the filled form that
 * answers one (`row` and `revision` name the fields of its intent that take the row's own), and what opens that form, by
 * which words that were not sent are kept. Without it the rows are read alone.
 */
export type AnsweringPart = {
  readonly kind: 'answering'
  readonly label: string
  readonly choices: readonly AnsweringChoice[]
  readonly save?: {
    readonly intent: Intent
    readonly opens: Intent
    readonly row: string
    readonly revision: string
    /** What the fields of the form are called, in it and to people. */
    readonly choice: { readonly name: string; readonly label: string }
    readonly words: { readonly name: string; readonly label: string; readonly maxLength: number }
  }
  /** One answer for all rows that are chosen and open: the same form, their ids in the list called `field`. */
  readonly several?: Pick<Deed, 'intent' | 'field'>
  /** What can be done with one row: its id is the intent's `field`. */
  readonly deeds?: readonly Deed[]
  readonly rows: readonly AnsweringRow[]
  /** These were asked for by name: others are there as well. */
  readonly some?: true
  /** Said where there are none. */
  readonly none: string
}

/** A press that opens the form in which something is moved; dropped on another day, `days` go along into its intent. */
export type Move = {
  readonly label: string
  readonly intent: Extract<Button, { intent: unknown }>['intent']
  /** The days that it has now, `YYYY-MM-DD`, by the names that its intent has for them. */
  readonly days: readonly { readonly field: string; readonly day: string }[]
}

/** What is on a day. `state`: what `mark` stands for. `note`: the hours, where they are known. */
export type CalendarEntry = {
  readonly name: string
  readonly text: string
  readonly note?: string
  readonly mark: Mark
  readonly state: string
  readonly warning?: string
  readonly buttons: readonly Button[]
  readonly move?: Move
}

/** `rest`: no working day. `note`: what the day is called where the calendar names it. `more`: to those that found no room. */
export type CalendarDay = {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly label: string
  readonly today?: string
  readonly rest?: true
  readonly note?: string
  readonly entries: readonly CalendarEntry[]
  readonly more?: Way
}

/** What a section is made of. All text is plain; how a part looks is the page's matter. */
export type Part =
  | ({ readonly kind: 'text' } & Words)
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'bar'; readonly bar: Bar; readonly legend: boolean }
  | {
      readonly kind: 'table'
      readonly label: string
      readonly columns: readonly Column[]
      readonly rows: readonly TableRow[]
      readonly deeds?: readonly Deed[]
      /** What the box is called in which rows are found by their words; left out where there is nothing to find. */
      readonly find?: string
    }
  /** Something over time: `x` from 0 to 1, `y` from 0 to `top`. `figures` say the same in numbers. */
  | {
      readonly kind: 'steps'
      readonly label: string
      readonly top: number
      readonly points: readonly { readonly x: number; readonly y: number }[]
      readonly ticks: readonly { readonly x: number; readonly label: string }[]
      readonly marks: readonly { readonly x: number; readonly label: string }[]
      readonly note?: string
      readonly figures: Figures
    }
  /**
   * What lies when: each a bar from 0 to 1 over columns of the same width, in their order. `now`: where the present is.
   * `legend`: what the marks stand for. `figures` say the same in numbers.
   */
  | {
      readonly kind: 'spans'
      readonly label: string
      readonly columns: readonly string[]
      readonly spans: readonly {
        readonly name: string
        readonly mark: Mark
        readonly from: number
        readonly to: number
      }[]
      readonly now?: { readonly x: number; readonly label: string }
      readonly legend: readonly { readonly mark: Mark; readonly label: string }[]
      readonly note?: string
      readonly figures: Figures
    }
  /** Weeks by days; null where a day is none of this calendar. `days`: their seven names. */
  | {
      readonly kind: 'calendar'
      readonly label: string
      readonly corner: string
      readonly days: readonly string[]
      readonly weeks: readonly {
        readonly name: string
        readonly place?: Place
        readonly days: readonly (CalendarDay | null)[]
      }[]
      readonly legend: readonly { readonly mark: Mark; readonly label: string }[]
      readonly note?: string
    }
  /** How much of each: bars beside each other, with their numbers. */
  | {
      readonly kind: 'loads'
      readonly label: string
      readonly loads: readonly {
        readonly name: string
        readonly count: number
        readonly text: string
        readonly place?: Place
      }[]
    }
  | {
      readonly kind: 'timeline'
      readonly entries: readonly (Words & { readonly at: string; readonly small?: string })[]
    }
  /** A box whose words go into the `find` of `place`, as one types: what is found is read by the server. */
  | { readonly kind: 'find'; readonly label: string; readonly place: Extract<Place, { find?: string | undefined }> }
  | { readonly kind: 'ways'; readonly ways: readonly Way[] }
  | { readonly kind: 'buttons'; readonly label?: string; readonly buttons: readonly Button[] }
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  /** The way to read a document whole (`Host.document`). */
  | { readonly kind: 'reader'; readonly document: string; readonly label: string }
  | AnsweringPart
  /** The headings of something long, as ways to it, with how much is left under each. */
  | { readonly kind: 'outline'; readonly label: string; readonly entries: readonly OutlineEntry[] }
  /** A sentence that can be typed, and is by a press. */
  | { readonly kind: 'sentences'; readonly sentences: readonly string[] }

/** `id`: the same for the same section each time it is read, so that what is open stays open. */
export type Section = {
  readonly id: string
  readonly title: string
  readonly note?: Words
  readonly pill?: Pill
  readonly ways?: readonly Way[]
  readonly tabs?: readonly Tab[]
  readonly parts: readonly Part[]
}

/**
 * A page as it stands now, in the reader's language, laid out and in words: the adapter draws it and knows no subject.
 * `under`: which of the pages that are reached from everywhere (`Host.ways`) it belongs to.
 */
export type Page = {
  readonly place: Place
  readonly under: Place['page']
  readonly title: string
  readonly trail: readonly Words[]
  readonly lead: readonly (Words | Pill)[]
  /** Before the buttons. */
  readonly ways?: readonly ButtonWay[]
  readonly buttons: readonly Button[]
  readonly main: readonly Section[]
  readonly aside: readonly Section[]
}
