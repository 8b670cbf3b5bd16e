// @ts-check
import { el } from '../dom.js'
import { speech } from '../texts.js'

/**
 * @typedef {import('../../../../src/contract/reply.ts').File} File
 * @typedef {import('../../../../src/contract/reply.ts').LinkedFile} LinkedFile
 */

/**
 * The files that go with an answer as elements. `release` lets go of their bytes, once nobody can see them any more.
 * A file that cannot be read is left out: what it says stands in the answer as well.
 * @param {readonly File[]} files @param {readonly LinkedFile[]} [documents] what this server makes when it is fetched
 */
export function drawFiles(files, documents = []) {
  /** @type {string[]} */
  const addresses = []
  const nodes = files.flatMap((file) => {
    const bytes = bytesOf(file.base64)
    if (bytes === undefined) return []
    const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
    addresses.push(address)
    return [drawFile(file, bytes, address)]
  })
  const links = documents.map(({ path, name, alt }) =>
    el('p', { class: 'file' }, [drawLink(path, name, alt.trim() === '' ? name : alt)]),
  )
  const until = [...new Set(documents.map(({ expires }) => expires))]
  const notes = until.map((words) => el('p', { class: 'text subtle' }, [words]))
  return {
    nodes: [...nodes, ...links, ...notes],
    release() {
      for (const address of addresses) URL.revokeObjectURL(address)
    },
  }
}

/** @param {File} file @param {Uint8Array<ArrayBuffer>} bytes @param {string} address @returns {HTMLElement} */
function drawFile(file, bytes, address) {
  const { words } = speech
  const name = file.name.trim() === '' ? 'dondoc' : file.name
  const alt = file.alt.trim() === '' ? name : file.alt
  switch (file.mediaType) {
    case 'image/png':
      return el('figure', { class: 'file' }, [
        el('img', { src: address, alt, ...sizeOf(bytes) }),
        drawLink(address, name, words.downloadPicture(name)),
      ])
    case 'text/calendar':
      return el('figure', { class: 'file' }, [drawLink(address, name, words.downloadCalendar(alt))])
    default:
      // A server newer than this page: nothing is drawn rather than something wrong.
      return /** @satisfies {never} */ (file.mediaType)
  }
}

/** @param {string} address @param {string} name @param {string} label */
function drawLink(address, name, label) {
  return el('a', { class: 'button plain download', href: address, download: name }, [label])
}

/** @param {string} base64 */
function bytesOf(base64) {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** A PNG says at its beginning how large it is: its place is kept while it is drawn, and nothing below it jumps.
 * @param {Uint8Array<ArrayBuffer>} bytes */
function sizeOf(bytes) {
  if (bytes.length < 24) return {}
  const head = new DataView(bytes.buffer)
  return { width: head.getUint32(16), height: head.getUint32(20) }
}
