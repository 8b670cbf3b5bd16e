import { en } from './en.ts'
import { type Texts, vi } from './vi.ts'

export type { Texts } from './vi.ts'
export type Locale = Texts['locale']

/** The language for a person: their own setting, else what the platform says (BCP 47), else the committee's. */
export function localeFor(
  setting: string | null | undefined,
  platform: string | null | undefined,
  committee: Locale,
): Locale {
  return localeOf(setting) ?? localeOf(platform) ?? committee
}

/** The language of ours that a tag names (BCP 47, as stored or as a platform says it); undefined for another or none. */
export function localeOf(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0]
  return language === 'vi' || language === 'en' ? language : undefined
}

export const textsFor = (locale: Locale): Texts => (locale === 'vi' ? vi : en)
