import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { guards } from './respond.ts'

/** The scripts of the page: served as they lie in `page/`, there is no build step. */
export const scripts = [
  'app.js',
  'ask.js',
  'blocks.js',
  'chat/card.js',
  'chat/chat.js',
  'chat/composer.js',
  'chat/conversation.js',
  'chat/delivery.js',
  'chat/live.js',
  'chat/panel.js',
  'chat/past.js',
  'chat/recall.js',
  'covered.js',
  'desk/bar.js',
  'desk/calendar.js',
  'desk/chart.js',
  'desk/desk.js',
  'desk/drag.js',
  'desk/draw.js',
  'desk/find.js',
  'desk/hands-on.js',
  'desk/live.js',
  'desk/outline.js',
  'desk/parts.js',
  'desk/place.js',
  'desk/remark-bulk.js',
  'desk/remark-row.js',
  'desk/remark-save.js',
  'desk/remarks.js',
  'desk/spans.js',
  'desk/search.js',
  'desk/table.js',
  'desk/words.js',
  'dom.js',
  'files/attach.js',
  'files/dropped.js',
  'files/files.js',
  'files/upload.js',
  'fold.js',
  'form/combobox.js',
  'form/drafts.js',
  'form/fields.js',
  'form/form.js',
  'form/former.js',
  'form/found-list.js',
  'form/picker.js',
  'form/typing.js',
  'frame.js',
  'keys.js',
  'language.js',
  'print.js',
  'reader/find.js',
  'reader/form.js',
  'reader/mark.js',
  'reader/outline.js',
  'reader/reader.js',
  'reader/text.js',
  'seats.js',
  'server.js',
  'texts.js',
  'vietnamese.js',
] as const

/**
 * The sheets of `page/style/`, in the order in which they count. A browser gets them as one: a dozen answers over a slow
 * line would come later than one, and before the last of them nothing is drawn.
 */
export const styles = [
  'tokens.css',
  'base.css',
  'frame.css',
  'button.css',
  'conversation.css',
  'card.css',
  'form.css',
  'picker.css',
  'reader.css',
  'ways.css',
  'desk.css',
  'rows.css',
  'table.css',
  'desk-plan.css',
  'desk-outline.css',
  'desk-remarks.css',
  'desk-calendar.css',
  'print.css',
] as const

const types = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
} as const

/** A file as it is sent, by the tag of its bytes. */
type Form = { readonly body: Buffer; readonly etag: string }
type StaticFile = Form & { readonly type: string; readonly packed: Form }

/** Reads a file of the page once; `name` is one of ours, never something that came with a request. */
export function load(name: string, type: keyof typeof types): StaticFile {
  return asFile(read(name), type)
}

/** The sheets of the page as one file; a sheet that changes gives it another tag. */
export function loadStyle(): StaticFile {
  return asFile(Buffer.concat(styles.map((name) => read(`style/${name}`))), 'css')
}

const read = (name: string) => readFileSync(new URL(`./page/${name}`, import.meta.url))

function asFile(body: Buffer, type: keyof typeof types): StaticFile {
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  return { body, type: types[type], etag: `"${etag}"`, packed: { body: gzipSync(body), etag: `"${etag}-gz"` } }
}

/** Sends a file, packed where the browser takes that, or 304 to one that has it. Always asked for again, so that an upgrade is seen at once. */
export function serve(file: StaticFile, request: IncomingMessage, response: ServerResponse, status = 200) {
  const packs = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  const { body, etag } = packs ? file.packed : file
  const headers = {
    ...guards,
    ...{ 'content-type': file.type, 'cache-control': 'no-cache', etag, vary: 'accept-encoding' },
    ...(packs ? { 'content-encoding': 'gzip' } : {}),
  }
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers)
    response.end()
    return
  }
  response.writeHead(status, { ...headers, 'content-length': body.length })
  response.end(body)
}
