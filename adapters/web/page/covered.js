// @ts-check

/**
 * Tells the style how much of the window the head and the composer cover, however high they are (files that were chosen,
 * a notice, large letters), so that whatever takes the focus is scrolled clear of them. Gives what ends it.
 * @param {readonly (readonly [property: string, node: HTMLElement])[]} covers
 */
export function tellCovered(covers) {
  const root = document.documentElement.style
  const observer = new ResizeObserver(() => {
    for (const [property, node] of covers) root.setProperty(property, `${Math.ceil(node.offsetHeight)}px`)
  })
  for (const [, node] of covers) observer.observe(node)
  return () => {
    observer.disconnect()
    for (const [property] of covers) root.removeProperty(property)
  }
}
