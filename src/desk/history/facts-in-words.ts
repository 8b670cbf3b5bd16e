import { z } from 'zod'
import type { Context } from '../../context.ts'

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Moment = z.iso.datetime()
const Day = z.iso.date()

/**
 * The facts of a line that say something to whoever reads it, each with what it is called. Those that are left out are ids,
 * hashes, accounts and addresses, and which position somebody took: that is read where opinions are.
 */
export function factsInWords({ texts: t, zone }: Pick<Context, 'texts' | 'zone'>, json: string): readonly string[] {
  const facts = Facts.catch({}).parse(JSON.parse(json))
  const shown = (value: string): string => {
    if (Moment.safeParse(value).success) return t.moment(new Date(value), zone)
    return Day.safeParse(value).success ? t.day(value) : value
  }
  return Object.entries(t.desk.history.facts).flatMap(([name, label]) => {
    const value = facts[name]
    if (value === undefined || value === null || value === '' || typeof value === 'boolean') return []
    return [t.desk.history.fact(label, shown(String(value)))]
  })
}
