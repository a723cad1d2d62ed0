import type { Settings } from './api.ts'
import type { Chat } from './chat.ts'
import { createComposer } from './composer.ts'
import { arrange, h, icon, icons } from './dom.ts'
import type { Memory } from './memory.ts'
import { createMessageList } from './message-view.ts'
import type { Language, Say, Setup } from './setup.ts'
import { lookSheet, sheet } from './style.ts'

const NEAR_BOTTOM_PX = 80
const NOTICE_SHOWN_MS = 6_000
const PHONE = '(max-width: 480px)'

export type View = ReturnType<typeof createView>

export type ViewFacts = {
  setup: Setup
  settings: Settings
  language: Language
  say: Say
  memory: Memory
  chat: () => Chat
  fileUrl: (ticket: string) => string
}

/** The chat on the page, in a tree of its own that the page's styles do not reach. */
export function createView(facts: ViewFacts) {
  const { setup, settings, say, chat, memory } = facts
  const company = settings.company.name
  const host = document.createElement('baraza-chat')
  host.dataset['theme'] = setup.theme
  host.lang = facts.language
  const shadow = host.attachShadow({ mode: 'open' })
  let isOpen = false

  const parts = buildParts(say, company)
  const { launcher, count, panel, close, list, scroll, welcome, earlier, note, typing, news } =
    parts
  const composer = createComposer(say, {
    send: (text, files) => chat().send(text, files),
    input: (text) => {
      memory.set({ draft: text })
      if (text) chat().noteTyping()
    },
    notice: (text) => notice.show(text),
  })
  const notice = createNotice()
  panel.append(notice.element, composer.chosen, composer.form)
  const root = h('div', { class: `root ${setup.side} ${setup.isPage ? 'page' : ''}` }, panel)
  if (!setup.isPage) root.append(launcher)
  shadow.append(root)
  dress(shadow, `${sheet}${lookSheet(settings.company.look)}`)
  composer.setText(memory.get().draft ?? '')

  const viewsOf = createMessageList({
    ...{ say, language: facts.language, fileUrl: facts.fileUrl },
    isOffline: () => chat().state.connection === 'offline',
    onRetry: (key) => chat().retry(key),
    onDiscard: (key) => chat().discard(key),
  })

  function render(): void {
    const { state } = chat()
    const wasAtEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_BOTTOM_PX
    const nodes = viewsOf(state.items, state.pending)
    arrange(list, nodes)
    welcome.hidden = nodes.length > 0
    earlier.hidden = !state.hasEarlier
    typing.hidden = !state.isTyping
    news.textContent = state.isTyping ? say('widget.typing') : ''
    const words = noteOf(state, say)
    note.hidden = words === ''
    if (note.textContent !== words) note.textContent = words
    count.hidden = state.unread === 0 || isOpen
    count.textContent = state.unread > 9 ? '9+' : String(state.unread)
    const label = state.unread > 0 && !isOpen ? 'widget.openUnread' : 'widget.open'
    launcher.setAttribute('aria-label', say(label, { company, count: state.unread }))
    if (wasAtEnd) scroll.scrollTop = scroll.scrollHeight
  }

  function open(isByHand = true): void {
    isOpen = true
    panel.hidden = false
    root.classList.add('open')
    panel.setAttribute('aria-modal', String(!setup.isPage && matchMedia(PHONE).matches))
    launcher.setAttribute('aria-expanded', 'true')
    memory.set({ isOpen: true })
    chat().setSeen(document.visibilityState === 'visible')
    void chat().start()
    render()
    scroll.scrollTop = scroll.scrollHeight
    if (isByHand) composer.focus()
  }

  function shut(): void {
    if (setup.isPage || !isOpen) return
    isOpen = false
    panel.hidden = true
    root.classList.remove('open')
    launcher.setAttribute('aria-expanded', 'false')
    memory.set({ isOpen: false })
    chat().setSeen(false)
    render()
    launcher.focus()
  }

  const toggle = () => (isOpen ? shut() : open())
  launcher.addEventListener('click', toggle)
  close.addEventListener('click', shut)
  close.hidden = setup.isPage
  earlier.addEventListener('click', () => void chat().loadEarlier())
  panel.addEventListener('keydown', (event) => onPanelKey(event, panel, shut))
  takeDrops(root, composer.choose)
  document.addEventListener('visibilitychange', () => {
    if (isOpen) chat().setSeen(document.visibilityState === 'visible')
  })

  return { host, render, open, close: shut, toggle, isOpen: () => isOpen }
}

/** A word about what the visitor just did, for a few seconds. */
function createNotice() {
  const element = h('p', { class: 'note', role: 'alert', hidden: true })
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (text: string) => {
    clearTimeout(timer)
    element.textContent = text
    element.hidden = false
    timer = setTimeout(() => void (element.hidden = true), NOTICE_SHOWN_MS)
  }
  return { element, show }
}

type State = Chat['state']

function noteOf(state: State, say: Say): string {
  if (state.isTooFast) return say('widget.tooFast')
  if (state.connection === 'offline') return say('widget.offline')
  return state.connection === 'connecting' && state.items.length > 0 ? say('widget.connecting') : ''
}

function buildParts(say: Say, company: string) {
  const count = h('span', { class: 'count', hidden: true, 'aria-hidden': 'true' })
  const launcher = h(
    'button',
    {
      ...{ class: 'launcher', type: 'button', 'aria-expanded': 'false' },
      ...{ 'aria-controls': 'panel', 'aria-label': say('widget.open', { company }) },
    },
    icon(icons.chat),
    count,
  )
  const close = h(
    'button',
    { class: 'plain', type: 'button', 'aria-label': say('widget.close') },
    icon(icons.close),
  )
  const list = h('ol')
  const log = h('div', { role: 'log', 'aria-live': 'polite', 'aria-labelledby': 'title' }, list)
  const welcome = h('p', { class: 'welcome' }, say('widget.welcome', { company }))
  const earlier = h('button', { class: 'earlier', type: 'button' }, say('widget.earlier'))
  const typing = h('div', { class: 'dots', hidden: true, 'aria-hidden': 'true' })
  typing.append(h('i'), h('i'), h('i'))
  const news = h('span', { class: 'quiet', role: 'status' })
  const note = h('p', { class: 'note', role: 'status', hidden: true })
  const scroll = h('div', { class: 'scroll', tabindex: 0 }, earlier, welcome, log, typing)
  scroll.setAttribute('aria-labelledby', 'title')
  scroll.setAttribute('role', 'region')
  const title = h('h2', { id: 'title' }, say('widget.title', { company }))
  const panel = h(
    'section',
    { class: 'panel', id: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: true },
    h('header', {}, title, close),
    note,
    scroll,
    news,
  )
  return { launcher, count, panel, close, list, scroll, welcome, earlier, note, typing, news }
}

/** Sheets made by script are allowed where a website forbids style elements. */
function dress(shadow: ShadowRoot, css: string): void {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  shadow.adoptedStyleSheets = [made]
}

/** Escape closes; where the chat covers the whole page, Tab stays inside. */
function onPanelKey(event: KeyboardEvent, panel: HTMLElement, shut: () => void): void {
  if (event.key === 'Escape') {
    event.stopPropagation()
    return shut()
  }
  if (event.key !== 'Tab' || panel.getAttribute('aria-modal') !== 'true') return
  const stops = [...panel.querySelectorAll<HTMLElement>('button,textarea,a[href],[tabindex="0"]')]
  const shown = stops.filter((one) => one.offsetParent !== null)
  const edge = event.shiftKey ? shown[0] : shown.at(-1)
  const other = event.shiftKey ? shown.at(-1) : shown[0]
  if ((panel.getRootNode() as ShadowRoot).activeElement !== edge) return
  event.preventDefault()
  other?.focus()
}

function takeDrops(root: HTMLElement, choose: (files: File[]) => void): void {
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
  root.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    root.classList.add('dropping')
  })
  root.addEventListener('dragleave', () => root.classList.remove('dropping'))
  root.addEventListener('drop', (event) => {
    root.classList.remove('dropping')
    if (!hasFiles(event)) return
    event.preventDefault()
    choose([...(event.dataTransfer?.files ?? [])])
  })
}
