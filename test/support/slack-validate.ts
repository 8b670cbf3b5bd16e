/**
 * Checks blocks and views against the limits that Slack documents. There is no official schema of Block Kit, and no
 * stand-in checks it; the figures are written out here on their own, so that a wrong one in the adapter shows.
 * Returns what is wrong, with its path; empty when Slack would take it.
 */
export function validateMessage(message: { text?: unknown; blocks?: unknown }): string[] {
  const wrong: string[] = []
  textWithin(wrong, 'text', message.text, 1, 40_000)
  if (typeof message.text === 'string' && /[<>]|&(?!(amp|lt|gt);)/.test(message.text)) wrong.push('text: not escaped')
  // What is posted may be rewritten, and chat.update counts bytes.
  const bytes = Buffer.byteLength(String(message.text))
  if (bytes > 4_000) wrong.push(`text: ${bytes} bytes`)
  const blocks = list(wrong, 'blocks', message.blocks, 1, 50)
  blocksWithin(wrong, 'blocks', blocks, 'message')
  const weight = blocks
    .filter((block) => at(block, 'type') !== 'table')
    .reduce<number>((sum, block) => sum + JSON.stringify(block).length, 0)
  if (weight > 12_000) wrong.push(`blocks: ${weight} characters together`)
  return wrong
}

export function validateView(view: unknown): string[] {
  const wrong: string[] = []
  const type = at(view, 'type')
  const blocks = list(wrong, 'blocks', at(view, 'blocks'), type === 'home' ? 0 : 1, 100)
  blocksWithin(wrong, 'blocks', blocks, 'view')
  if (type !== 'modal' && type !== 'home') wrong.push('type: neither modal nor home')
  if (type === 'modal') {
    plain(wrong, 'title', at(view, 'title'), 24)
    if (at(view, 'submit') !== undefined) plain(wrong, 'submit', at(view, 'submit'), 24)
    if (blocks.some((block) => at(block, 'type') === 'input') && at(view, 'submit') === undefined)
      wrong.push('submit: needed where there are inputs')
  }
  if (at(view, 'private_metadata') !== undefined)
    textWithin(wrong, 'private_metadata', at(view, 'private_metadata'), 0, 3000)
  if (at(view, 'callback_id') !== undefined) textWithin(wrong, 'callback_id', at(view, 'callback_id'), 1, 255)
  if (JSON.stringify(view).length > 250_000) wrong.push('the view is larger than 250 KB')
  return wrong
}

function blocksWithin(wrong: string[], path: string, blocks: readonly unknown[], surface: 'message' | 'view'): void {
  const blockIds = new Set<unknown>()
  const actionIds = new Set<unknown>()
  let tables = 0
  for (const [index, block] of blocks.entries()) {
    const here = `${path}/${index}`
    const id = at(block, 'block_id')
    if (id !== undefined) {
      textWithin(wrong, `${here}/block_id`, id, 1, 255)
      if (blockIds.has(id)) wrong.push(`${here}/block_id: twice`)
      blockIds.add(id)
    }
    const type = at(block, 'type')
    if (type === 'header') plain(wrong, `${here}/text`, at(block, 'text'), 150)
    else if (type === 'context') {
      for (const element of list(wrong, `${here}/elements`, at(block, 'elements'), 1, 10))
        plain(wrong, `${here}/elements`, element, 2000)
    } else if (type === 'rich_text') richText(wrong, here, block)
    else if (type === 'actions') {
      for (const [nth, element] of list(wrong, `${here}/elements`, at(block, 'elements'), 1, 25).entries()) {
        const action = at(element, 'action_id')
        textWithin(wrong, `${here}/elements/${nth}/action_id`, action, 1, 255)
        if (actionIds.has(action)) wrong.push(`${here}/elements/${nth}/action_id: twice`)
        actionIds.add(action)
        control(wrong, `${here}/elements/${nth}`, element)
      }
    } else if (type === 'section') {
      plain(wrong, `${here}/text`, at(block, 'text'), 3000)
      const action = at(at(block, 'accessory'), 'action_id')
      textWithin(wrong, `${here}/accessory/action_id`, action, 1, 255)
      if (actionIds.has(action)) wrong.push(`${here}/accessory/action_id: twice`)
      actionIds.add(action)
      control(wrong, `${here}/accessory`, at(block, 'accessory'))
    } else if (type === 'table') {
      tables += 1
      if (surface === 'view') wrong.push(`${here}: a table in a view`)
      if (tables > 1) wrong.push(`${here}: a second table`)
      table(wrong, here, block)
    } else if (type === 'input') {
      if (surface === 'message') wrong.push(`${here}: an input in a message`)
      input(wrong, here, block)
    } else if (type !== 'divider') wrong.push(`${here}: unknown type ${String(type)}`)
  }
}

function control(wrong: string[], path: string, element: unknown): void {
  const type = at(element, 'type')
  if (type === 'button') button(wrong, path, element)
  else if (type === 'static_select') {
    plain(wrong, `${path}/placeholder`, at(element, 'placeholder'), 150)
    for (const option of list(wrong, `${path}/options`, at(element, 'options'), 1, 100)) {
      plain(wrong, `${path}/option`, at(option, 'text'), 75)
      textWithin(wrong, `${path}/option/value`, at(option, 'value'), 1, 150)
    }
  } else wrong.push(`${path}: ${String(type)}`)
}

function button(wrong: string[], path: string, element: unknown): void {
  if (at(element, 'accessibility_label') !== undefined)
    textWithin(wrong, `${path}/accessibility_label`, at(element, 'accessibility_label'), 1, 75)
  plain(wrong, `${path}/text`, at(element, 'text'), 75)
  if (at(element, 'url') !== undefined) textWithin(wrong, `${path}/url`, at(element, 'url'), 1, 3000)
  if (at(element, 'value') !== undefined) textWithin(wrong, `${path}/value`, at(element, 'value'), 1, 2000)
  if (at(element, 'url') === undefined && at(element, 'value') === undefined) wrong.push(`${path}: does nothing`)
  const style = at(element, 'style')
  if (style !== undefined && style !== 'primary' && style !== 'danger') wrong.push(`${path}/style`)
}

function table(wrong: string[], path: string, block: unknown): void {
  let text = 0
  const rows = list(wrong, `${path}/rows`, at(block, 'rows'), 1, 100)
  const widths = new Set<number>()
  for (const row of rows) {
    const cells = list(wrong, `${path}/rows`, row, 1, 20)
    widths.add(cells.length)
    for (const cell of cells) {
      if (at(cell, 'type') !== 'raw_text') wrong.push(`${path}: a cell of another type`)
      textWithin(wrong, `${path}/cell`, at(cell, 'text'), 1, 10_000)
      text += String(at(cell, 'text')).length
    }
  }
  if (widths.size > 1) wrong.push(`${path}: rows of different lengths`)
  if (text > 10_000) wrong.push(`${path}: ${text} characters in all cells`)
  list(wrong, `${path}/column_settings`, at(block, 'column_settings'), 0, 20)
}

/** Texts only: an element of any other type could mention, link or show an emoji. */
function richText(wrong: string[], path: string, block: unknown): void {
  for (const element of list(wrong, `${path}/elements`, at(block, 'elements'), 1, 100)) {
    const type = at(element, 'type')
    const inner = list(wrong, `${path}/${String(type)}`, at(element, 'elements'), 1, 10_000)
    if (type === 'rich_text_list') for (const section of inner) texts(wrong, path, at(section, 'elements'))
    else if (type === 'rich_text_section' || type === 'rich_text_quote' || type === 'rich_text_preformatted')
      texts(wrong, path, inner)
    else wrong.push(`${path}: ${String(type)}`)
  }
}

function texts(wrong: string[], path: string, elements: unknown): void {
  for (const element of list(wrong, path, elements, 1, 10_000)) {
    if (at(element, 'type') !== 'text') wrong.push(`${path}: ${String(at(element, 'type'))} acts`)
    textWithin(wrong, `${path}/text`, at(element, 'text'), 1, 3000)
  }
}

function input(wrong: string[], path: string, block: unknown): void {
  plain(wrong, `${path}/label`, at(block, 'label'), 2000)
  if (at(block, 'hint') !== undefined) plain(wrong, `${path}/hint`, at(block, 'hint'), 2000)
  const element = at(block, 'element')
  const type = at(element, 'type')
  textWithin(wrong, `${path}/action_id`, at(element, 'action_id'), 1, 255)
  if (type === 'plain_text_input') {
    const most = at(element, 'max_length')
    if (typeof most !== 'number' || most < 1 || most > 3000) wrong.push(`${path}/max_length: ${String(most)}`)
    const initial = at(element, 'initial_value')
    if (initial !== undefined)
      textWithin(wrong, `${path}/initial_value`, initial, 1, typeof most === 'number' ? most : 3000)
    return
  }
  if (type === 'datepicker' || type === 'timepicker') {
    const initial = at(element, type === 'datepicker' ? 'initial_date' : 'initial_time')
    const form = type === 'datepicker' ? /^\d{4}-\d{2}-\d{2}$/ : /^([01]\d|2[0-3]):[0-5]\d$/
    if (initial !== undefined && !(typeof initial === 'string' && form.test(initial)))
      wrong.push(`${path}: ${String(initial)}`)
    return
  }
  if (type === 'file_input') {
    list(wrong, `${path}/filetypes`, at(element, 'filetypes'), 1, 100)
    const most = at(element, 'max_files')
    if (!(typeof most === 'number' && most >= 1 && most <= 10)) wrong.push(`${path}/max_files: ${String(most)}`)
    return
  }
  if (type === 'external_select' || type === 'multi_external_select') {
    const least = at(element, 'min_query_length')
    if (!(typeof least === 'number' && least >= 0)) wrong.push(`${path}/min_query_length: ${String(least)}`)
    const one = at(element, 'initial_option')
    const several = at(element, 'initial_options')
    const picked = several === undefined ? [] : list(wrong, `${path}/initial_options`, several, 1, 100)
    for (const option of one === undefined ? picked : [...picked, one]) anOption(wrong, path, option)
    return
  }
  const open = type === 'radio_buttons' || type === 'checkboxes'
  if (!open && type !== 'static_select' && type !== 'multi_static_select')
    return void wrong.push(`${path}: ${String(type)}`)
  const groups = at(element, 'option_groups')
  const all: unknown[] = []
  if (groups === undefined) all.push(...list(wrong, `${path}/options`, at(element, 'options'), 1, open ? 10 : 100))
  else {
    for (const group of list(wrong, `${path}/option_groups`, groups, 1, 100)) {
      plain(wrong, `${path}/group`, at(group, 'label'), 75)
      all.push(...list(wrong, `${path}/group/options`, at(group, 'options'), 1, 100))
    }
  }
  for (const option of all) anOption(wrong, path, option)
  const known = new Set(all.map((option) => JSON.stringify(option)))
  const initial =
    at(element, 'initial_options') ??
    (at(element, 'initial_option') === undefined ? [] : [at(element, 'initial_option')])
  for (const option of list(
    wrong,
    `${path}/initial`,
    initial,
    at(element, 'initial_options') === undefined ? 0 : 1,
    10_000,
  ))
    if (!known.has(JSON.stringify(option))) wrong.push(`${path}: an initial option that is not offered`)
}

function anOption(wrong: string[], path: string, option: unknown): void {
  plain(wrong, `${path}/option`, at(option, 'text'), 75)
  textWithin(wrong, `${path}/option/value`, at(option, 'value'), 1, 150)
}

/** What is wrong with an answer to what was typed into a menu that Slack fills by asking: a hundred options, or groups of such. */
export function validateSuggested(answer: unknown): string[] {
  const wrong: string[] = []
  const groups = at(answer, 'option_groups')
  if (groups === undefined) {
    for (const option of list(wrong, '/options', at(answer, 'options'), 0, 100)) anOption(wrong, '', option)
    return wrong
  }
  for (const group of list(wrong, '/option_groups', groups, 1, 100)) {
    plain(wrong, '/group', at(group, 'label'), 75)
    for (const option of list(wrong, '/group/options', at(group, 'options'), 1, 100)) anOption(wrong, '', option)
  }
  return wrong
}

function plain(wrong: string[], path: string, text: unknown, most: number): void {
  if (at(text, 'type') !== 'plain_text') wrong.push(`${path}: not plain text`)
  if (at(text, 'emoji') !== false) wrong.push(`${path}: turns :words: into pictures`)
  textWithin(wrong, path, at(text, 'text'), 1, most)
  if (String(at(text, 'text')).trim() === '') wrong.push(`${path}: blank`)
}

function textWithin(wrong: string[], path: string, text: unknown, least: number, most: number): void {
  if (typeof text !== 'string') return void wrong.push(`${path}: no text`)
  if (text.length < least || text.length > most)
    wrong.push(`${path}: ${text.length} characters, not ${least} to ${most}`)
  if (!text.isWellFormed()) wrong.push(`${path}: half a character`)
}

function list(wrong: string[], path: string, value: unknown, least: number, most: number): unknown[] {
  if (!Array.isArray(value)) {
    wrong.push(`${path}: no list`)
    return []
  }
  if (value.length < least || value.length > most) wrong.push(`${path}: ${value.length} items, not ${least} to ${most}`)
  return value
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Reflect.get(value, key)
}
