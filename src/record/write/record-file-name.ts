import type { RecordWhat } from '../../contract/intent.ts'
import { fold } from '../../texts/fold.ts'

const stems: Readonly<Record<RecordWhat, string>> = {
  dossier: 'ho-so',
  table: 'bang-tong-hop',
  ballots: 'phieu-lay-y-kien',
  results: 'ket-qua-lay-y-kien',
}

/** `bang-tong-hop-nd-dlcn-dot-1.docx`: letters that every system and header takes. */
export function recordFileName(
  { item, round }: { readonly item: { readonly key: string }; readonly round: { readonly number: number } },
  what: RecordWhat,
  format: string,
): string {
  const key = fold(item.key).replace(/[^a-z0-9]+/g, '-')
  return `${stems[what]}-${key}-dot-${round.number}.${format}`
}
