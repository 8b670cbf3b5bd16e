// @ts-check
import { el, fill } from '../dom.js'
import { speech } from '../texts.js'

/** What the server takes: of one file, of the files of one message, and of all of them together. In bytes. */
export const most = { bytes: 20 * 1024 * 1024, files: 10, together: 60 * 1024 * 1024 }

/** @type {Map<string, File[]>} what each person of this tab has chosen: it outlives a change of language */
const chosenBy = new Map()

/** Nothing of the person stays here. @param {string} user */
export const forgetChosen = (user) => void chosenBy.delete(user)

/**
 * The files that go with what is typed: a button to choose some, and each of them with a way to take it away. What cannot be
 * sent is said and not taken. Their bytes are held until they are sent, whatever becomes of the files meanwhile.
 * @param {{ user: string, changed: () => void, complain: (text: string | undefined) => void }} world
 */
export function createAttachments(world) {
  const { words } = speech
  let locked = false
  /** @type {Promise<void>} what is being read */
  let reading = Promise.resolve()
  const list = el('ul', { class: 'chosen', 'aria-label': words.chosenFiles, hidden: true })
  const picker = el('input', { type: 'file', multiple: true, hidden: true, 'aria-label': words.attach, onchange: pick })
  const button = el(
    'button',
    { type: 'button', class: 'button plain attach', onclick: () => locked || picker.click() },
    [words.attach],
  )
  const files = () => chosenBy.get(world.user) ?? []

  function pick() {
    const picked = [...(picker.files ?? [])]
    // The same file may be chosen again.
    picker.value = ''
    void add(picked)
  }

  /** @param {readonly File[]} more */
  function add(more) {
    if (locked) return reading
    reading = reading.then(() => take(more))
    return reading
  }

  /** @param {readonly File[]} more */
  async function take(more) {
    /** @type {string[]} */
    const wrong = []
    for (const file of more) {
      const why = refused(file) ?? (await kept(file))
      if (why !== undefined && !wrong.includes(why)) wrong.push(why)
    }
    draw()
    world.changed()
    world.complain(wrong.length === 0 ? undefined : wrong.join(' '))
  }

  /** @param {File} file */
  function refused(file) {
    if (file.size > most.bytes) return words.fileTooLarge(nameOf(file), speech.size(most.bytes))
    if (files().length >= most.files) return words.tooManyFiles(most.files)
    const together = files().reduce((sum, { size }) => sum + size, file.size)
    return together > most.together ? words.tooMuchTogether(speech.size(most.together)) : undefined
  }

  /** A folder, and what is gone since, cannot be read. @param {File} file */
  async function kept(file) {
    try {
      const { name, type, lastModified } = file
      const copy = new File([await file.arrayBuffer()], name, { type, lastModified })
      chosenBy.set(world.user, [...files(), copy])
      return undefined
    } catch {
      return words.unreadable(nameOf(file))
    }
  }

  /** @param {File} file */
  function takeAway(file) {
    if (locked) return
    const at = files().indexOf(file)
    chosenBy.set(
      world.user,
      files().filter((each) => each !== file),
    )
    draw()
    world.changed()
    world.complain(undefined)
    // To what stands in its place now, or to where files are chosen.
    const next = list.querySelectorAll('button')[Math.min(at, files().length - 1)]
    const focus = next ?? button
    focus.focus()
  }

  function draw() {
    list.hidden = files().length === 0
    fill(
      list,
      files().map((file) =>
        el('li', {}, [
          el('span', { class: 'name' }, [nameOf(file)]),
          el('span', { class: 'small' }, [speech.size(file.size)]),
          el(
            'button',
            {
              type: 'button',
              class: 'button quiet',
              'aria-label': words.takeAway(nameOf(file)),
              onclick: () => takeAway(file),
            },
            [words.takeAwayShort],
          ),
        ]),
      ),
    )
  }

  draw()
  return {
    list,
    button,
    picker,
    add,
    files,
    names: () => files().map(nameOf),
    /** Resolves when all that was chosen is held. */
    ready: () => reading,
    sent() {
      chosenBy.delete(world.user)
      draw()
    },
    /** While they are sent they stay as they are. @param {boolean} on */
    busy(on) {
      locked = on
      for (const each of [button, ...list.querySelectorAll('button')]) each.setAttribute('aria-disabled', String(on))
    },
  }
}

/** A pasted picture may have none. @param {{ name: string }} file */
export const nameOf = ({ name }) => (name.trim() === '' ? speech.words.unnamedFile : name)

/** By what a file is the same when it is sent again. @param {File} file */
export const markOf = ({ name, size, lastModified }) => [name, size, lastModified]
