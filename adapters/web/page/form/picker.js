// @ts-check
import { el, fill } from '../dom.js'
import { folded } from '../fold.js'
import { options as ask } from '../server.js'
import { speech } from '../texts.js'
import { createFoundList } from './found-list.js'

/**
 * @typedef {import('../../../../src/contract/form.ts').Option} Option
 * @typedef {Extract<import('../../../../src/contract/form.ts').Field, { kind: 'pick' }>} Pick
 */

/** The server is asked after a pause of so long. */
const pauseMs = 200

/**
 * One, or several, of a directory that the server searches. What was typed and not picked is an answer as it stands: the
 * server understands it by the rule by which it searches.
 * @param {Pick} field @param {Record<string, string | boolean | undefined>} shape attributes of the input
 */
export function createPicker(field, shape) {
  const { words } = speech
  const several = field.several === true
  /** What the server has told of options so far, by value. @type {Map<string, Option>} */
  const known = new Map((field.value ?? []).map((option) => [option.value, option]))
  /** @type {readonly Option[]} */
  let picked = []
  let asked = 0
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause

  const chips = el('ul', { class: 'picked', hidden: true })
  const { input, nodes, show, close } = createFoundList(shape, {
    find(typed) {
      asked += 1
      const turn = asked
      clearTimeout(pause)
      pause = setTimeout(() => void look(typed, turn), typed === '' ? 0 : pauseMs)
    },
    heard() {
      if (!several) picked = []
    },
    typed: () => (several || picked.length === 0 ? input.value : ''),
    current: () => (several ? undefined : picked[0]),
    choose(option) {
      if (option !== undefined) take([option])
    },
    settle(shown) {
      const typed = folded(input.value)
      const [same] = typed === '' ? [] : shown.filter(({ label }) => folded(label) === typed)
      if (same !== undefined && (several || picked.length === 0)) take([same])
    },
  })

  /** @param {string} typed @param {number} turn */
  async function look(typed, turn) {
    try {
      const { options, said, more } = await ask(field.from, typed)
      for (const option of options) known.set(option.value, option)
      // Words that were typed since have a turn of their own.
      if (turn !== asked) return
      show(options, said ?? words.optionsFound(options.length + more, options.length), typed)
    } catch {
      if (turn === asked) show([], words.notLoaded, typed)
    }
  }

  /** @param {readonly Option[]} some */
  function take(some) {
    // A list that was pasted may name somebody twice.
    const all = new Map([...picked, ...some].map((option) => [option.value, option]))
    picked = several ? [...all.values()] : some
    input.value = several ? '' : (picked[0]?.label ?? '')
    draw()
  }

  function draw() {
    if (!several) return
    fill(
      chips,
      picked.map((option) =>
        el('li', {}, [
          el('span', {}, [option.label]),
          el(
            'button',
            {
              type: 'button',
              class: 'button plain',
              'aria-label': words.takeOut(option.label),
              onclick: () => drop(option),
            },
            ['×'],
          ),
        ]),
      ),
    )
    chips.hidden = picked.length === 0
  }

  /** @param {Option} option */
  function drop(option) {
    picked = picked.filter((one) => one !== option)
    draw()
    input.dispatchEvent(new Event('change', { bubbles: true }))
    input.focus()
  }

  /** Values of which only the answer is left (kept on the device) get their labels from the server. */
  async function name() {
    for (const { value } of picked.filter((option) => !known.has(option.value))) {
      const { options } = await ask(field.from, value)
      const same = options.find((option) => option.value === value)
      if (same === undefined) continue
      known.set(value, same)
      const isShown = !several && picked[0]?.value === value && input.value === value
      picked = picked.map((one) => (one.value === value ? same : one))
      if (isShown) input.value = same.label
    }
    draw()
  }

  // A list from elsewhere, one a line: an input of one line would run them together.
  input.addEventListener('paste', (event) => {
    const lines = (event.clipboardData?.getData('text/plain') ?? '').split(/\r?\n/).flatMap((line) => line.trim() || [])
    if (!several || lines.length < 2) return
    event.preventDefault()
    // What was typed before and is not replaced by it stays, as an answer of its own.
    const { value, selectionStart, selectionEnd } = input
    const before = `${value.slice(0, selectionStart ?? 0)}${value.slice(selectionEnd ?? value.length)}`
    take(lines.map((line) => known.get(line) ?? { value: line, label: line }))
    input.value = before.trim()
    close()
    input.dispatchEvent(new Event('change', { bubbles: true }))
    void name().catch(() => undefined)
  })

  return {
    input,
    node: el('div', { class: 'combobox picker' }, [several && chips, ...nodes]),
    read() {
      const typed = input.value.trim()
      if (!several) return picked[0]?.value ?? typed
      return [...picked.map(({ value }) => value), ...(typed === '' ? [] : [typed])]
    },
    /** @param {readonly string[]} values of options, or words that are none */
    write(values) {
      picked = values.map((value) => known.get(value) ?? { value, label: value })
      input.value = several ? '' : (picked[0]?.label ?? '')
      draw()
      close()
      void name().catch(() => undefined)
    },
  }
}
