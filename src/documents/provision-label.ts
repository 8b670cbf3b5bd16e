import { PROVISION_NAMES } from '../texts/provision-names.ts'
import type { Provision } from './provision.ts'

/** How a provision begins at its place in the draft: `Điều 5.`, `Mục 2.`, `2.`, `đ)`; '' where nothing stands before its words. */
export function labelOf({ kind, number, path }: Pick<Provision, 'kind' | 'number' | 'path'>): string {
  if (kind === 'text') return ''
  if (kind === 'appendix' && number === null) return `${path}.`
  if (number === null) return ''
  if (kind === 'point') return `${number})`
  return kind === 'clause' || kind === 'heading' ? `${number}.` : `${PROVISION_NAMES[kind]} ${number}.`
}
