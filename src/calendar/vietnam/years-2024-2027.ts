import type { CalendarDay } from '../calendar.ts'
import { holiday, inLieu, provisional, swap } from './rows.ts'
import {
  CODE_2019,
  CODE_2019_IN_LIEU,
  CULTURE_DAY,
  NOT_YET_DECREED,
  NOTICE_2024,
  NOTICE_2025,
  NOTICE_2026,
  SWAP_2024,
  SWAP_NEW_YEAR_2026,
} from './sources.ts'

export const YEAR_2024: readonly CalendarDay[] = [
  holiday('2024-01-01', 'newYear', CODE_2019),
  // Mùng 1 is Saturday 10 February; 10 and 11 fall on the weekend.
  holiday('2024-02-08', 'tet', NOTICE_2024),
  holiday('2024-02-09', 'tet', NOTICE_2024),
  holiday('2024-02-10', 'tet', NOTICE_2024),
  holiday('2024-02-11', 'tet', NOTICE_2024),
  holiday('2024-02-12', 'tet', NOTICE_2024),
  inLieu('2024-02-13', 'tet', NOTICE_2024),
  inLieu('2024-02-14', 'tet', NOTICE_2024),
  holiday('2024-04-18', 'kings', CODE_2019),
  ...swap('2024-04-29', '2024-05-04', SWAP_2024),
  holiday('2024-04-30', 'victory', CODE_2019),
  holiday('2024-05-01', 'labour', CODE_2019),
  holiday('2024-09-02', 'national', CODE_2019),
  holiday('2024-09-03', 'nationalNext', NOTICE_2024),
]

export const YEAR_2025: readonly CalendarDay[] = [
  holiday('2025-01-01', 'newYear', CODE_2019),
  // Mùng 1 is Wednesday 29 January.
  holiday('2025-01-27', 'tet', NOTICE_2025),
  holiday('2025-01-28', 'tet', NOTICE_2025),
  holiday('2025-01-29', 'tet', NOTICE_2025),
  holiday('2025-01-30', 'tet', NOTICE_2025),
  holiday('2025-01-31', 'tet', NOTICE_2025),
  holiday('2025-04-07', 'kings', CODE_2019),
  holiday('2025-04-30', 'victory', CODE_2019),
  holiday('2025-05-01', 'labour', CODE_2019),
  ...swap('2025-05-02', '2025-04-26', NOTICE_2025),
  holiday('2025-09-01', 'nationalNext', NOTICE_2025),
  holiday('2025-09-02', 'national', CODE_2019),
]

export const YEAR_2026: readonly CalendarDay[] = [
  holiday('2026-01-01', 'newYear', CODE_2019),
  ...swap('2026-01-02', '2026-01-10', SWAP_NEW_YEAR_2026),
  // Mùng 1 is Tuesday 17 February.
  holiday('2026-02-16', 'tet', NOTICE_2026),
  holiday('2026-02-17', 'tet', NOTICE_2026),
  holiday('2026-02-18', 'tet', NOTICE_2026),
  holiday('2026-02-19', 'tet', NOTICE_2026),
  holiday('2026-02-20', 'tet', NOTICE_2026),
  holiday('2026-04-26', 'kings', CODE_2019),
  inLieu('2026-04-27', 'kings', CODE_2019_IN_LIEU),
  holiday('2026-04-30', 'victory', CODE_2019),
  holiday('2026-05-01', 'labour', CODE_2019),
  ...swap('2026-08-31', '2026-08-22', NOTICE_2026),
  holiday('2026-09-01', 'nationalNext', NOTICE_2026),
  holiday('2026-09-02', 'national', CODE_2019),
  // An exchange of 23 November for 28 November was proposed; it stands here when it is found decreed.
  holiday('2026-11-24', 'culture', CULTURE_DAY),
]

export const YEAR_2027: readonly CalendarDay[] = [
  holiday('2027-01-01', 'newYear', CODE_2019),
  // Mùng 1 is Saturday 6 February. Two spans were put to the Prime Minister and neither was found decreed: these are
  // the last day of the old year, four of the new one, and the days in lieu of the weekend.
  ...provisional([
    holiday('2027-02-05', 'tet', NOT_YET_DECREED),
    holiday('2027-02-06', 'tet', NOT_YET_DECREED),
    holiday('2027-02-07', 'tet', NOT_YET_DECREED),
    holiday('2027-02-08', 'tet', NOT_YET_DECREED),
    holiday('2027-02-09', 'tet', NOT_YET_DECREED),
    inLieu('2027-02-10', 'tet', NOT_YET_DECREED),
    inLieu('2027-02-11', 'tet', NOT_YET_DECREED),
  ]),
  holiday('2027-04-16', 'kings', CODE_2019),
  holiday('2027-04-30', 'victory', CODE_2019),
  holiday('2027-05-01', 'labour', CODE_2019),
  inLieu('2027-05-03', 'labour', CODE_2019_IN_LIEU),
  holiday('2027-09-02', 'national', CODE_2019),
  ...provisional([holiday('2027-09-03', 'nationalNext', NOT_YET_DECREED)]),
  holiday('2027-11-24', 'culture', CULTURE_DAY),
]
