import { fold } from '../texts/fold.ts'
import type { RecordSource } from './record-source.ts'

/** `bang-tong-hop-nd-dlcn-dot-1.docx`: letters that every system and header takes. */
export function recordFileName(
  { item, round }: { readonly item: Pick<RecordSource['item'], 'key'>; readonly round: { readonly number: number } },
  format: string,
): string {
  const key = fold(item.key).replace(/[^a-z0-9]+/g, '-')
  return `bang-tong-hop-${key}-dot-${round.number}.${format}`
}
