import { h, icon, icons } from './dom.ts'
import type { Say } from './setup.ts'

const FILE_BYTES_MAX = 16 * 1024 * 1024
const FILES_MAX = 5
const TEXT_CHARS_MAX = 4096
const REFUSED_NAME = /\.(html?|xhtml|svgz?|xml|js|mjs|exe|hta|swf|zip)$/i

export type Composer = ReturnType<typeof createComposer>

type ComposerEvents = {
  send: (text: string, files: File[]) => void
  input: (text: string) => void
  notice: (text: string) => void
}

/** Where the visitor writes. What was sent leaves the field at once: a second press sends nothing. */
export function createComposer(say: Say, on: ComposerEvents) {
  const chosen = createChosenFiles(say, on.notice, () => field.focus())
  const field = h('textarea', {
    ...{ rows: 1, maxlength: TEXT_CHARS_MAX, 'aria-label': say('widget.field') },
    ...{ placeholder: say('widget.placeholder'), autocomplete: 'off' },
    input: () => {
      grow()
      on.input(field.value)
    },
    keydown: (event) => onKey(event as KeyboardEvent),
  })
  const form = h(
    'form',
    {
      submit: (event) => {
        event.preventDefault()
        submit()
      },
    },
    ...pickerOf(say, chosen.add),
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
    const files = chosen.take()
    if (!text && files.length === 0) return field.focus()
    field.value = ''
    grow()
    on.input('')
    on.send(text, files)
    field.focus()
  }

  function grow(): void {
    field.style.height = 'auto'
    if (field.value) field.style.height = `${field.scrollHeight + 2}px`
  }

  return {
    ...{ form, chosen: chosen.list, choose: chosen.add },
    focus: () => field.focus(),
    setText: (text: string) => void (field.value = text),
  }
}

/** The files that go with the next message. */
function createChosenFiles(say: Say, notice: (text: string) => void, refocus: () => void) {
  let files: File[] = []
  const list = h('div', { class: 'chosen', hidden: true })

  function add(added: File[]): void {
    for (const file of added) {
      const { name } = file
      if (files.length >= FILES_MAX) notice(say('widget.fileCount', { count: FILES_MAX }))
      else if (file.size > FILE_BYTES_MAX) notice(say('widget.fileTooLarge', { name }))
      else if (REFUSED_NAME.test(name)) notice(say('widget.fileType', { name }))
      else files.push(file)
    }
    show()
  }

  function show(): void {
    list.hidden = files.length === 0
    list.replaceChildren(...files.map(buttonOf))
  }

  function buttonOf(file: File): HTMLElement {
    const remove = () => {
      files = files.filter((one) => one !== file)
      show()
      refocus()
    }
    const label = say('widget.remove', { name: file.name })
    const facts = { type: 'button', 'aria-label': label, click: remove } as const
    return h('button', facts, file.name, icon(icons.close))
  }

  return {
    ...{ list, add },
    take: () => {
      const taken = files
      files = []
      show()
      return taken
    },
  }
}

/** The browser's own file picker behind a button that looks like ours. */
function pickerOf(say: Say, onFiles: (files: File[]) => void): HTMLElement[] {
  const picker = h('input', {
    ...{ type: 'file', multiple: true, hidden: true, tabindex: -1 },
    change: () => {
      onFiles([...(picker.files ?? [])])
      picker.value = ''
    },
  })
  const label = { type: 'button', class: 'plain', 'aria-label': say('widget.attach') } as const
  return [picker, h('button', { ...label, click: () => picker.click() }, icon(icons.attach))]
}
