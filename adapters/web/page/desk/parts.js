// @ts-check
import { drawBlock, drawButton } from '../blocks.js'
import { el } from '../dom.js'
import { drawBar, drawLegend } from './bar.js'
import { drawCalendar } from './calendar.js'
import { drawLoads, drawSteps } from './chart.js'
import { drawFind } from './find.js'
import { stays } from './live.js'
import { drawOutline } from './outline.js'
import { hashOf } from './place.js'
import { createAnswering } from './remarks.js'
import { drawSpans } from './spans.js'
import { drawTable } from './table.js'
import { drawMark, drawPill, drawWords } from './words.js'

/**
 * @typedef {import('../../../../src/contract/page.ts').Line} Line
 * @typedef {import('../../../../src/contract/page.ts').Part} Part
 * @typedef {import('./draw.js').Deeds} Deeds
 */

/** @param {Part} part @param {Deeds} deeds @returns {HTMLElement} */
export function drawPart(part, deeds) {
  switch (part.kind) {
    case 'text':
      return el('p', { class: 'pad' }, [drawWords(part)])
    case 'facts':
    case 'quote':
    case 'buttons':
    case 'reader':
      return el('div', { class: 'pad' }, [drawBlock(part, undefined, deeds.press)])
    case 'lines':
      return el(
        'ul',
        { class: 'lines' },
        part.lines.map((line) => drawLine(line, deeds)),
      )
    case 'bar':
      return el('div', { class: 'pad stack' }, [drawBar(part.bar), part.legend && drawLegend(part.bar)])
    case 'table':
      return drawTable(part, deeds)
    case 'steps':
      return drawSteps(part)
    case 'calendar':
      return drawCalendar(part, deeds)
    case 'spans':
      return drawSpans(part)
    case 'loads':
      return drawLoads(part)
    case 'timeline':
      return el(
        'dl',
        { class: 'timeline pad' },
        part.entries.flatMap((entry) => [
          el('dt', {}, [entry.at]),
          el('dd', {}, [drawWords(entry), entry.small !== undefined && el('span', { class: 'small' }, [entry.small])]),
        ]),
      )
    case 'find':
      return drawFind(part, deeds.find)
    case 'outline':
      return drawOutline(part)
    case 'answering': {
      const known = deeds.live.answering
      if (known !== undefined) {
        known.update(part)
        return stays(known.node)
      }
      deeds.live.answering = createAnswering(part, deeds)
      return deeds.live.answering.node
    }
    case 'ways':
      return el(
        'p',
        { class: 'pad ways' },
        part.ways.map((way) => el('a', { href: hashOf(way.place) }, [way.label])),
      )
    case 'sentences':
      return el(
        'div',
        { class: 'pad buttons sentences' },
        part.sentences.map((sentence) =>
          el('button', { type: 'button', class: 'button', onclick: () => deeds.type(sentence) }, [sentence]),
        ),
      )
    default:
      // A server newer than this page: nothing is drawn rather than something wrong.
      return /** @satisfies {never} */ (part)
  }
}

/** @param {import('../../../../src/contract/page.ts').ButtonWay} way @param {string} [row] what it is about, where several have one */
export const drawButtonWay = ({ label, place, style }, row) =>
  el(
    'a',
    { href: hashOf(place), class: `button ${style ?? 'plain'}`, 'aria-label': row !== undefined && `${label}: ${row}` },
    [label],
  )

/** @param {Line} line @param {Deeds} deeds */
function drawLine(line, { press }) {
  const { name, text, place, small = [], mark, pill, bar, ways = [], buttons = [] } = line
  return el('li', {}, [
    el('div', { class: 'line-words' }, [
      el('p', {}, [
        mark && drawMark(mark),
        place === undefined ? el('b', {}, [text]) : el('a', { href: hashOf(place) }, [text]),
        pill && ' ',
        pill && drawPill(pill),
      ]),
      ...small.map((words) => el('p', { class: 'small' }, [words])),
      bar && drawBar(bar),
    ]),
    ways.length + buttons.length > 0 &&
      el('div', { class: 'buttons' }, [
        ...ways.map((way) => drawButtonWay(way, name)),
        ...buttons.map((button) => drawButton(button, press, name)),
      ]),
  ])
}
