import type { Context } from '../../context.ts'
import type { DocumentType, LinkedFile } from '../../contract/reply.ts'
import type { Write } from '../../database/db.ts'
import { addressFor } from '../../people/accounts/public-address.ts'
import { fold } from '../../texts/fold.ts'
import { type Linked, newFileLink } from './file-links.ts'

/** `name` in letters that every system and header takes; `alt`: what stands on a link to it; `expires`: until when it works. */
type Named = {
  readonly name: string
  readonly mediaType: DocumentType
  readonly alt: string
  readonly expires: (at: string) => string
  readonly instead: string
}

/** A file for the actor by a link that works for an hour, with the write that makes it valid. */
export async function linkedFile(
  ctx: Context,
  linked: Linked,
  { name, mediaType, alt, expires, instead }: Named,
): Promise<{ readonly file: LinkedFile; readonly until: Date; readonly write: Write }> {
  const { token, until, write } = newFileLink(ctx, linked)
  const address = await addressFor(ctx, ctx.actor.id)
  const path = `/files/${token}/${name}`
  const url = address === undefined ? {} : { url: `${address}${path}` }
  const words = { alt, expires: expires(ctx.texts.moment(until, ctx.zone)), instead }
  return { file: { name, mediaType, token, path, ...url, ...words }, until, write }
}

const endings = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tiff',
  'image/webp': 'webp',
  'text/markdown': 'md',
  'text/plain': 'txt',
} as const satisfies Partial<Record<DocumentType, string>>

type StoredType = keyof typeof endings
const isStored = (type: string): type is StoredType => Object.hasOwn(endings, type)

/** The type of a kept file as it is sent; what nobody knows any more is sent as plain text. */
export const documentType = (mediaType: string): StoredType => (isStored(mediaType) ? mediaType : 'text/plain')

/** `Công văn 12.pdf` as `cong-van-12.pdf`, with the ending of what it is. */
export function plainFileName(name: string, mediaType: string): string {
  const stem = fold(name.replace(/\.[^.]*$/, ''))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return `${stem === '' ? 'tep' : stem}.${endings[documentType(mediaType)]}`
}
