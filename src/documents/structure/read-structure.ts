import type { Doubt } from '../doubt.ts'
import type { Provision } from '../provision.ts'
import { type Draft, emptyDraft, finish, type Open, open, openText } from './build-provisions.ts'
import { beginsIssued, endOf } from './ends.ts'
import { isCapitals, itemLabels, namedLabel } from './labels.ts'
import type { Line } from './line.ts'
import { placeItem } from './place-items.ts'
import { placeNamed } from './place-named.ts'
import { quotedLines } from './quotations.ts'

const CLOSED = /[.;:!?…”"»)]$/u
const ENDS_SENTENCE = /[.;:,…]$/u
const BASIS = /^(?:căn cứ|theo đề nghị|thực hiện|xét|trên cơ sở|can cu|theo de nghi)\s/iu
/** A line of a table of contents: its page stands behind a row of points. */
const CONTENTS = /(?:\.\s?|…\s?){4,}\d{1,4}$/u
const BULLET = /^[-–+•*]\s/u
const CONTENTS_WIDTH = 60
const LONG = 200
const MOST_TITLE_LINES = 4

type State = {
  readonly draft: Draft
  readonly lines: readonly Line[]
  /** The lines may be pieces of a sentence, as in text and PDF: what looks like a label may be in its middle. */
  readonly wrapped: boolean
  /** What collects the words outside every provision, and whether the next paragraph goes there too. */
  block: Open | null
  phase: 'head' | 'preamble' | 'body' | 'end'
  /** The end may be none: the next number of what is open shows it. */
  likelyEnd: boolean
  /** The provision whose title may follow on the next lines. */
  untitled: { readonly one: Open; lines: number } | null
  closed: boolean
}

/**
 * The provisions of a document, in its order, and what is doubtful about them. Every word of every line is in exactly
 * one of them, in the order of the lines; what is not understood stands where it is, as text.
 */
export function readStructure(
  lines: readonly Line[],
  { wrapped, title }: { readonly wrapped: boolean; readonly title: ReadonlySet<number> },
): { readonly provisions: readonly Provision[]; readonly doubts: readonly Doubt[] } {
  const draft = emptyDraft()
  const { quoted, doubts } = quotedLines(lines)
  const state: State = {
    draft,
    lines,
    wrapped,
    block: null,
    phase: 'head',
    likelyEnd: false,
    untitled: null,
    closed: true,
  }
  for (const [at, line] of lines.entries()) {
    if (quoted.has(at)) addText(state, line)
    else if (line.plain || CONTENTS.test(line.text.slice(-CONTENTS_WIDTH))) readPlain(state, line)
    else readLine(state, line, at, title.has(at))
  }
  if (!draft.all.some((each) => each.kind !== 'text')) draft.doubts.push({ kind: 'no-structure' })
  return { provisions: finish(draft), doubts: [...doubts, ...draft.doubts] }
}

function readPlain(state: State, line: Line): void {
  if (state.phase === 'body' && endOf(line.text) !== undefined) beginEnd(state, line)
  else addText(state, line)
}

function readLine(state: State, line: Line, at: number, title: boolean): void {
  const closed = state.closed || !state.wrapped
  const { text } = line
  const named = namedLabel(text)
  if (named !== undefined && placeNamed(state.draft, named, state.closed || named.kind !== 'article', line.at)) {
    const one = state.draft.open.at(-1)
    if (one !== undefined) began(state, one, one.title === null || (one.kind !== 'article' && isCapitals(one.title)))
    return
  }
  if (state.phase === 'end') {
    if (
      beginsIssued(
        text,
        state.lines.slice(at + 1, at + 7).map((each) => each.text),
      )
    )
      beginIssued(state, text)
    else if (state.likelyEnd && placeItem(state.draft, itemLabels(text), false, line.at)) beganItem(state)
    else {
      state.likelyEnd &&= endOf(text) !== 'sure'
      addText(state, line)
    }
    return
  }
  if (state.phase === 'body' && endOf(text) !== undefined) {
    beginEnd(state, line)
    return
  }
  if (takeTitle(state, text)) return
  const labels = title ? [] : itemLabels(text)
  if (placeItem(state.draft, labels, closed, line.at)) {
    beganItem(state)
    return
  }
  if (!title && placeHeading(state, line)) return
  addText(state, line)
  if (named !== undefined || labels.some(({ style }) => style !== 'dotted'))
    state.draft.doubts.push({ kind: 'not-a-provision', line: line.at, provision: state.draft.all.at(-1)?.id ?? null })
}

/** A provision was opened: what follows belongs to it. */
function began(state: State, one: Open, untitled: boolean): void {
  state.phase = 'body'
  state.block = null
  state.untitled = untitled && one.text.length === 0 ? { one, lines: one.title === null ? 0 : 1 } : null
  state.closed = one.text.length === 0 || CLOSED.test(one.text.join(' '))
}

function beganItem(state: State): void {
  const one = state.draft.open.at(-1)
  if (one !== undefined) began(state, one, false)
}

/** A title below its label: lines in capitals, or one line that is no sentence. */
function takeTitle(state: State, text: string): boolean {
  const { untitled } = state
  if (untitled === null) return false
  const { one, lines } = untitled
  const capitals = one.kind !== 'article' && isCapitals(text) && lines < MOST_TITLE_LINES
  // "QUY CHẾ", and below it what about.
  const most = one.kind === 'appendix' && one.number === null ? 1 : 0
  const single = lines <= most && !ENDS_SENTENCE.test(text) && text.length <= LONG && itemLabels(text).length === 0
  if (text.startsWith('(') || !(capitals || single)) {
    state.untitled = null
    return false
  }
  one.title = one.title === null ? text : `${one.title} ${text}`
  state.untitled = capitals ? { one, lines: lines + 1 } : null
  state.closed = true
  return true
}

/** A heading without a number, by its style or mark; within an article a style says nothing. */
function placeHeading(state: State, { text, level }: Line): boolean {
  const { draft } = state
  if (level === null || text.length > LONG || ENDS_SENTENCE.test(text)) return false
  if (draft.open.some(({ kind }) => kind === 'article')) return false
  while (draft.open.at(-1)?.kind === 'heading' && (draft.open.at(-1)?.level ?? level) >= level)
    draft.open = draft.open.slice(0, -1)
  began(state, open(draft, { kind: 'heading', number: null, title: text, level }), false)
  return true
}

function beginEnd(state: State, line: Line): void {
  state.phase = 'end'
  state.likelyEnd = endOf(line.text) === 'likely'
  state.untitled = null
  state.block = openText(state.draft, line.text)
}

/** A document issued with this one: its articles are counted anew, and lie in it. */
function beginIssued(state: State, text: string): void {
  state.draft.open = []
  const one = open(state.draft, { kind: 'appendix', number: null, title: text })
  began(state, one, true)
}

/** Words of the innermost provision, or of nobody's: the head in one piece, then each paragraph of the preamble. */
function addText(state: State, line: Line): void {
  const { text } = line
  const inner = state.draft.open.at(-1)
  state.untitled = null
  // Nobody ends a line of the head with a full stop, nor always one of a list.
  state.closed = line.plain || CLOSED.test(text) || BULLET.test(text) || state.phase === 'head' || isCapitals(text)
  if (state.phase === 'body' && inner !== undefined) {
    inner.text.push(text)
    return
  }
  if (state.phase === 'head' && (BASIS.test(text) || text.length > LONG)) state.phase = 'preamble'
  const goesOn = state.wrapped && !CLOSED.test(state.block?.text.at(-1) ?? '.') && !isCapitals(text)
  const joins = state.phase !== 'preamble' || line.plain || (goesOn && !BASIS.test(text))
  if (state.block !== null && joins) state.block.text.push(text)
  else state.block = openText(state.draft, text)
}
