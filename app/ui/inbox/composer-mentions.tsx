import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { MentionOffer } from '#app/domain/mentions/shown.ts'
import { Avatar } from '../avatar.tsx'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'

const AT = /(^|[^\p{L}\p{N}_])@([^@\n]{0,40})$/u
const PAUSE_MS = 120

/**
 * Colleagues by name: an @ opens those who see this conversation, what follows narrows them, and
 * the chosen one's whole name stands in the note.
 */
export function useMentions(props: {
  conversationId: number
  isOn: boolean
  text: string
  setText: (text: string) => void
  field: RefObject<HTMLTextAreaElement>
}) {
  const { conversationId, isOn, text, setText, field } = props
  const listId = useId()
  const [dismissed, setDismissed] = useState<string>()
  const [active, setActive] = useState(0)
  const [chosen, setChosen] = useState<MentionOffer[]>([])
  const before = text.slice(0, field.current?.selectionStart ?? text.length)
  const query = isOn && dismissed !== text ? AT.exec(before)?.[2] : undefined
  const offers = useOffers(conversationId, query)
  const isOpen = query !== undefined && offers.length > 0
  useEffect(() => setActive(0), [query])
  function choose(offer: MentionOffer) {
    const start = before.length - (query?.length ?? 0)
    const words = `${text.slice(0, start)}${offer.name} `
    const whole = words + text.slice(before.length).replace(/^ /, '')
    setText(whole)
    setDismissed(whole)
    setChosen((known) => [...known.filter((one) => one.id !== offer.id), offer])
    setTimeout(() => {
      field.current?.focus()
      field.current?.setSelectionRange(words.length, words.length)
    })
  }
  /** @returns whether the key was for the list */
  function onKeyDown(event: KeyboardEvent): boolean {
    if (!isOpen) return false
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const offer = offers[active]
    if (step !== 0) setActive((active + step + offers.length) % offers.length)
    else if (event.key === 'Escape') setDismissed(text)
    else if ((event.key === 'Enter' || event.key === 'Tab') && offer) choose(offer)
    else return false
    event.preventDefault()
    return true
  }
  const kept = isOn ? chosen.filter((one) => text.includes(`@${one.name}`)) : []
  const clear = () => setChosen([])
  return { listId, isOpen, offers, active, kept, choose, onKeyDown, clear }
}

/** The list over the field, and those already chosen as fields of the form. */
export function MentionList({ mentions }: { mentions: ReturnType<typeof useMentions> }) {
  const t = useT()
  return (
    <>
      {mentions.kept.map(({ id }) => (
        <input key={id} type="hidden" name="mentionId" value={id} />
      ))}
      {mentions.isOpen && (
        <ul
          id={mentions.listId}
          role="listbox"
          aria-label={t('mentions.choose')}
          className="absolute bottom-full left-0 z-30 mb-1 max-h-72 w-72 max-w-full overflow-y-auto rounded-md bg-raised p-1 shadow-float"
        >
          {mentions.offers.map((offer, index) => (
            <li
              key={offer.id}
              id={`${mentions.listId}-${index}`}
              role="option"
              aria-selected={index === mentions.active}
              onPointerDown={(event) => {
                event.preventDefault()
                mentions.choose(offer)
              }}
              className={classes(
                'flex cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1.5 hover:bg-hover pointer-coarse:py-2.5',
                index === mentions.active && 'bg-hover',
              )}
            >
              <Avatar name={offer.name} size="small" />
              <span className="min-w-0 truncate font-medium">{offer.name}</span>
              {offer.title && <span className="truncate text-small text-faint">{offer.title}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Asked for once one has paused; an answer that comes late is left aside. */
function useOffers(conversationId: number, query: string | undefined): MentionOffer[] {
  const [offers, setOffers] = useState<MentionOffer[]>([])
  const asked = useRef(0)
  useEffect(() => {
    const turn = ++asked.current
    if (query === undefined) return setOffers([])
    const timer = setTimeout(() => {
      fetch(`/conversations/${conversationId}/mentionable?${new URLSearchParams({ q: query })}`)
        .then((response) => (response.ok ? response.json() : []))
        .then((found: MentionOffer[]) => turn === asked.current && setOffers(found))
        .catch(() => {})
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [conversationId, query])
  return offers
}
