import type { IncomingMessage } from 'node:http'
import type { Language, WebOptions } from './options.ts'

const isLanguage = (tag: string): tag is Language => tag === 'vi' || tag === 'en'

/**
 * The language in which a page is drawn: what was chosen in it just now, else what its person has chosen wherever that
 * was, else the first that its browser asks for, else the committee's.
 */
export async function spoken(
  options: WebOptions,
  request: IncomingMessage,
  { user, chosen }: { readonly user?: string | undefined; readonly chosen?: string | undefined },
): Promise<Language> {
  if (chosen !== undefined && isLanguage(chosen)) return chosen
  const own = user === undefined ? undefined : await options.languageOf?.(user)
  return own ?? accepted(request.headers['accept-language']) ?? options.locale
}

/** The language among ours that an Accept-Language header (RFC 9110, 12.5.4) prefers; undefined where it names none. */
export function accepted(header = ''): Language | undefined {
  const wanted = header.split(',').flatMap((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters
      .map((one) => /^ *q=([01](?:\.\d{0,3})?)$/.exec(one)?.[1])
      .find((one) => one !== undefined)
    const language = range.trim().split('-')[0] ?? ''
    return isLanguage(language) ? [{ language, weight: Number(quality ?? 1) }] : []
  })
  // The order of the header decides between equals: the sort is stable.
  const [first] = wanted.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight)
  return first?.language
}
