import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

// Draws the app's icons: a bell that carries a tick, "reminded and done". Run: node scripts/draw-icons.ts

type Colour = readonly [red: number, green: number, blue: number, alpha: number]
const BLUE: Colour = [0x1d, 0x3f, 0x91, 255]
const WHITE: Colour = [255, 255, 255, 255]
const CLEAR: Colour = [255, 255, 255, 0]

/** Is the point within the bell? The icon reaches from -1 to 1 both ways, y downwards. */
function inBell(x: number, y: number): boolean {
  const across = Math.abs(x)
  if (Math.hypot(x, y + 0.64) < 0.1) return true
  if (y >= 0.55 && Math.hypot(x, y - 0.55) < 0.17) return true
  if (y > 0.34 && y < 0.48) return across < 0.62 || Math.hypot(across - 0.62, y - 0.41) < 0.07
  if (y > -0.62 && y <= -0.14) return Math.hypot(x, y + 0.14) < 0.48
  if (y > -0.14 && y <= 0.34) return across < 0.48 + 0.14 * Math.max(0, (y - 0.06) / 0.28) ** 2
  return false
}

/** Is the point within the tick on the bell? */
function inTick(x: number, y: number, thickness: number): boolean {
  const corner = [-0.06, 0.14] as const
  return toSegment(x, y, [-0.24, -0.05], corner) < thickness || toSegment(x, y, corner, [0.25, -0.26]) < thickness
}

type Point = readonly [number, number]

function toSegment(x: number, y: number, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}

/** The bell in one colour on another, its tick cut out. `scale`: how much of the icon it fills; `tick`: half a stroke. */
function bell(ink: Colour, ground: Colour, scale: number, tick: number) {
  return (x: number, y: number): Colour => {
    const [bx, by] = [x / scale, (y + 0.01) / scale]
    return inBell(bx, by) && !inTick(bx, by, tick) ? ink : ground
  }
}

const SAMPLES = 8

/** A square PNG with alpha, every pixel the mean of 64 points in it. */
function png(size: number, colourAt: (x: number, y: number) => Colour): Buffer {
  const rows: Buffer[] = []
  for (let row = 0; row < size; row += 1) {
    const bytes = Buffer.alloc(1 + size * 4)
    for (let column = 0; column < size; column += 1) bytes.set(pixel(row, column, size, colourAt), 1 + column * 4)
    rows.push(bytes)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // 8 bits a channel, RGB with alpha, no interlace.
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function pixel(row: number, column: number, size: number, colourAt: (x: number, y: number) => Colour): number[] {
  const sum = [0, 0, 0, 0]
  for (let point = 0; point < SAMPLES * SAMPLES; point += 1) {
    const x = ((column + ((point % SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1
    const y = ((row + (Math.floor(point / SAMPLES) + 0.5) / SAMPLES) / size) * 2 - 1
    for (const [index, value] of colourAt(x, y).entries()) sum[index] = (sum[index] ?? 0) + value
  }
  return sum.map((value) => Math.round(value / (SAMPLES * SAMPLES)))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const icons: readonly (readonly [string, number, (x: number, y: number) => Colour])[] = [
  // Teams shows the middle 120 of these 192 pixels in a rounded frame at worst.
  ['teams/color.png', 192, bell(WHITE, BLUE, 0.72, 0.085)],
  ['teams/outline.png', 32, bell(WHITE, CLEAR, 1.1, 0.1)],
  ['slack/icon.png', 512, bell(WHITE, BLUE, 0.8, 0.085)],
]

for (const [name, size, colourAt] of icons) {
  const path = fileURLToPath(new URL(`../manifest/${name}`, import.meta.url))
  mkdirSync(new URL('.', new URL(`../manifest/${name}`, import.meta.url)), { recursive: true })
  writeFileSync(path, png(size, colourAt))
  process.stdout.write(`${path}: ${size} x ${size}\n`)
}
