/** What people read of teams in Vietnamese, the source. */
export const teamsTexts = {}
