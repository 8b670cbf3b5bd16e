/** What people read of schedule in Vietnamese, the source. */
export const scheduleTexts = {}
