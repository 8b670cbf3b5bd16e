import type { Option } from '../../contract/form.ts'
import type { Provision } from '../provision.ts'
import { isOutlined, shortHeadingOf } from './outline.ts'

/** In characters: what a menu shows of an option. */
const longest = 75

/**
 * The provisions of a draft to choose from, in its order, under the chapter, part or appendix that each lies in. Words
 * without a number are left out, but for `also`, which is chosen.
 */
export function provisionOptions(provisions: readonly Provision[], also: string | undefined): readonly Option[] {
  const groups = new Map<string, string | undefined>()
  for (const provision of provisions) {
    const heads = ['part', 'chapter', 'appendix'].includes(provision.kind)
    groups.set(provision.id, heads ? shortHeadingOf(provision, longest) : groups.get(provision.parent ?? ''))
  }
  return provisions
    .filter(({ id, kind }) => kind !== 'text' || id === also)
    .map((provision): Option => {
      const group = groups.get(provision.id)
      return {
        value: provision.id,
        label: shortHeadingOf(provision, longest),
        ...(group === undefined ? {} : { group }),
        ...(isOutlined(provision) ? { main: true } : {}),
      }
    })
}
