import type { CalendarDay } from '../calendar.ts'

/** The holidays by name, Vietnamese and English. */
export const NAMES = {
  newYear: ['Tết Dương lịch', "New Year's Day"],
  tet: ['Tết Nguyên đán', 'Lunar New Year (Tết)'],
  kings: ['Giỗ Tổ Hùng Vương (10/3 âm lịch)', "Hùng Kings' Commemoration Day"],
  victory: ['Ngày Chiến thắng (30/4)', 'Reunification Day (30 April)'],
  labour: ['Ngày Quốc tế lao động (01/5)', 'Labour Day (1 May)'],
  national: ['Quốc khánh (02/9)', 'National Day (2 September)'],
  nationalNext: ['Quốc khánh, ngày liền kề', 'National Day, the adjacent day'],
  culture: ['Ngày Văn hóa Việt Nam (24/11)', 'Vietnamese Culture Day (24 November)'],
} as const
export type Name = keyof typeof NAMES

/** A day off by law. */
export function holiday(day: string, of: Name, source: string): CalendarDay {
  const [name, nameEn] = NAMES[of]
  return { day, kind: 'holiday', name, nameEn, source }
}

/** A working day off in lieu of a holiday that fell on a weekend. */
export function inLieu(day: string, of: Name, source: string): CalendarDay {
  const [name, nameEn] = NAMES[of]
  return { day, kind: 'holiday', name: `Nghỉ bù ${name}`, nameEn: `In lieu of ${nameEn}`, source }
}

/** An exchange: the weekday `off` is not worked, the weekend day `worked` is. */
export function swap(off: string, worked: string, source: string): readonly CalendarDay[] {
  return [
    {
      day: off,
      kind: 'swapOff',
      name: `Nghỉ hoán đổi, làm bù ${shown(worked)}`,
      nameEn: `Day off exchanged for ${shown(worked)}`,
      source,
    },
    {
      day: worked,
      kind: 'makeUpWork',
      name: `Làm bù cho ${shown(off)}`,
      nameEn: `Worked in exchange for ${shown(off)}`,
      source,
    },
  ]
}

/** Marks days that are not decreed yet. */
export function provisional(days: readonly CalendarDay[]): readonly CalendarDay[] {
  return days.map((day) => ({ ...day, provisional: true as const }))
}

function shown(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
