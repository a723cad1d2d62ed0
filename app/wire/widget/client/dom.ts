type Child = Node | string | null | undefined | false
type Attributes = Record<string, string | number | boolean | undefined | ((event: Event) => void)>

/**
 * Makes an element. Text becomes text nodes and nothing else, so what anybody wrote, the
 * assistant included, can never become markup.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value)
  element.append(...children.filter((child): child is Node | string => isThere(child)))
  return element
}

export function setAttribute(element: Element, name: string, value: Attributes[string]): void {
  if (typeof value === 'function') element.addEventListener(name, value)
  else if (value === undefined || value === false) element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}

/** Drawings of the chat itself, from the paths below and from nowhere else. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const facts = { viewBox: '0 0 24 24', width: 20, height: 20, fill: 'none', 'aria-hidden': 'true' }
  const stroke = { stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round' }
  for (const [name, value] of Object.entries({ ...facts, ...stroke, 'stroke-linejoin': 'round' })) {
    svg.setAttribute(name, String(value))
  }
  const shape = document.createElementNS(SVG, 'path')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}

const SVG = 'http://www.w3.org/2000/svg'

export const icons = {
  chat: 'M21 12a8 8 0 0 1-8 8H4l2-3a8 8 0 1 1 15-5z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M5 12h14M13 6l6 6-6 6',
  attach: 'M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.5 3.5 0 0 1 5 5l-8.5 8.5a2 2 0 0 1-3-3L14 7',
  file: 'M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zM14 3v5h5',
}

/** Puts children into an element in order, touching only what differs: nothing is announced twice. */
export function arrange(parent: Element, children: Element[]): void {
  const wanted = new Set(children)
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove()
  children.forEach((child, index) => {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null)
  })
}

const LINK = /https?:\/\/[^\s<>"']+/g
const TRAILING = /[.,;:!?)\]}]+$/

/** Words with their web addresses as links; no other scheme becomes one. */
export function withLinks(text: string): (Node | string)[] {
  const parts: (Node | string)[] = []
  let last = 0
  for (const match of text.matchAll(LINK)) {
    const href = match[0].replace(TRAILING, '')
    if (!URL.canParse(href)) continue
    parts.push(text.slice(last, match.index))
    parts.push(h('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow ugc' }, href))
    last = match.index + href.length
  }
  parts.push(text.slice(last))
  return parts
}

function isThere(child: Child): boolean {
  return child !== null && child !== undefined && child !== false && child !== ''
}
