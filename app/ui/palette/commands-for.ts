import type { Found } from '#app/domain/find/shown.ts'
import type { Translate } from '#app/i18n/translate.ts'
import { toName } from '../inbox/preview-text.ts'
import { keyOf } from '../inbox/shortcuts.ts'
import { listActions } from './actions.ts'
import type { Place } from './places.ts'

/** One line of the palette. `run` or `to`: something done here, or somewhere to go. */
export type Command = {
  id: string
  group: 'actions' | 'conversations' | 'contacts' | 'leads' | 'pages'
  label: string
  detail?: string
  /** the key that does the same */
  key?: string
  to?: string
  run?: () => void
}

const CHOICES_MAX = 12

/** What can be done and where one can go without asking the server, as the page is now. */
export function listOwnCommands(
  t: Translate,
  places: readonly Place[],
  perform: (action: ReturnType<typeof listActions>[number]) => void,
): Command[] {
  const actions = listActions().map((action): Command => {
    const name = t(`palette.do.${action.shortcut}`)
    const { choice, shortcut } = action
    return {
      ...{ group: 'actions', id: `do-${shortcut}-${choice?.label ?? ''}` },
      label: choice ? `${name}: ${choice.label}` : name,
      ...(!choice && { key: keyOf(shortcut) }),
      run: () => perform(action),
    }
  })
  const pages = places.map((place): Command => {
    const within = place.in ? `${t(place.in)} · ` : ''
    return { group: 'pages', id: `to-${place.to}`, label: within + t(place.label), to: place.to }
  })
  return distinct([...actions, ...pages])
}

/** Those whose words all begin with what was typed; choices of menus only once something is. */
export function filterCommands(commands: Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0)
    return commands.filter(({ group, key }) => group === 'pages' || key !== undefined)
  const fits = ({ label }: Command) => {
    const parts = label.toLowerCase().split(/[\s:·,]+/)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  }
  const fitting = commands.filter(fits)
  const actions = fitting.filter(({ group }) => group === 'actions').slice(0, CHOICES_MAX)
  return [...actions, ...fitting.filter(({ group }) => group !== 'actions')]
}

/** What the server found, as lines. */
export function toCommands(t: Translate, found: Found): Command[] {
  return [
    ...found.conversations.map((row): Command => ({
      ...{ group: 'conversations', id: `conversation-${row.id}`, label: toName(t, row) },
      ...{ detail: row.text, to: `/conversations/${row.id}` },
    })),
    ...found.contacts.map((row): Command => ({
      ...{ group: 'contacts', id: `contact-${row.id}`, label: toName(t, row) },
      ...{ detail: row.name ? (row.phone ?? '') : '', to: `/contacts/${row.id}` },
    })),
    ...found.leads.map((row): Command => ({
      ...{ group: 'leads', id: `lead-${row.id}`, label: row.title || toName(t, row) },
      ...{ detail: row.stage, to: `/leads/${row.id}` },
    })),
  ]
}

function distinct(commands: Command[]): Command[] {
  const known = new Set<string>()
  return commands.filter(({ id }) => !known.has(id) && known.add(id))
}
