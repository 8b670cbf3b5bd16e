export const dayMs = 86_400_000

/** The days of a month `YYYY-MM` by the machine's own calendar, which ours does not use. */
export const daysOf = (month: string): readonly string[] => {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const days = Array.from({ length: 31 }, (_, at) => new Date(first + at * dayMs).toISOString().slice(0, 10))
  return days.filter((day) => day.startsWith(month))
}
