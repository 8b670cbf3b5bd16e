// @ts-check
import { el, fill } from './dom.js'
import { plain } from './fold.js'
import { speech } from './texts.js'

/**
 * @typedef {import('./server.js').Seat} Seat
 */

/** From so many seats on, a field to find one is worth its place. */
const manySeats = 12

/**
 * The list of people one may sit down as, by role. `back` is there when somebody sits already.
 * @param {readonly Seat[]} seats @param {string | undefined} current the user who sits in this tab
 * @param {(seat: Seat) => void} choose @param {(() => void) | undefined} back
 */
export function drawSeats(seats, current, choose, back) {
  const { words } = speech
  const list = el('div', { class: 'groups' })
  const nobody = el('p', { role: 'status', class: 'hint' })

  /** @param {string} sought */
  function show(sought) {
    const found = seats.filter((seat) => matches(seat, sought))
    const groups = Map.groupBy(found, (seat) => seat.roles[0] ?? '')
    fill(
      list,
      [...groups].map(([role, members]) => drawGroup(role, members, current, choose, !allSample)),
    )
    nobody.textContent = found.length === 0 ? words.noSeat : ''
  }

  const find = el('input', { type: 'search', id: 'find-seat', autocomplete: 'off', oninput: () => show(find.value) })
  // Said once where it holds for everybody, and by name where it does not.
  const allSample = seats.every((seat) => seat.sample)
  const heading = el('h1', {}, [words.chooseSeat])
  show('')
  return {
    heading,
    node: el('section', { class: 'seats' }, [
      heading,
      allSample && el('p', { class: 'mark' }, [words.sampleSeats]),
      el('p', { class: 'lead' }, [words.chooseSeatHint]),
      back && el('button', { type: 'button', class: 'button plain', onclick: back }, [words.back]),
      seats.length >= manySeats &&
        el('div', { class: 'field' }, [el('label', { for: 'find-seat' }, [words.findSeat]), find]),
      nobody,
      list,
    ]),
  }
}

/** @param {string} role @param {readonly Seat[]} members @param {string | undefined} current @param {(seat: Seat) => void} choose @param {boolean} mark */
function drawGroup(role, members, current, choose, mark) {
  const lines = members.map((seat) => el('li', {}, [drawSeat(seat, seat.user === current, choose, mark)]))
  return el('section', { class: 'group' }, [el('h2', {}, [role]), el('ul', {}, lines)])
}

/** @param {Seat} seat @param {boolean} isCurrent @param {(seat: Seat) => void} choose @param {boolean} mark */
function drawSeat(seat, isCurrent, choose, mark) {
  const { words } = speech
  const others = seat.roles.slice(1).join(', ')
  const small = [seat.title, others].filter((part) => part !== undefined && part !== '').join(' · ')
  return el(
    'button',
    { type: 'button', class: 'seat', 'aria-current': isCurrent && 'true', onclick: () => choose(seat) },
    [
      el('span', { class: 'name' }, [seat.name]),
      small !== '' && el('span', { class: 'small' }, [small]),
      el('span', { class: 'marks' }, [
        isCurrent && el('span', { class: 'mark' }, [words.currentSeat]),
        mark && seat.sample && el('span', { class: 'mark' }, [words.sample]),
      ]),
    ],
  )
}

/** Found with or without diacritics. @param {Seat} seat @param {string} sought */
function matches(seat, sought) {
  return plain([seat.name, seat.title ?? '', ...seat.roles].join(' ')).includes(plain(sought.trim()))
}
