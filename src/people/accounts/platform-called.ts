/** A platform as people call it. */
export const platformCalled = (platform: string): string => platform.charAt(0).toUpperCase() + platform.slice(1)
