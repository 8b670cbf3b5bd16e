import { createServer } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fileRoute } from '../../src/server/file-route.ts'
import { portOf } from '../support/listening.ts'

const token = `${'A-_'.repeat(14)}x`
const page = {
  name: 'bang-tong-hop-nd-dlcn-dot-1.html',
  mediaType: 'text/html' as const,
  bytes: Buffer.from('<p>Điều 5</p>'),
}

let origin: string
let stop: () => Promise<void>
let logged: string[]
beforeEach(async () => {
  logged = []
  const route = fileRoute(
    async (asked) => {
      if (asked === 'b'.repeat(43)) throw new Error('broken')
      return asked === token ? page : undefined
    },
    { error: (facts, event) => void logged.push(`${event} ${JSON.stringify(facts)}`) },
  )
  const server = createServer((request, response) => void route.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${portOf(server.address())}`
  stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})
afterEach(() => stop())

it('gives the document to be saved, and so that no browser takes it for a page of ours or keeps it', async () => {
  const response = await fetch(`${origin}/files/${token}/${page.name}`)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': `attachment; filename="${page.name}"`,
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  expect(await response.text()).toBe('<p>Điều 5</p>')
})

it('answers every token that is none, and every path beside it, as if there were nothing', async () => {
  const paths = [`/files/${'c'.repeat(43)}/a.docx`, `/files/short/a.docx`, `/files/${token}`, `/files/${token}/../a`]
  for (const path of paths) expect((await fetch(`${origin}${path}`)).status, path).toBe(404)
})

it('says that a document cannot be made now, and logs why without the key', async () => {
  const response = await fetch(`${origin}/files/${'b'.repeat(43)}/a.docx`)
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
  expect(logged).toHaveLength(1)
  expect(logged.join()).not.toContain('bbbb')
})
