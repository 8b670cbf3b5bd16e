/** What people read of moves in Vietnamese, the source. */
export const movesTexts = {}
