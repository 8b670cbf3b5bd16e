import type { Locator } from 'playwright-core'
import type { Answers, FilesGiven, ShownField } from './driver.ts'

/** Answers questions of a form in the page by their labels, as somebody with a mouse does, and sends it. */
export async function fillIn(
  form: Locator,
  fields: readonly ShownField[],
  answers: Answers,
  files: FilesGiven = {},
): Promise<void> {
  for (const [label, { name = '', mediaType = '', bytes = new Uint8Array(1) }] of Object.entries(files)) {
    const at = fields.findIndex((field) => field.label === label)
    const input = form.locator('.field').nth(at).locator('input[type=file]')
    await input.setInputFiles({ name, mimeType: mediaType, buffer: Buffer.from(bytes) })
  }
  for (const [label, answer] of Object.entries(answers)) {
    const at = fields.findIndex((field) => field.label === label)
    if (at === -1) throw new Error(`not asked: ${label}`)
    await answerOne(form.locator('.field').nth(at), fields[at]?.options ?? [], answer)
  }
  await form.locator('button[type=submit]').click()
}

/** Types words into a picker and reads what is shown for them once the server has said. */
export async function lookFor(
  form: Locator,
  fields: readonly ShownField[],
  label: string,
  typed: string,
): Promise<readonly string[]> {
  const field = form.locator('.field').nth(fields.findIndex((each) => each.label === label))
  await search(field, typed)
  const said = (await field.locator('.combobox [role=status]').textContent()) ?? ''
  return [said, ...(await field.locator('[role=option]').allTextContents())]
}

async function search(field: Locator, typed: string): Promise<void> {
  const answered = field.page().waitForResponse((response) => response.url().endsWith('/web/options'))
  await field.locator('[role=combobox]').fill(typed)
  await (await answered).finished()
  // What was found is drawn with what is said of it.
  await field.locator('.combobox [role=status]:not(:empty)').waitFor()
}

/** Each is picked where it is offered by that label; else it stays as it was typed, which only the last one can. */
async function pick(field: Locator, answers: readonly string[]): Promise<void> {
  const several = (await field.locator('.picked').count()) > 0
  while (several && (await field.locator('.picked button').count()) > 0)
    await field.locator('.picked button').first().click()
  for (const answer of answers) {
    await search(field, answer)
    const option = field.getByRole('option', { name: answer, exact: true })
    if ((await option.count()) > 0) await option.click()
  }
}

async function answerOne(field: Locator, options: readonly string[], answer: Answers[string]): Promise<void> {
  const boxes = field.locator('input[type=radio], input[type=checkbox]')
  if ((await boxes.count()) === 0) {
    const select = field.locator('select')
    const searched = field.locator('[role=combobox]')
    if ((await field.locator('.picker').count()) > 0) await pick(field, [answer].flat())
    else if ((await searched.count()) > 0) {
      await searched.fill(String(answer))
      await field.locator('[role=option]').first().click()
    } else if ((await select.count()) > 0) await select.selectOption({ label: String(answer) })
    else await field.locator('input, textarea').fill(String(answer))
    return
  }
  for (const [at, option] of options.entries()) {
    const wanted = [answer].flat().includes(option)
    // Radio buttons are left by choosing another.
    if (wanted || (await boxes.nth(at).getAttribute('type')) === 'checkbox') await boxes.nth(at).setChecked(wanted)
  }
}
