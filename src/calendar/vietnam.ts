import { buildCalendar, type Calendar } from './calendar.ts'
import { YEAR_2020, YEAR_2021, YEAR_2022, YEAR_2023 } from './vietnam/years-2020-2023.ts'
import { YEAR_2024, YEAR_2025, YEAR_2026, YEAR_2027 } from './vietnam/years-2024-2027.ts'

/**
 * The working days of the Vietnamese civil service, 2020 to 2027, each day off with its source. The version changes
 * whenever a day does, so that a deadline can say by which calendar it was derived.
 */
export const VIETNAM: Calendar = buildCalendar('vn-2026.1', { from: '2020-01-01', to: '2027-12-31' }, [
  ...YEAR_2020,
  ...YEAR_2021,
  ...YEAR_2022,
  ...YEAR_2023,
  ...YEAR_2024,
  ...YEAR_2025,
  ...YEAR_2026,
  ...YEAR_2027,
])
