import { h, icon, icons } from './dom.ts'
import type { Say } from './setup.ts'

const FILE_BYTES_MAX = 16 * 1024 * 1024
const FILES_MAX = 5
const TEXT_CHARS_MAX = 4096
const REFUSED_NAME = /\.(html?|xhtml|svgz?|xml|js|mjs|exe|hta|swf|zip)$/i

export type Composer = ReturnType<typeof createComposer>

/** Where the visitor writes. What was sent leaves the field at once: a second press sends nothing. */
export function createComposer(
  say: Say,
  on: {
    send: (text: string, files: File[]) => void
    input: (text: string) => void
    notice: (text: string) => void
  },
) {
  let files: File[] = []
  const field = h('textarea', {
    ...{ rows: 1, maxlength: TEXT_CHARS_MAX, 'aria-label': say('widget.field') },
    ...{ placeholder: say('widget.placeholder'), autocomplete: 'off' },
    input: () => {
      grow()
      on.input(field.value)
    },
    keydown: (event) => onKey(event as KeyboardEvent),
  })
  const picker = h('input', {
    ...{ type: 'file', multiple: true, hidden: true, tabindex: -1 },
    change: () => {
      choose([...(picker.files ?? [])])
      picker.value = ''
    },
  })
  const chosen = h('div', { class: 'chosen', hidden: true })
  const form = h(
    'form',
    {
      submit: (event) => {
        event.preventDefault()
        submit()
      },
    },
    picker,
    h(
      'button',
      {
        ...{ type: 'button', class: 'plain', 'aria-label': say('widget.attach') },
        click: () => picker.click(),
      },
      icon(icons.attach),
    ),
    field,
    h('button', { class: 'send', 'aria-label': say('widget.send') }, icon(icons.send)),
  )

  /** Enter sends, with Shift it breaks the line; never in the middle of composing a letter. */
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    submit()
  }

  function submit(): void {
    const text = field.value.trim()
    if (!text && files.length === 0) return field.focus()
    const sending = files
    files = []
    field.value = ''
    grow()
    showChosen()
    on.input('')
    on.send(text, sending)
    field.focus()
  }

  function grow(): void {
    field.style.height = 'auto'
    if (field.value) field.style.height = `${field.scrollHeight + 2}px`
  }

  function choose(added: File[]): void {
    for (const file of added) {
      const { name } = file
      if (files.length >= FILES_MAX) return on.notice(say('widget.fileCount', { count: FILES_MAX }))
      if (file.size > FILE_BYTES_MAX) on.notice(say('widget.fileTooLarge', { name }))
      else if (REFUSED_NAME.test(name)) on.notice(say('widget.fileType', { name }))
      else files.push(file)
    }
    showChosen()
  }

  function showChosen(): void {
    chosen.hidden = files.length === 0
    chosen.replaceChildren(
      ...files.map((file) => {
        const remove = () => {
          files = files.filter((one) => one !== file)
          showChosen()
          field.focus()
        }
        const label = say('widget.remove', { name: file.name })
        const facts = { type: 'button', 'aria-label': label, click: remove } as const
        return h('button', facts, file.name, icon(icons.close))
      }),
    )
  }

  return {
    ...{ form, chosen, choose },
    focus: () => field.focus(),
    setText: (text: string) => void (field.value = text),
  }
}
