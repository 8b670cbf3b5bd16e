/** What people read of calendar-link in Vietnamese, the source. */
export const calendarLinkTexts = {}
