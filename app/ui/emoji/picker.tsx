import { useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useI18n, useT } from '../i18n-provider.tsx'
import { EMOJI, EMOJI_GROUPS, findEmoji, plain, searchEmoji } from './emoji.ts'
import type { Emoji } from './emoji.ts'
import { listRecent, noteRecent } from './recent.ts'

const COLUMNS = 8
const STEPS: Record<string, number> = {
  ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -COLUMNS, ArrowDown: COLUMNS },
}

type Section = { title: string; emoji: Emoji[] }

/**
 * Every emoji with a search in both languages. One button of the grid takes the focus, arrows go
 * on from there, Enter chooses. Loaded when it is first opened.
 *
 * @param only the signs that may be chosen; undefined: all
 */
export default function EmojiPicker(props: {
  only?: readonly string[]
  onPick: (sign: string, from: HTMLElement) => void
}) {
  const { only, onPick } = props
  const t = useT()
  const { language } = useI18n()
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const sections = useSections(query, only)
  const first = sections[0]?.emoji[0]?.sign
  function pick(sign: string, from: HTMLElement) {
    noteRecent(sign)
    onPick(sign, from)
  }
  function onSearchKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowDown') grid.current?.querySelector('button')?.focus()
    else if (event.key === 'Enter' && first) pick(first, event.currentTarget)
    else if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="flex w-76 max-w-[85vw] flex-col gap-2 p-1.5">
      <input
        type="search"
        // eslint-disable-next-line jsx-a11y/no-autofocus -- the picker was just opened
        autoFocus
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onSearchKey}
        aria-label={t('thread.emojiSearch')}
        aria-controls={id}
        placeholder={t('thread.emojiSearch')}
        autoComplete="off"
        className="control"
      />
      <div
        ref={grid}
        id={id}
        data-emoji-grid
        role="group"
        aria-label={t('thread.emoji')}
        className="max-h-60 overflow-y-auto overscroll-contain"
      >
        {sections.map((section) => (
          <section
            key={section.title}
            aria-label={section.title}
            className="[content-visibility:auto]"
          >
            <p className="px-1 pt-1 pb-0.5 text-small font-medium text-faint">{section.title}</p>
            <div className="grid grid-cols-8 [font-variant-emoji:emoji]">
              {section.emoji.map(({ sign, name }) => (
                <button
                  key={sign}
                  type="button"
                  data-emoji
                  tabIndex={sign === first && section === sections[0] ? 0 : -1}
                  title={name[language]}
                  aria-label={name[language]}
                  onClick={(event) => pick(sign, event.currentTarget)}
                  onKeyDown={onGridKey}
                  className="grid aspect-square place-items-center rounded-sm text-lg hover:bg-hover focus-visible:bg-hover"
                >
                  <span aria-hidden>{sign}</span>
                </button>
              ))}
            </div>
          </section>
        ))}
        {sections.length === 0 && (
          <p role="status" className="p-3 text-center text-faint">
            {t('thread.emojiNone')}
          </p>
        )}
      </div>
    </div>
  )
}

function useSections(query: string, only: readonly string[] | undefined): Section[] {
  const t = useT()
  return useMemo(() => {
    const mayBe = (emoji: Emoji) => !only || only.includes(plain(emoji.sign))
    const all: Section[] = query.trim()
      ? [{ title: t('thread.emoji'), emoji: searchEmoji(query) }]
      : [
          {
            title: t('thread.emojiRecent'),
            emoji: listRecent().flatMap((sign) => findEmoji(sign) ?? []),
          },
          ...EMOJI_GROUPS.map((group) => ({
            ...{ title: t(`thread.emojiGroup.${group}`), emoji: EMOJI[group] },
          })),
        ]
    return all
      .map((section) => ({ ...section, emoji: section.emoji.filter(mayBe) }))
      .filter((section) => section.emoji.length > 0)
  }, [query, only, t])
}

/** Arrows walk over all that is shown; going up from the first row leads back to the search. */
function onGridKey(event: KeyboardEvent<HTMLButtonElement>) {
  const step = STEPS[event.key]
  const grid = event.currentTarget.closest('[data-emoji-grid]')
  if (step === undefined || !grid) return
  event.preventDefault()
  // The menu around it has arrows of its own.
  event.stopPropagation()
  const buttons = [...grid.querySelectorAll<HTMLElement>('[data-emoji]')]
  const at = buttons.indexOf(event.currentTarget)
  const next = buttons[at + step]
  if (next) next.focus()
  else if (at + step < 0) grid.parentElement?.querySelector('input')?.focus()
}
