import { describe, expect, test } from 'vitest'
import { printed } from './printed.ts'

type Case = readonly [typed: string, expected: string]

const days: readonly Case[] = [
  ['on 22 June', '2020-06-22'],
  ['July 3rd', '2020-07-03'],
  ['7th of July', '2020-07-07'],
  ['July 7th, 2020 at 5:30 pm', '2020-07-07 17:30'],
  ['the 25th', '2020-06-25'],
  ['the twenty-fifth of June', '2020-06-25'],
  ['tomorrow', '2020-06-17'],
  ['the day after tomorrow', '2020-06-18'],
  ['next Thursday', '2020-06-25'],
  ['this Thursday', '2020-06-18'],
  ['coming Monday', '2020-06-22'],
  ['Friday', '2020-06-19'],
  ['Thursday next week', '2020-06-25'],
  ['Monday, 22 June', '2020-06-22'],
  ['move KT-1 to Mon', 'to 2020-06-22'],
  ['in 3 days', '2020-06-19'],
  ['in two weeks', '2020-06-30'],
  ['launch a round on the land database, deadline in two weeks', '2020-06-30'],
  ['3 days ago', '2020-06-13'],
  ['the schedule on 7/10', '2020-10-07 or 2020-07-10'],
  ['team 4 to visit State Bank of Vietnam on 07/01/2020 at noon', '2020-01-07 12:00 or 2020-07-01'],
  ['move KT-12 to 15/06', 'to 2020-06-15'],
  ['extend the decree to 6/22', 'to 2020-06-22'],
  ['move it to 7/7', 'to 2020-07-07'],
  ['second visit by team 1, 10 July', '2020-07-10'],
  ['tomorrow, 9 sharp', '2020-06-17 09:00'],
  ['between 22 and 30 June', '2020-06-22 .. 2020-06-30'],
  ['the schedule for 7/13/2020', '2020-07-13'],
]

const hours: readonly Case[] = [
  ['5pm', '17:00'],
  ['5 p.m.', '17:00'],
  ['2.30pm', '14:30'],
  ['noon', '12:00'],
  ['could we say 10.30', '10:30'],
  ['half past eight', '08:30'],
  ['at 9', '09:00'],
  ['at nine', '09:00'],
  ["8 o'clock", '08:00'],
  ['2 in the afternoon', '14:00'],
  ['remind me tomorrow at 9 about ND-DLCN', '2020-06-17 09:00'],
  ['tomorrow afternoon at 2', '2020-06-17 14:00'],
  ['Please extend the decree round to 3 July 5 pm', 'to 2020-07-03 17:00'],
  ['Reschedule KT-3 to next Tuesday 9:00-11:30', 'to 2020-06-23 09:00-11:30'],
  ['move KT-1 to 24 June 2 pm', 'to 2020-06-24 14:00'],
  ['due July 3rd COB', '2020-07-03 17:00'],
  ['by EOD Friday', 'until 2020-06-19 17:00'],
  ['by end of day', 'until 17:00'],
  ['closing next Thursday 17:00', '2020-06-25 17:00'],
  ['with a deadline of 26 June at 5pm please', '2020-06-26 17:00'],
  ['could we move KT-1 to the 25th at 10 am?', 'to 2020-06-25 10:00'],
  ['from 9 to 11:30 on 22 June', '2020-06-22 09:00-11:30'],
  ['2-4 pm on Friday', '2020-06-19 14:00-16:00'],
  ['12 am', '00:00'],
  ['13 pm', 'wrong'],
]

const ranges: readonly Case[] = [
  ['on leave 22-26 June', '2020-06-22 .. 2020-06-26'],
  ['June 22 to 26', '2020-06-22 .. 2020-06-26'],
  ['from 22/06 08:00 to 24/06 17:00', '2020-06-22 08:00 .. 2020-06-24 17:00'],
  ['from 6/22 to 7/3', '2020-06-22 .. 2020-07-03'],
  ['visits between 6/22 and 6/26', '2020-06-22 .. 2020-06-26'],
  ['from 30 June to 7 July', '2020-06-30 .. 2020-07-07'],
  ['Plan a visit of team 1 to Bac Ninh, 29-30 June, starting at 8:30', '2020-06-29 08:30 .. 2020-06-30'],
  ['from Monday to Friday next week', '2020-06-22 .. 2020-06-26'],
  ['from tomorrow until Friday', '2020-06-17 .. 2020-06-19'],
  ['from now to 30 June', '2020-06-16 .. 2020-06-30'],
  ['from June to July', '2020-06-01 .. 2020-07-31'],
  ['22 and 24 June', '2020-06-22; 2020-06-24'],
]

const periods: readonly Case[] = [
  ['next week', 'week 2020-06-22 .. 2020-06-28'],
  ['the week after next', 'week 2020-06-29 .. 2020-07-05'],
  ['this weekend', 'week 2020-06-20 .. 2020-06-21'],
  ['end of next week', 'week 2020-06-26 .. 2020-06-28'],
  ['by the end of next week', 'until 2020-06-28'],
  ['until the end of July', 'until 2020-07-31'],
  ['last week of June', 'month 2020-06-24 .. 2020-06-30'],
  ['postpone to the week of 22 June', 'to week 2020-06-22 .. 2020-06-28'],
  ['mid-July', 'month 2020-07-11 .. 2020-07-21'],
  ['early next month', 'month 2020-07-01 .. 2020-07-10'],
  ['in July', 'month 2020-07-01 .. 2020-07-31'],
  ['in May', 'month 2020-05-01 .. 2020-05-31'],
  ["what's on the plan for Q3?", 'quarter 2020-07-01 .. 2020-09-30 2020-Q3'],
  ['2020-Q3', 'quarter 2020-07-01 .. 2020-09-30 2020-Q3'],
  ['the second quarter', 'quarter 2020-04-01 .. 2020-06-30 2020-Q2'],
  ['next two weeks', 'week 2020-06-16 .. 2020-06-30'],
  ['next 7 days', 'day 2020-06-16 .. 2020-06-23'],
  ['next year', 'year 2021-01-01 .. 2021-12-31'],
]

const durations: readonly Case[] = [
  ['postpone by two days', 'more 2 day'],
  ['within 10 working days', 'within 10 working-day'],
  ['for a week', '1 week'],
  ['another week', 'more 1 week'],
  ['shift the Thai Binh visit two days later', 'more 2 day'],
  ['shift it a week earlier', '-1 week'],
  ['give the decree 3 more working days', 'more 3 working-day'],
  ['3 more days', 'more 3 day'],
  ['a few days', 'some day'],
  ['two weeks', '2 week'],
  ['in 2 hours', 'after 2 hour'],
  ['every week', 'each 1 week'],
  ['every Monday', 'each 2020-06-22'],
]

const marks: readonly Case[] = [
  ['until 30 June', 'until 2020-06-30'],
  ['can I get an extension until Friday for ND-DLCN?', 'until 2020-06-19'],
  ['before 25 June', 'before 2020-06-25'],
  ['after 15 June', 'after 2020-06-15'],
  ['by 25 June', 'until 2020-06-25'],
  ['since Monday', 'from 2020-06-15'],
  ['push the deadline of ND-DLCN back to July 10', 'to 2020-07-10'],
]

const none: readonly Case[] = [
  ['you may agree', ''],
  ['may I ask', ''],
  ['The draft of Article 5 is fine', ''],
  ['the visit KT-1 is done, report no. 45/BC-CPDT', ''],
  ['Art. 12 contradicts the Law on Cybersecurity', ''],
  ['at 9 ministries', ''],
  ['team 3 next week', 'week 2020-06-22 .. 2020-06-28'],
  ['close ND-DLCN now', ''],
  ['remind everyone', ''],
  ['the 2nd round', ''],
  ['give them another 3 days', 'more 3 day'],
  ['are there any public holidays', ''],
]

describe.each([
  ['days', days],
  ['hours', hours],
  ['ranges', ranges],
  ['periods', periods],
  ['durations', durations],
  ['words before', marks],
  ['what is none', none],
])('%s', (_, cases) => {
  test.each(cases)('%s', (typed, expected) => {
    expect(printed(typed)).toBe(expected)
  })
})
