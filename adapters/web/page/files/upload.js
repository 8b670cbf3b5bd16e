// @ts-check

/** A connection that stands still for so long has broken; a slow one goes on. */
const stillMs = 60_000

/**
 * Posts what was said with its files; `progress` hears what part of it has gone out, from 0 to 1. By XMLHttpRequest, since
 * fetch tells nothing of that. Rejects where no answer came.
 * @param {string} path @param {FormData} body @param {Record<string, string>} headers @param {(part: number) => void} progress
 * @returns {Promise<Response>}
 */
export function upload(path, body, headers, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let still
    const moves = () => {
      clearTimeout(still)
      still = setTimeout(() => request.abort(), stillMs)
    }
    request.open('POST', path)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => {
      moves()
      progress(total > 0 ? loaded / total : 1)
    }
    request.onload = () => resolve(new Response(request.responseText, { status: request.status }))
    request.onerror = () => reject(new Error('no answer'))
    request.onabort = () => reject(new Error('no answer'))
    request.onloadend = () => clearTimeout(still)
    moves()
    request.send(body)
  })
}
