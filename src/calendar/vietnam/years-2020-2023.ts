import type { CalendarDay } from '../calendar.ts'
import { holiday, inLieu } from './rows.ts'
import {
  CODE_2012,
  CODE_2012_IN_LIEU,
  CODE_2019,
  CODE_2019_IN_LIEU,
  NOTICE_2021,
  NOTICE_2022,
  NOTICE_2023,
  TET_2020,
} from './sources.ts'

export const YEAR_2020: readonly CalendarDay[] = [
  holiday('2020-01-01', 'newYear', CODE_2012),
  // Mùng 1 is Saturday 25 January; 25 and 26 fall on the weekend.
  holiday('2020-01-23', 'tet', TET_2020),
  holiday('2020-01-24', 'tet', TET_2020),
  holiday('2020-01-25', 'tet', TET_2020),
  holiday('2020-01-26', 'tet', TET_2020),
  holiday('2020-01-27', 'tet', TET_2020),
  inLieu('2020-01-28', 'tet', `${CODE_2012_IN_LIEU}; ${TET_2020}`),
  inLieu('2020-01-29', 'tet', `${CODE_2012_IN_LIEU}; ${TET_2020}`),
  holiday('2020-04-02', 'kings', CODE_2012),
  holiday('2020-04-30', 'victory', CODE_2012),
  holiday('2020-05-01', 'labour', CODE_2012),
  // One day still: the second came with the Code of 2019, in force from 1 January 2021.
  holiday('2020-09-02', 'national', CODE_2012),
]

export const YEAR_2021: readonly CalendarDay[] = [
  holiday('2021-01-01', 'newYear', CODE_2019),
  // Mùng 1 is Friday 12 February; 13 and 14 fall on the weekend.
  holiday('2021-02-10', 'tet', NOTICE_2021),
  holiday('2021-02-11', 'tet', NOTICE_2021),
  holiday('2021-02-12', 'tet', NOTICE_2021),
  holiday('2021-02-13', 'tet', NOTICE_2021),
  holiday('2021-02-14', 'tet', NOTICE_2021),
  inLieu('2021-02-15', 'tet', NOTICE_2021),
  inLieu('2021-02-16', 'tet', NOTICE_2021),
  holiday('2021-04-21', 'kings', CODE_2019),
  holiday('2021-04-30', 'victory', CODE_2019),
  holiday('2021-05-01', 'labour', CODE_2019),
  inLieu('2021-05-03', 'labour', CODE_2019_IN_LIEU),
  holiday('2021-09-02', 'national', CODE_2019),
  holiday('2021-09-03', 'nationalNext', NOTICE_2021),
]

export const YEAR_2022: readonly CalendarDay[] = [
  holiday('2022-01-01', 'newYear', CODE_2019),
  inLieu('2022-01-03', 'newYear', CODE_2019_IN_LIEU),
  // Mùng 1 is Tuesday 1 February.
  holiday('2022-01-31', 'tet', NOTICE_2022),
  holiday('2022-02-01', 'tet', NOTICE_2022),
  holiday('2022-02-02', 'tet', NOTICE_2022),
  holiday('2022-02-03', 'tet', NOTICE_2022),
  holiday('2022-02-04', 'tet', NOTICE_2022),
  holiday('2022-04-10', 'kings', CODE_2019),
  inLieu('2022-04-11', 'kings', CODE_2019_IN_LIEU),
  holiday('2022-04-30', 'victory', CODE_2019),
  holiday('2022-05-01', 'labour', CODE_2019),
  inLieu('2022-05-02', 'victory', CODE_2019_IN_LIEU),
  inLieu('2022-05-03', 'labour', CODE_2019_IN_LIEU),
  holiday('2022-09-01', 'nationalNext', NOTICE_2022),
  holiday('2022-09-02', 'national', CODE_2019),
]

export const YEAR_2023: readonly CalendarDay[] = [
  holiday('2023-01-01', 'newYear', CODE_2019),
  inLieu('2023-01-02', 'newYear', CODE_2019_IN_LIEU),
  // Mùng 1 is Sunday 22 January; 21 and 22 fall on the weekend.
  holiday('2023-01-20', 'tet', NOTICE_2023),
  holiday('2023-01-21', 'tet', NOTICE_2023),
  holiday('2023-01-22', 'tet', NOTICE_2023),
  holiday('2023-01-23', 'tet', NOTICE_2023),
  holiday('2023-01-24', 'tet', NOTICE_2023),
  inLieu('2023-01-25', 'tet', NOTICE_2023),
  inLieu('2023-01-26', 'tet', NOTICE_2023),
  holiday('2023-04-29', 'kings', CODE_2019),
  holiday('2023-04-30', 'victory', CODE_2019),
  holiday('2023-05-01', 'labour', CODE_2019),
  inLieu('2023-05-02', 'kings', CODE_2019_IN_LIEU),
  inLieu('2023-05-03', 'victory', CODE_2019_IN_LIEU),
  holiday('2023-09-01', 'nationalNext', NOTICE_2023),
  holiday('2023-09-02', 'national', CODE_2019),
  inLieu('2023-09-04', 'national', NOTICE_2023),
]
