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
  for (const tag of [setting, platform]) {
    const language = tag?.toLowerCase().split(/[-_]/)[0]
    if (language === 'vi' || language === 'en') return language
  }
  return committee
}

export const textsFor = (locale: Locale): Texts => (locale === 'vi' ? vi : en)
