import type { Doubt } from '../doubt.ts'
import type { Provision, ProvisionKind } from '../provision.ts'
import type { ItemLabel, ItemStyle } from './labels.ts'
import { nameByWords, nameNumbered } from './naming.ts'

/** A provision while its lines are read. */
export type Open = {
  readonly id: string
  readonly kind: ProvisionKind
  readonly number: string | null
  readonly path: string | null
  readonly depth: number
  readonly parent: string | null
  readonly style: ItemStyle | null
  readonly value: number | null
  /** Of a heading by style. */
  readonly level: number | null
  title: string | null
  readonly text: string[]
}

/** What has been read of a document so far: the provisions in order, and those that the next line may belong to. */
export type Draft = {
  readonly all: Open[]
  readonly doubts: Doubt[]
  /** From the outermost to the innermost. */
  open: Open[]
  readonly taken: Map<string, number>
  /** The last number of each kind that is counted through the document, by the appendix it lies in. */
  readonly counted: Map<string, number>
}

export const emptyDraft = (): Draft => ({ all: [], doubts: [], open: [], taken: new Map(), counted: new Map() })

const RANK: Readonly<Record<string, number>> = {
  appendix: 0,
  part: 1,
  chapter: 2,
  section: 3,
  subsection: 4,
  article: 5,
}

/** The place of a named kind among them; items have none. */
const rankOf = (kind: ProvisionKind): number => RANK[kind] ?? 6

/** Closes what a provision of that kind cannot lie in. */
export function closeFor(draft: Draft, kind: ProvisionKind): void {
  const at = draft.open.findIndex((each) => rankOf(each.kind) >= rankOf(kind))
  if (at >= 0) draft.open = draft.open.slice(0, at)
}

type New = {
  readonly kind: ProvisionKind
  readonly number: string | null
  readonly value?: number | null
  readonly style?: ItemStyle | null
  readonly level?: number
  readonly title?: string | null
  readonly text?: string
  /** For what has no number and is not cited by its words. */
  readonly path?: string
}

/** Opens a provision within the innermost open one. */
export function open(draft: Draft, one: New): Open {
  const parent = draft.open.at(-1)
  const { id, path } = nameOf(draft, one)
  const seen = (draft.taken.get(id) ?? 0) + 1
  draft.taken.set(id, seen)
  const opened: Open = {
    id: seen === 1 ? id : `${id}~${seen}`,
    kind: one.kind,
    number: one.number,
    path,
    depth: draft.open.length,
    parent: parent?.id ?? null,
    style: one.style ?? null,
    value: one.value ?? null,
    level: one.level ?? null,
    title: one.title === '' ? null : (one.title ?? null),
    text: one.text === undefined || one.text === '' ? [] : [one.text],
  }
  draft.all.push(opened)
  draft.open.push(opened)
  return opened
}

/** Adds words that lie in no provision; what is open stays so. */
export function openText(draft: Draft, text: string): Open {
  const within = draft.open
  draft.open = []
  const opened = open(draft, { kind: 'text', number: null, text })
  draft.open = within
  return opened
}

function nameOf(draft: Draft, one: New): { readonly id: string; readonly path: string | null } {
  const parents = draft.open.map((each) => ({ ...each, path: each.path ?? nameByWords(each.title ?? '') }))
  if (one.kind !== 'text' && one.number !== null) return nameNumbered(one.kind, one.number, one.style ?? null, parents)
  if (one.kind === 'appendix') return { id: 'pl', path: one.path ?? null }
  const parent = draft.open.at(-1)
  const own = one.kind === 'heading' ? 'hx' : 't'
  return { id: parent === undefined ? own : `${parent.id}.${own}`, path: null }
}

/** The items (clauses, points, numbered headings) that are open, from the outermost. */
export const openItems = (draft: Draft): readonly Open[] => draft.open.filter((each) => each.style !== null)

/** Which kind an item is where it would lie, or undefined where nobody numbers so. */
export function itemKind(draft: Draft, parent: Open | undefined, label: ItemLabel): ProvisionKind | undefined {
  const article = draft.open.some((each) => each.kind === 'article')
  if (!article || parent?.kind === 'heading') return 'heading'
  if (label.style === 'roman' || label.style === 'upper') return parent?.kind === 'article' ? 'heading' : undefined
  if (label.style === 'arabic') return parent?.kind === 'article' ? 'clause' : undefined
  if (label.style === 'bracket')
    return parent?.kind === 'article' ? 'clause' : parent?.kind === 'clause' ? 'point' : undefined
  return 'point'
}

export function finish(draft: Draft): readonly Provision[] {
  return draft.all.map(({ style: _style, value: _value, level: _level, text, path, ...rest }) => ({
    ...rest,
    text: text.join('\n'),
    path: path ?? nameByWords(rest.title ?? text[0] ?? ''),
  }))
}
