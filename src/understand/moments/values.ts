export type Unit = 'minute' | 'hour' | 'day' | 'working-day' | 'week' | 'month' | 'quarter' | 'year'

/** Local to the committee's zone: `day` YYYY-MM-DD, `time` HH:MM (24 h). */
export type Point = { readonly day: string; readonly time?: string }

export type MomentValue =
  /** One day, maybe with its hour; `or`: the other reading of a day such as 7/10 in an English sentence; `endTime`: 22/06 08:00-11:30 */
  | {
      readonly kind: 'day'
      readonly day: string
      readonly time?: string
      readonly endTime?: string
      readonly or?: string
    }
  /** An hour without a day (not beside one). */
  | { readonly kind: 'time'; readonly time: string; readonly endTime?: string }
  /** "từ … đến …", "22-26 June", "from 22/06 08:00 to 24/06 17:00", "8-12/6": both ends said. */
  | { readonly kind: 'range'; readonly from: Point; readonly to: Point }
  /** A week, month, quarter, year, part of one (giữa tháng 7), "hai tuần tới", "7 ngày tới", "weekend": days, both included. */
  | {
      readonly kind: 'period'
      readonly from: string
      readonly to: string
      readonly of: Unit
      /** 2020-Q3 */
      readonly quarter?: string
    }
  /** "3 ngày", "two weeks", "20 ngày làm việc", "nửa tháng" (0.5), "vài ngày" (no count: said, not how many). */
  | { readonly kind: 'duration'; readonly count?: number; readonly unit: Unit }
  /** What no calendar has: 31/06, tháng 13, 25h. */
  | { readonly kind: 'wrong' }

/** `back`: somebody is back then, so that what they were away for has ended before. */
export type Mark = 'from' | 'until' | 'to' | 'before' | 'after' | 'within' | 'more' | 'each' | 'back'

export type Moment = {
  /** Word places in the sentence, `end` exclusive; the mark's words are included. */
  readonly start: number
  readonly end: number
  readonly value: MomentValue
  /** What the words before it say that it is to the sentence; on, at and in say nothing. */
  readonly mark?: Mark
  /** The word behind what is said right behind it not to be meant: "at nine, not ten", "25/6 thay vì 26/6". */
  readonly rejectedTo?: number
}

export type When = {
  /** YYYY-MM-DD */
  readonly today: string
  /** HH:MM */
  readonly now?: string
  /** What a day without its year is about; `coming` where it is not given. */
  readonly meant?: 'coming' | 'past' | 'either'
  /** The year of a day, month or quarter said without one; else the nearest that can be meant. */
  readonly year?: number
}
