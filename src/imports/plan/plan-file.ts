import { z } from 'zod'
import { isFormula, isNotComputed } from '../../texts/not-computed.ts'
import { formulaAsText, notComputed } from '../sheets/sheet.ts'
import { withoutUnseen } from '../sheets/texts.ts'

const word = (max: number) =>
  z
    .string()
    .refine((text) => !isNotComputed(text), { message: notComputed, abort: true })
    .refine((text) => !isFormula(text), { message: formulaAsText, abort: true })
    .transform(withoutUnseen)
    .pipe(z.string().trim())
    .pipe(shortText(max))

const shortText = (max: number) =>
  z
    .string()
    .min(1, 'is empty')
    .max(max)
    .refine((text) => !/\p{Cc}/u.test(text), 'holds a control character')
const maybe = (max: number) => word(max).nullish()

/**
 * A year's plan as a file (the form of `src/imports/sample/plan-2020.json`). Null and absent both mean that the source does not
 * state it. Keys that are not named here are kept in the stored source and shown to nobody.
 */
export const PlanFile = z.looseObject({
  plan: z.looseObject({
    title: word(300),
    titleEn: maybe(300),
    year: z.number().int().min(1900).max(2200),
  }),
  items: z
    .array(
      z.looseObject({
        key: word(40).refine((text) => /^[^\s,]+$/u.test(text), 'must not hold spaces or commas'),
        type: word(60),
        typeEn: maybe(60),
        title: word(500),
        titleEn: maybe(500),
        quarter: z
          .string()
          .regex(/^\d{4}-Q[1-4]$/, 'is not a quarter: write 2020-Q2, or null where it is not stated')
          .nullish(),
        draftingAgency: maybe(200),
        note: maybe(1000),
        agencyNote: maybe(1000),
      }),
    )
    .min(1),
  inspections: z
    .looseObject({
      teamCount: z.number().int().min(0).max(1000).nullish(),
      ministries: z.array(word(200)).nullish(),
      localities: z.array(word(200)).nullish(),
    })
    .nullish(),
})
export type PlanFile = z.infer<typeof PlanFile>

/** The items as they are stored, in the file's order; what is not stated is null. */
export const itemsOf = (file: PlanFile) =>
  file.items.map((item, position) => ({
    key: item.key.normalize('NFC'),
    position: position + 1,
    type: item.type,
    typeEn: item.typeEn ?? null,
    title: item.title,
    titleEn: item.titleEn ?? null,
    quarter: item.quarter ?? null,
    draftingAgency: item.draftingAgency ?? null,
    note: item.note ?? item.agencyNote ?? null,
  }))

/** The units to be inspected: ministries, then localities. */
export const unitsOf = (file: PlanFile) => [
  ...(file.inspections?.ministries ?? []).map((name) => ({ name: name.normalize('NFC'), kind: 'ministry' })),
  ...(file.inspections?.localities ?? []).map((name) => ({ name: name.normalize('NFC'), kind: 'locality' })),
]

/** The teams that the plan counts: their numbers are all that it says of them. */
export const teamsOf = (file: PlanFile) =>
  Array.from({ length: file.inspections?.teamCount ?? 0 }, (_, at) => ({
    key: String(at + 1),
    name: `Đoàn công tác số ${at + 1}`,
  }))

/** The plan's own line; `source` is the file to the letter, so that what it does not state stays visible. */
export const headOf = (file: PlanFile, source: string) => ({
  year: file.plan.year,
  title: file.plan.title,
  titleEn: file.plan.titleEn ?? null,
  source,
})
