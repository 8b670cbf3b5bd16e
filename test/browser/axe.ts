import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

/** A phone, a laptop, a large screen. */
const widths = [360, 1280, 1920]

const Found = z.array(
  z.object({
    id: z.string(),
    help: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
)

/**
 * What axe finds wrong with the page as it stands, in windows of three widths: one line for each element and rule, none
 * when all is well. Every rule is asked, also the best practices, those for trial and those of level AAA, but for
 * `notAsked`.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  const given = page.viewportSize()
  const faults = new Map<string, number[]>()
  await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 860 })
    const found = Found.parse(await page.evaluate(run))
    for (const { id, help, nodes } of found)
      for (const { html, failureSummary } of nodes) {
        const fault = `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary?.slice(0, 300)}`
        faults.set(fault, [...(faults.get(fault) ?? []), width])
      }
  }
  if (given !== null) await page.setViewportSize(given)
  return [...faults].map(([fault, at]) => `${fault}\n  at ${at.join(', ')}`)
}

/**
 * Rules that are not asked, and why: AAA asks for a contrast of 7 to 1 that no office's page has to have
 * (`color-contrast`, 4.5 to 1, is asked).
 */
const notAsked = ['color-contrast-enhanced']

const run = `(async () => {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]))
  for (const rule of ${JSON.stringify(notAsked)}) rules[rule] = { enabled: false }
  // What a bar lies over for the moment can be scrolled clear of it: see keyboard.browser.ts.
  const bars = document.querySelectorAll('.top, .composer')
  for (const bar of bars) bar.style.position = 'static'
  const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] })
  for (const bar of bars) bar.style.position = ''
  return violations.map(({ id, help, nodes }) => ({ id, help, nodes }))
})()`
