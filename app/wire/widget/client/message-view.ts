import type { FileView, Item } from './api.ts'
import { h, icon, icons, withLinks } from './dom.ts'
import type { Pending } from './outbox.ts'
import type { Language, Say } from './setup.ts'

export type MessageTools = {
  say: Say
  language: Language
  isOffline: () => boolean
  fileUrl: (ticket: string) => string
  onRetry: (key: string) => void
  onDiscard: (key: string) => void
}

type Known = { sign: string; node: HTMLElement }

/** Elements of messages, made once and again only when something about them has changed. */
export function createMessageList(tools: MessageTools) {
  const known = new Map<string, Known>()

  function keep(id: string, sign: string, make: () => HTMLElement): HTMLElement {
    const last = known.get(id)
    if (last?.sign === sign) return last.node
    const node = make()
    known.set(id, { sign, node })
    return node
  }

  return (items: Item[], pending: Pending[]): HTMLElement[] => {
    const nodes: HTMLElement[] = []
    let day = ''
    for (const item of items) {
      const on = toDay(item.at, tools)
      if (on !== day) nodes.push(keep(`day:${on}`, on, () => h('li', { class: 'day' }, on)))
      day = on
      const { id, text, status, isEdited, isDeleted, reaction } = item
      const sign = [text, status, isEdited, isDeleted, reaction].join(' ')
      nodes.push(keep(`${id}`, sign, () => itemView(item, tools)))
    }
    for (const one of pending) {
      const sign = `${one.state} ${tools.isOffline()}`
      nodes.push(keep(one.key, sign, () => pendingView(one, tools)))
    }
    return nodes
  }
}

function itemView(item: Item, tools: MessageTools): HTMLElement {
  const { by, text, files, name, isDeleted, reaction, quote } = item
  const { say } = tools
  const isMine = by === 'visitor'
  const who = isMine ? say('widget.you') : by === 'ai' ? say('widget.assistant') : name
  return h(
    'li',
    { class: isMine ? 'mine' : by },
    h('span', { class: isMine ? 'quiet' : 'who' }, who ?? say('widget.team')),
    h(
      'div',
      { class: isDeleted ? 'bubble gone' : 'bubble' },
      quote !== null && !isDeleted && h('blockquote', {}, quote || say('widget.file')),
      ...files.map((file) => fileView(file, tools)),
      ...(text ? withLinks(text) : []),
      isDeleted && say('widget.deleted'),
    ),
    reaction && h('span', { class: 'reaction', title: say('widget.reaction') }, reaction),
    h('span', { class: 'meta' }, metaOf(item, tools)),
  )
}

function metaOf({ at, isEdited, isDeleted }: Item, { say, language }: MessageTools): string {
  const time = new Date(at).toLocaleTimeString(localeOf(language), {
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  return isEdited && !isDeleted ? `${time} · ${say('widget.edited')}` : time
}

function pendingView(message: Pending, tools: MessageTools): HTMLElement {
  const { say, onRetry, onDiscard } = tools
  const isFailed = message.state === 'failed'
  return h(
    'li',
    { class: `mine ${message.state}` },
    h('span', { class: 'quiet' }, say('widget.you')),
    h(
      'div',
      { class: 'bubble' },
      ...message.files.map((file) => h('div', { class: 'file' }, icon(icons.file), file.name)),
      message.text,
    ),
    h(
      'span',
      { class: 'meta' },
      stateOf(message, tools),
      isFailed && button(say('widget.retry'), () => onRetry(message.key)),
      isFailed && button(say('widget.discard'), () => onDiscard(message.key)),
    ),
  )
}

function stateOf({ state }: Pending, { say, isOffline }: MessageTools): string {
  if (state === 'failed') return say('widget.failed')
  if (state === 'sent') return say('widget.sent')
  return say(state === 'waiting' && isOffline() ? 'widget.waiting' : 'widget.sending')
}

function fileView(file: FileView, { fileUrl, say }: MessageTools): HTMLElement {
  const name = file.name || say('widget.file')
  const href = fileUrl(file.ticket)
  const isImage = /^image\/(jpeg|png|webp|gif)$/.test(file.mimeType)
  const inside = isImage
    ? [h('img', { src: href, alt: name, loading: 'lazy' })]
    : [icon(icons.file), h('span', {}, name)]
  const link = { href, target: '_blank', rel: 'noopener', class: isImage ? '' : 'file' }
  return h('a', link, ...inside)
}

function button(label: string, onPress: () => void): HTMLElement {
  return h('button', { type: 'button', click: onPress }, label)
}

function toDay(at: number, { language, say }: MessageTools): string {
  const date = new Date(at)
  if (date.toDateString() === new Date().toDateString()) return say('widget.today')
  const form = { day: 'numeric', month: 'long' } as const
  return date.toLocaleDateString(localeOf(language), form)
}

function localeOf(language: Language): string {
  return language === 'sw' ? 'sw' : 'en-GB'
}
