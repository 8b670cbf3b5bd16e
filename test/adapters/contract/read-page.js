// Runs in the page: what somebody in front of it sees, as JSON. The last value of this script is its outcome.
;(() => {
  const known =
    'P DL DIV DT DD UL LI TABLE THEAD TBODY TR TH TD PROGRESS LABEL BLOCKQUOTE FIGURE FIGCAPTION BUTTON A HR'
  const drawn = new Set(`${known} SPAN H2 H3 H4 FORM FIELDSET LEGEND INPUT TEXTAREA SELECT OPTION`.split(' '))
  const list = (node, selector) => [...node.querySelectorAll(selector)]

  /** Every text that shows, a line each, and what stands in the fields; controls and what only screen readers get are left out. */
  function words(node) {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent]
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.matches('button, a, .unseen, .must, .choice select'))
      return []
    if (node.matches('textarea, input[type=text]')) return [node.value]
    return [...node.childNodes].flatMap(words)
  }
  /** The same with the labels of what can be pressed, each in its place. */
  function reading(node) {
    if (node.nodeType === Node.ELEMENT_NODE && node.matches('button, a')) return [labelOf(node)]
    if (node.nodeType === Node.TEXT_NODE) return node.textContent.trim() === '' ? [] : [node.textContent]
    if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.matches('.unseen, .must, .choice select')) return []
    return [...node.childNodes].flatMap(reading)
  }
  const labelOf = (control) =>
    [...control.childNodes].flatMap((part) => (part.nodeType === 3 ? [part.textContent] : [])).join('')

  /** Elements that no renderer of ours makes, and links to anything but the web. */
  function acting(node) {
    const foreign = list(node, '*').filter((each) => !drawn.has(each.tagName) || each.hasAttribute('style'))
    const links = list(node, 'a:not([href^="#"])').filter((link) => !link.href.startsWith('https://'))
    return [...foreign, ...links].map((each) => each.outerHTML)
  }

  function field(node) {
    const label = labelOf(node.querySelector('legend, label:not(.option)'))
    const problem = node.querySelector('.problem')
    const error = problem.hidden ? '' : problem.textContent
    const boxes = list(node, 'input[type=radio], input[type=checkbox]')
    const named = (box) => box.closest('label').textContent
    const chosen = boxes.filter((box) => box.checked).map(named)
    if (boxes[0]?.type === 'checkbox')
      return { kind: 'choices', label, error, options: boxes.map(named), value: chosen }
    if (boxes[0]?.type === 'radio')
      return { kind: 'choice', label, error, options: boxes.map(named), value: chosen.join() }
    const select = node.querySelector('select')
    if (select !== null) {
      // The first entry says that nothing is chosen.
      const [, ...options] = [...select.options].map((option) => option.textContent)
      const value = select.value === '' ? '' : select.selectedOptions[0].textContent
      return { kind: 'choice', label, error, options, value }
    }
    const input = node.querySelector('input, textarea')
    // What is found is drawn as it is found; of several, what is picked stands before the input.
    const picker = node.querySelector('.picker')
    if (picker !== null) {
      const picked = list(node, '.picked li > span').map((each) => each.textContent)
      const typed = input.value === '' ? [] : [input.value]
      const several = picker.querySelector('.picked') !== null
      return { kind: 'pick', label, error, options: [], value: several ? [...picked, ...typed] : input.value }
    }
    // Its options are drawn as they are found.
    if (input.getAttribute('role') === 'combobox')
      return { kind: 'choice', label, error, options: [], value: input.value }
    const kind = ['date', 'time', 'file'].includes(input.type) ? input.type : 'text'
    return { kind, label, error, options: [], value: input.value }
  }

  function card(article) {
    const body = article.querySelector('.body, form')
    const buttons = list(article, '.body button, .body a').filter((each) => !each.closest('.choice'))
    const choice = article.querySelector('.body .choice')
    return {
      words: words(body).join('\n'),
      notification: article.getAttribute('aria-label'),
      buttons: buttons.map((each) => ({
        label: labelOf(each),
        heard: each.getAttribute('aria-label') ?? each.textContent,
        ...(each.href ? { url: each.getAttribute('href') } : {}),
      })),
      reading: reading(body),
      choice: choice && {
        label: choice.querySelector('label').textContent,
        options: [...choice.querySelector('select').options].slice(1).map((option) => option.textContent),
      },
      acting: acting(body),
    }
  }

  /** A figure of a picture and a link, or of a link alone; both lead to nothing but bytes that the page holds. */
  function file(node) {
    const img = node.querySelector('img')
    const ours = list(node, '*').filter(
      (each) =>
        (each.tagName === 'IMG' && each.src.startsWith('blob:')) || (each.tagName === 'A' && each.download !== ''),
    )
    const links = list(node, 'a').filter((link) => !link.href.startsWith('blob:'))
    const foreign = list(node, '*').filter((each) => !ours.includes(each) || each.hasAttribute('style'))
    return {
      picture: list(node, 'img').some((shown) => shown.complete && shown.naturalWidth > 0),
      alt: img?.alt ?? '',
      acting: [...foreign, ...links].map((each) => each.outerHTML),
    }
  }

  const articles = list(document, '.log > article')
  const asking = articles.findLast((article) => article.matches('.asking'))
  return {
    files: list(document, '.log .file').map(file),
    cards: articles.filter((article) => !article.matches('.asking')).map(card),
    form: asking && {
      ...card(asking),
      title: asking.querySelector('.title').textContent,
      fields: list(asking, '.field').map(field),
    },
  }
})()
