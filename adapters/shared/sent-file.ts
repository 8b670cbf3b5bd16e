import type { SentFile } from '../../src/contract/inbound.ts'

/** How many files of one message the core is told of. */
export const mostFiles = 100

type Told = { readonly [name in 'name' | 'mediaType']?: string | null | undefined } & {
  readonly size?: number | null | undefined
}

/** A file as a platform tells of it, within what the core takes; what the platform does not tell is left out. */
export const sentFile = ({ name, mediaType, size }: Told): SentFile => ({
  ...(name ? { name: name.slice(0, 500) } : {}),
  ...(mediaType ? { mediaType: mediaType.slice(0, 200) } : {}),
  ...(size != null && Number.isInteger(size) && size >= 0 ? { size } : {}),
})
