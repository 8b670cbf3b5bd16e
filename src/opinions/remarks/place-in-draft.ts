import { findProvision } from '../../documents/find-provision.ts'
import type { Provision } from '../../documents/provision.ts'
import type { ReferenceStep } from '../../documents/provision-reference.ts'
import { placesOf } from '../../documents/search-provisions.ts'
import { orderWithin, type PlaceHeading, placeInWords, type RemarkPlace, referencesIn } from './remark-place.ts'

/** What a comment says of its place: its author's words, and the provision of a document where they chose one. */
type Placed = { readonly provision: string; readonly documentId: string | null; readonly provisionKey: string | null }

/**
 * Tells where comments stand in the draft that their round asks about. One that names a provision of the document stands
 * there, whether it was chosen or is in words; one that names more than there is (Điều 5 khoản 9), behind what there is of
 * it. Words that name nothing of it are read by themselves, and come after the document; so do all where there is none.
 */
export function placesIn(provisions: readonly Provision[]): (comment: Placed) => RemarkPlace {
  const placeOf = placesOf(provisions)
  const byId = new Map(provisions.map((provision) => [provision.id, provision]))
  const at = (id: string, missing: readonly ReferenceStep[] = []): RemarkPlace | undefined => {
    const provision = nearest(byId, id)
    if (provision === undefined) return undefined
    const behind = missing.length === 0 ? 0 : 0.5
    return {
      order: [0, placeOf(id) + behind, ...orderWithin(missing)],
      heading: headingOf(byId, provision),
    }
  }
  const named = (words: string): RemarkPlace | undefined => {
    for (const { steps } of referencesIn(words))
      for (let from = steps.length; from > 0; from -= 1) {
        const found = oneOf(provisions, steps.slice(0, from))
        const place = found === undefined ? undefined : at(found, steps.slice(from))
        if (place !== undefined) return place
      }
    return undefined
  }
  // Many remark on the same provision, and each looks through all there are.
  const known = new Map<string, RemarkPlace>()
  return ({ provision, documentId, provisionKey }) => {
    const chosen = documentId === null || provisionKey === null ? undefined : at(provisionKey)
    const place = chosen ?? known.get(provision) ?? named(provision) ?? placeInWords(provision)
    if (chosen === undefined) known.set(provision, place)
    return place
  }
}

/** The provision that a reference means. Articles of an appendix are not meant where the draft has such a one itself. */
function oneOf(provisions: readonly Provision[], steps: readonly ReferenceStep[]): string | undefined {
  const found = findProvision(provisions, { steps })
  if (found.kind !== 'several') return found.kind === 'one' ? found.provision.id : undefined
  const own = found.candidates.filter(({ id }) => !id.startsWith('pl'))
  const [first, ...others] = own.length === 0 ? found.candidates : own
  const alike = first !== undefined && others.every(({ parent }) => parent === first.parent && parent !== null)
  return alike ? first.id : undefined
}

/** A provision by its id, or what it lay in where the draft has it no more. */
function nearest(byId: ReadonlyMap<string, Provision>, id: string): Provision | undefined {
  for (let part = id; part !== ''; part = part.slice(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('~'), 0))) {
    const found = byId.get(part)
    if (found !== undefined) return found
  }
  return undefined
}

/** Remarks are listed by appendix, else by article, else by the outermost numbered heading, else by the provision itself. */
function headingOf(byId: ReadonlyMap<string, Provision>, provision: Provision): PlaceHeading {
  const chain: Provision[] = []
  for (let one: Provision | undefined = provision; one !== undefined; one = byId.get(one.parent ?? '')) chain.push(one)
  const { id, path, title } =
    chain.find(({ kind }) => kind === 'appendix') ??
    chain.find(({ kind }) => kind === 'article') ??
    chain.findLast(({ kind }) => kind === 'heading') ??
    chain.find(({ kind }) => kind !== 'text') ??
    provision
  return { kind: 'provision', id, path, title }
}
