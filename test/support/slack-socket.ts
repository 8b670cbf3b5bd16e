import { createHash, randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'

/** The other end of Socket Mode: greets whoever connects, delivers payloads and hears the acknowledgements. */
export type SlackSocket = {
  /** Sends a payload to the newest connection; resolves with what its acknowledgement carries. */
  deliver(type: 'events_api' | 'interactive' | 'slash_commands', payload: object): Promise<unknown>
  close(): void
}

const text = 1
const closing = 8
const ping = 9
const pong = 10

/** Just enough of RFC 6455 for one side of a conversation in short, unfragmented frames. */
export function slackSocket(server: Server): SlackSocket {
  const waiting = new Map<string, (payload: unknown) => void>()
  const open = new Set<Duplex>()
  let newest: Duplex | undefined

  server.on('upgrade', (request, socket) => {
    const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`
    const accept = createHash('sha1').update(key).digest('base64')
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    open.add(socket)
    newest = socket
    let rest = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (let next = frame(rest); next !== undefined; next = frame(rest)) {
        rest = rest.subarray(next.length)
        if (next.opcode === ping) socket.write(framed(pong, next.payload))
        if (next.opcode === closing) socket.end(framed(closing, next.payload))
        if (next.opcode === text) heard(next.payload.toString('utf8'))
      }
    })
    socket.on('error', () => {})
    socket.on('close', () => open.delete(socket))
    socket.write(framed(text, Buffer.from(JSON.stringify({ type: 'hello', num_connections: 1 }))))
  })

  function heard(words: string): void {
    const answer: unknown = JSON.parse(words)
    if (typeof answer !== 'object' || answer === null || !('envelope_id' in answer)) return
    waiting.get(String(answer.envelope_id))?.('payload' in answer ? answer.payload : undefined)
  }

  return {
    deliver: (type, payload) =>
      new Promise((resolve) => {
        const id = randomUUID()
        waiting.set(id, resolve)
        const envelope = { type, envelope_id: id, payload, accepts_response_payload: type !== 'events_api' }
        newest?.write(framed(text, Buffer.from(JSON.stringify(envelope))))
      }),
    close() {
      for (const socket of open) socket.destroy()
    },
  }
}

function framed(opcode: number, payload: Buffer): Buffer {
  const short = payload.length < 126
  const head = Buffer.alloc(short ? 2 : 4)
  head[0] = 0x80 | opcode
  head[1] = short ? payload.length : 126
  if (!short) head.writeUInt16BE(payload.length, 2)
  return Buffer.concat([head, payload])
}

/** The first frame of what has arrived, unmasked; undefined while it is not whole. */
function frame(data: Buffer): { opcode: number; payload: Buffer; length: number } | undefined {
  if (data.length < 2) return undefined
  const size = (data[1] ?? 0) & 0x7f
  const start = size === 126 ? 4 : 2
  if (data.length < start + 4) return undefined
  const length = size === 126 ? data.readUInt16BE(2) : size
  if (data.length < start + 4 + length) return undefined
  const mask = data.subarray(start, start + 4)
  const payload = Buffer.from(data.subarray(start + 4, start + 4 + length)).map(
    (byte, at) => byte ^ (mask[at % 4] ?? 0),
  )
  return { opcode: (data[0] ?? 0) & 0x0f, payload: Buffer.from(payload), length: start + 4 + length }
}
