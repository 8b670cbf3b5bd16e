import { crc32, deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * A PNG whose pixels are two to a byte: at most 16 colours. A drawing of flat areas and letters takes a quarter of what
 * it takes in full colour, and a card of Teams holds 80 KB in all. `pixels`: RGBA, opaque, row by row. Each goes to the
 * nearest colour of the palette. The same pixels give the same bytes.
 */
export function indexedPng(
  pixels: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  palette: readonly Colour[],
): Buffer {
  if (palette.length > 16) throw new RangeError(`${palette.length} colours are too many for four bits`)
  const stride = Math.ceil(width / 2) + 1
  const rows = Buffer.alloc(stride * height)
  const known = new Map<number, number>()
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]]
      const packed = (red << 16) | (green << 8) | blue
      const index = known.get(packed) ?? nearest(palette, [red, green, blue])
      known.set(packed, index)
      // The first byte of a row names its filter: none, since numbers of colours are no neighbours.
      const place = y * stride + 1 + (x >> 1)
      rows[place] = (rows[place] ?? 0) | (x % 2 === 0 ? index << 4 : index)
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Four bits a pixel, by palette.
  head.set([4, 3], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function nearest(palette: readonly Colour[], [red, green, blue]: Colour): number {
  const far = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2)
  return far.indexOf(Math.min(...far))
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
