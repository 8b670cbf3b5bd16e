import type { Db } from '../database/db.ts'
import { type Locale, localeOf } from '../texts/texts.ts'
import type { Place } from './place.ts'

/** The language that the person behind an account has chosen, on whichever platform they did; undefined for none. */
export async function languageChosen(db: Db, { platform, tenant, user }: Place): Promise<Locale | undefined> {
  const account = await db.account.findUnique({
    where: { platform_tenant_user: { platform, tenant, user } },
    select: { person: { select: { locale: true } } },
  })
  return localeOf(account?.person?.locale)
}
