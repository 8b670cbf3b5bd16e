import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Colour, indexedPng } from './indexed-png.ts'

const require = createRequire(import.meta.url)
/** Named by the drawings as `DejaVu Sans Condensed`; it has every letter of Vietnamese. */
const fontFiles = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
]

type Drawer = (svg: string, palette: readonly Colour[], zoom: number) => Buffer

// Some megabytes and a tenth of a second: fetched with the first picture, and once, since it may start only once.
let drawer: Promise<Drawer> | undefined

/** Draws an SVG (text of ours, nothing to be fetched) as a PNG, `zoom` pixels to a unit, in at most 16 colours. */
export async function drawPng(svg: string, palette: readonly Colour[], zoom: number): Promise<Buffer> {
  drawer ??= startDrawer().catch((error: unknown) => {
    drawer = undefined
    throw error
  })
  return (await drawer)(svg, palette, zoom)
}

async function startDrawer(): Promise<Drawer> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  const fontBuffers = await Promise.all(fontFiles.map((file) => readFile(file)))
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
  return (svg, palette, zoom) => {
    const drawing = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { fontBuffers, defaultFontFamily: 'DejaVu Sans Condensed' },
    })
    try {
      const image = drawing.render()
      try {
        return indexedPng(image.pixels, image, palette)
      } finally {
        image.free()
      }
    } finally {
      drawing.free()
    }
  }
}
