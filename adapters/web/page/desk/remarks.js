// @ts-check
import { el, fill } from '../dom.js'
import { sends } from '../keys.js'
import { speech } from '../texts.js'
import { placeNow } from './place.js'
import { drawBulk, undoBulk } from './remark-bulk.js'
import { RemarkRow } from './remark-row.js'
import { answeringOf, readAgain } from './remark-save.js'

/**
 * @typedef {import('./remark-save.js').Answering} Answering
 * @typedef {import('./remark-save.js').Said} Said
 * @typedef {import('../../../../src/contract/intent.ts').Intent} Intent
 */

/**
 * Rows that are answered one after another, by keyboard too. It stays while its page is read anew: see live.js.
 * @param {Answering} first @param {import('./draw.js').Deeds} deeds
 */
export function createAnswering(first, deeds) {
  const { words } = speech
  const heard = el('p', { class: 'answering-said small', role: 'status' })
  const list = el('ol', { class: 'remarks', role: 'list', 'aria-label': first.label })
  const none = el('p', { class: 'pad small' }, [first.none])
  /** @type {Map<string, RemarkRow>} */
  const rows = new Map()
  /** @type {({ row: RemarkRow, before: Said | undefined, after: Said | undefined } | { undo: Intent, row?: RemarkRow })[]} what was answered here, the last at the end */
  const done = []
  /** @type {RemarkRow | undefined} */
  let current
  /** @type {RemarkRow | undefined} what stood before is being put back in it */
  let undoing
  let undone = Promise.resolve()
  let newest = 0

  const place = placeNow() ?? {}
  const bulk = drawBulk(first, {
    ...{ deeds, tell, reread },
    rows: () => [...rows.values()].filter(({ box }) => box.checked),
    took: (undo) => done.push({ undo }),
    left: () => current?.focus(),
  })

  /** @type {import('./remark-row.js').World} */
  const world = {
    deeds,
    place,
    tell,
    took(row, before, undo) {
      if (row !== undoing) done.push(undo === undefined ? { row, before, after: row.data.answer } : { undo, row })
      tell(`${row.data.name}: ${row.status.textContent}`)
    },
    read(page, asked) {
      const part = answeringOf(page)
      if (part !== undefined) for (const data of part.rows) rows.get(data.id)?.update(data)
      // Whoever has gone to another page meanwhile stays there.
      if (asked < newest || !list.isConnected) return
      newest = asked
      deeds.reread(page)
    },
    chosen: () => bulk.show(),
  }

  /** The page as it stands now, with all its rows. */
  async function reread() {
    const { read, asked } = await readAgain(place)
    world.read(read, asked)
  }

  /** @param {string} said */
  function tell(said) {
    fill(heard, [said])
  }

  /** @param {Answering} part */
  function update(part) {
    if (part.some) {
      for (const data of part.rows) rows.get(data.id)?.update(data)
      return
    }
    const there = new Set(part.rows.map(({ id }) => id))
    /** @type {RemarkRow | undefined} */
    let before
    for (const data of part.rows) {
      const row = rows.get(data.id) ?? new RemarkRow(data, part, world)
      if (rows.has(data.id)) row.update(data)
      else if (before === undefined) list.append(row.node)
      else before.node.after(row.node)
      rows.set(data.id, row)
      before = row
    }
    // One that was answered stays where it stood, whatever the list asks for; one that is no more goes with its words kept.
    for (const [id, row] of rows) {
      if (there.has(id) || !row.waits || row.dirty) continue
      row.node.remove()
      rows.delete(id)
      if (row === current) current = undefined
    }
    order()
    none.hidden = rows.size > 0
    if (current === undefined) stand([...rows.values()].find((row) => row.waits) ?? [...rows.values()][0])
  }

  /** Rows are gone through as they stand. */
  function order() {
    const known = [...rows.entries()]
    const at = new Map([...list.children].map((node, place) => [node, place]))
    known.sort(([, one], [, other]) => (at.get(one.node) ?? 0) - (at.get(other.node) ?? 0))
    rows.clear()
    for (const [id, row] of known) rows.set(id, row)
  }

  /** Makes a row the one that keys are for. @param {RemarkRow | undefined} row */
  function stand(row) {
    if (row === undefined || row === current) return
    current?.node.removeAttribute('aria-current')
    current?.node.setAttribute('tabindex', '-1')
    current = row
    row.node.setAttribute('aria-current', 'true')
    row.node.setAttribute('tabindex', '0')
  }

  /** @param {RemarkRow | undefined} row */
  function goTo(row) {
    if (row === undefined) return
    stand(row)
    row.focus()
  }

  /** @param {1 | -1} by */
  function step(by) {
    const all = [...rows.values()]
    const at = current === undefined ? -1 : all.indexOf(current)
    goTo(document.activeElement === current?.node ? all[at + by] : (current ?? all[0]))
  }

  function nextOpen() {
    const all = [...rows.values()]
    const at = current === undefined ? -1 : all.indexOf(current)
    const next = [...all.slice(at + 1), ...all.slice(0, at)].find((row) => row.waits && !row.sending)
    if (next === undefined) tell(words.noneLeft)
    goTo(next ?? current)
  }

  /** Stores the row and goes on to the next at once; what then stops it is said in the row. */
  function saveAndGoOn() {
    const row = current
    if (row === undefined) return
    if (row.choice === '' || row.lacksWords()) {
      const why = row.choice === '' ? words.chooseFirst : words.wordsNeeded
      row.hold(why)
      tell(why)
      return
    }
    void row.save()
    nextOpen()
  }

  /** What stood before the last answer of this page is stored anew. What is still on its way there is the last. */
  async function undo() {
    for (const row of rows.values()) if (row.sending) await row.under
    const last = done.pop()
    if (last === undefined) return tell(words.nothingToUndo)
    if ('undo' in last) {
      goTo(last.row)
      return await undoBulk(deeds, last.undo, { tell, reread })
    }
    const { row, before, after } = last
    goTo(row)
    if (before === undefined) return tell(row.say(words.firstAnswer) ?? words.firstAnswer)
    const { answer } = row.data
    const ours = answer?.choice === after?.choice && answer?.words === after?.words
    row.take(before)
    // What somebody else has written since is theirs: both are shown.
    if (!ours && row.dirty) return row.contest()
    undoing = row
    const stored = await row.save()
    undoing = undefined
    if (stored) tell(words.undone(row.data.name))
  }

  /** @type {Record<string, () => void>} */
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    e: () => current?.editor?.words.focus(),
    // One after another, however often the key comes.
    u: () => {
      undone = undone.finally(undo)
    },
    x: () => {
      if (current === undefined || first.save === undefined) return
      current.box.checked = !current.box.checked
      bulk.show()
      tell(words.chosen([...rows.values()].filter(({ box }) => box.checked).length))
    },
    g: () => bulk.open(),
  }

  /** The empty words into which a number has just led: "e" after it, out of habit, is the key and no letter of an answer. */
  /** @type {HTMLElement | undefined} */
  let ledTo

  /** @param {KeyboardEvent} event */
  function onkey(event) {
    if (!list.isConnected) {
      document.removeEventListener('keydown', onkey)
      return
    }
    const { target } = event
    const led = ledTo
    ledTo = undefined
    if (!(target instanceof HTMLElement) || event.defaultPrevented) return
    if (
      target === led &&
      event.key === 'e' &&
      !event.isComposing &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey
    ) {
      event.preventDefault()
      return
    }
    const within = rows.size > 0 && list.contains(target)
    if (within && current !== undefined && target === current.editor?.words && event.key === 'Escape') {
      event.preventDefault()
      void current.save()
      current.focus()
      return
    }
    const elsewhere = target.closest('.talk, dialog, [role="dialog"], .top') !== null
    if (sends(event) && !elsewhere && (within || !isField(target))) {
      event.preventDefault()
      saveAndGoOn()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isField(target)) return
    // Keys are for the page, not for the conversation beside it or for what lies over both.
    if (elsewhere) return
    const choice = first.choices[Number(event.key) - 1]
    if (choice !== undefined && /^[1-9]$/.test(event.key)) {
      event.preventDefault()
      // Whoever has just come to the page stands nowhere yet.
      if (current !== undefined && !current.node.contains(target)) current.focus()
      current?.choose(choice.code)
      const words = current?.editor?.words
      ledTo = words !== undefined && words === document.activeElement ? words : undefined
      return
    }
    const deed = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined
    if (deed === undefined || (first.save === undefined && !'jk'.includes(event.key))) return
    event.preventDefault()
    deed()
  }
  document.addEventListener('keydown', onkey)
  list.addEventListener('focusin', ({ target }) => {
    const node = target instanceof Element ? target.closest('[data-row]') : null
    const row = node === null ? undefined : rows.get(node.getAttribute('data-row') ?? '')
    stand(row)
  })

  const node = el('div', { class: 'answering', 'data-live': 'answering' }, [
    drawKeys(first),
    bulk.node,
    none,
    list,
    heard,
  ])
  update(first)
  return { node, update }
}

/** What the keys do, for who looks. @param {Answering} part */
function drawKeys({ save, choices }) {
  const { words } = speech
  /** @param {readonly string[]} pressed @param {string} what */
  const key = (pressed, what) => el('li', {}, [...pressed.map((one) => el('kbd', {}, [one])), ` ${what}`])
  return el('ul', { class: 'keys small', 'aria-label': words.keys }, [
    key(['j', 'k'], words.keyRows),
    ...(save === undefined
      ? []
      : [
          key([`1–${choices.length}`], words.keyOutcome),
          key(['e'], words.keyWords),
          key(['Esc'], words.keyBack),
          key(['Ctrl', 'Enter'], words.keyNext),
          key(['x'], words.keyChoose),
          key(['g'], words.keyBulk),
          key(['u'], words.keyUndo),
        ]),
  ])
}

/** @param {HTMLElement} target */
const isField = (target) =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
  target.isContentEditable
