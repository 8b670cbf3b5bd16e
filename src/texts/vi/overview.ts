/** What people read of overview in Vietnamese, the source. */
export const overviewTexts = {}
