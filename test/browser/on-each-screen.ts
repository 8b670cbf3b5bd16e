import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { keepingLog } from '../support/quiet.ts'
import { launch, overflow, picture, playProcess, sitDown } from './stage.ts'

/** A whole process, and windows of one size in front of it. */
export type Stage = {
  /** Takes a seat of the sample in a tab of its own, by the name that stands on its button. */
  sit(name: string): ReturnType<typeof sitDown>
  /** Keeps a picture, numbered in the order in which they are taken; nothing may reach out of the window sideways. */
  look(page: Page, what: string): Promise<void>
  /** Lets so many hours go by. */
  hours(count: number): Promise<void>
}

/**
 * Plays a story in the windows of a desktop and of a phone, each time on a new process with the sample. `name` begins
 * the names of its pictures. At the end no page may have been at fault, and nothing may be logged as an error.
 */
export function onEachScreen(name: string, what: string, play: (stage: Stage) => Promise<void>): void {
  let browser: Browser
  let process: Awaited<ReturnType<typeof playProcess>>
  const { log, lines } = keepingLog()
  beforeAll(async () => {
    browser = await launch()
    return () => browser.close()
  })
  afterAll(() => expect(lines.filter((line) => line.level === 'error')).toEqual([]))
  beforeEach(async () => {
    process = await playProcess(log)
    return () => process.stop()
  })

  test.each([
    ['desktop', 1280],
    ['phone', 360],
  ] as const)(`${what}, on a %s`, async (screen, width) => {
    const context = await browser.newContext({ viewport: { width, height: 860 }, reducedMotion: 'reduce' })
    const faults: string[][] = []
    let shot = 0
    await play({
      async sit(seat) {
        const tab = await sitDown(context, process, seat)
        faults.push(tab.faults)
        return tab
      },
      async look(page, what) {
        shot += 1
        await picture(page, `${name}-${screen}-${String(shot).padStart(2, '0')}-${what}`)
        expect(await overflow(page)).toBe(0)
      },
      hours: (count) => process.hours(count),
    })
    expect(faults.flat()).toEqual([])
    expect(lines.filter((line) => line.level === 'error')).toEqual([])
    await context.close()
  })
}
