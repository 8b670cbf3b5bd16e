import type { Page, Part, Section } from '../../src/contract/page.ts'
import type { Place } from '../../src/contract/place.ts'
import { createPages } from '../../src/desk/read-page.ts'
import type { openCommittee } from '../support/committee.ts'

type Committee = Awaited<ReturnType<typeof openCommittee>>

/** What somebody's page shows now; undefined where there is none for them. */
export const pageOf = (committee: Committee, who: string, place: Place, locale?: string): Promise<Page | undefined> =>
  createPages(committee.host).page({ platform: 'web', tenant: 'local', user: who }, place, locale)

/** The same, which must be there. */
export async function pageOn(committee: Committee, who: string, place: Place, locale?: string): Promise<Page> {
  const page = await pageOf(committee, who, place, locale)
  if (page === undefined) throw new Error(`${who} has no ${place.page}`)
  return page
}

/** The section of that id, wherever it stands; undefined where it is left out. */
export const sectionOf = (page: Page, id: string): Section | undefined =>
  [...page.main, ...page.aside].find((section) => section.id === id)

type Kind<K extends Part['kind']> = Extract<Part, { kind: K }>

/** The first part of a kind in a section, which must have one. */
export function partOf<K extends Part['kind']>(page: Page, id: string, kind: K): Kind<K> {
  const found = sectionOf(page, id)?.parts.find((part): part is Kind<K> => part.kind === kind)
  if (found === undefined) throw new Error(`no ${kind} in ${id}: ${[...page.main, ...page.aside].map((one) => one.id)}`)
  return found
}
