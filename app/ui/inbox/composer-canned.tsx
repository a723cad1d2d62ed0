import { Paperclip, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import type { CannedOffer } from '#app/domain/canned-responses/shown.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'

const SLASH = /(^|\s)\/(\S{0,40})$/
const PAUSE_MS = 120

type Files = CannedOffer['files']

/**
 * Ready-made answers: a slash at the beginning of a word opens them, what follows searches, and
 * the chosen one takes the place of both.
 */
export function useCanned(props: {
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
  const [files, setFiles] = useState<Files>([])
  const [missing, setMissing] = useState<string[]>([])
  const query = isOn && dismissed !== text ? SLASH.exec(text)?.[2] : undefined
  const offers = useOffers(conversationId, query)
  const isOpen = query !== undefined && offers.length > 0
  useEffect(() => setActive(0), [query])
  useEffect(() => {
    if (text === '') setMissing([])
  }, [text])
  function choose(offer: CannedOffer) {
    const words = text.replace(SLASH, (_, before: string) => before + offer.text)
    setText(words)
    setDismissed(words)
    setMissing(offer.missing)
    setFiles((known) => [...known.filter((one) => !offer.files.includes(one)), ...offer.files])
    const path = `/conversations/${conversationId}/canned-responses/${offer.id}/use`
    fetch(path, { method: 'POST', body: new URLSearchParams() }).catch(() => {})
    setTimeout(() => field.current?.focus())
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
  return {
    ...{ listId, isOpen, offers, active, files, missing, choose, onKeyDown },
    drop: (id: number) => setFiles((known) => known.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  }
}

export function CannedList({ canned }: { canned: ReturnType<typeof useCanned> }) {
  const t = useT()
  if (!canned.isOpen) return null
  return (
    <ul
      id={canned.listId}
      role="listbox"
      aria-label={t('composer.canned')}
      className="absolute inset-x-0 bottom-full z-30 mb-1 max-h-72 overflow-y-auto rounded-md bg-raised p-1 shadow-float"
    >
      {canned.offers.map((offer, index) => (
        <li
          key={offer.id}
          id={`${canned.listId}-${index}`}
          role="option"
          aria-selected={index === canned.active}
          onPointerDown={(event) => {
            event.preventDefault()
            canned.choose(offer)
          }}
          className={classes(
            'cursor-pointer rounded-sm px-2.5 py-1.5 hover:bg-hover',
            index === canned.active && 'bg-hover',
          )}
        >
          <p className="flex items-baseline gap-2">
            <span className="font-medium">/{offer.shortcut}</span>
            <span className="min-w-0 flex-1 truncate text-soft">{offer.title}</span>
            {offer.files.length > 0 && <Paperclip className="size-3.5 text-faint" aria-hidden />}
          </p>
          <p className="truncate text-small text-faint">{offer.text}</p>
        </li>
      ))}
    </ul>
  )
}

/** What a chosen answer brings along, and what of it is still to be filled in. */
export function CannedParts({ canned }: { canned: ReturnType<typeof useCanned> }) {
  const t = useT()
  const { files, missing, drop } = canned
  return (
    <>
      {missing.length > 0 && (
        <p role="status" className="px-3 pb-2 text-small font-medium text-warn">
          {t('composer.cannedMissing', { names: missing.join(', ') })}
        </p>
      )}
      {files.length > 0 && (
        <ul className="flex flex-wrap gap-1.5 px-3 pb-2">
          {files.map((file) => (
            <li
              key={file.id}
              className="flex items-center gap-1.5 rounded-md border bg-canvas py-0.5 pr-0.5 pl-2 text-small"
            >
              <input type="hidden" name="cannedFileId" value={file.id} />
              <input type="hidden" name="cannedFileName" value={file.name} />
              <Paperclip className="size-3.5 shrink-0 text-faint" aria-hidden />
              <span className="max-w-44 truncate">{file.name}</span>
              <button
                type="button"
                onClick={() => drop(file.id)}
                aria-label={t('inbox.detach', { name: file.name })}
                className="grid size-6 place-items-center rounded-sm text-faint hover:bg-hover hover:text-ink"
              >
                <X className="size-3.5" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Asked for once one has paused; an answer that comes late is left aside. */
function useOffers(conversationId: number, query: string | undefined): CannedOffer[] {
  const [offers, setOffers] = useState<CannedOffer[]>([])
  const asked = useRef(0)
  useEffect(() => {
    if (query === undefined) return setOffers([])
    const turn = ++asked.current
    const timer = setTimeout(() => {
      const path = `/conversations/${conversationId}/canned-responses`
      fetch(`${path}?${new URLSearchParams({ q: query })}`)
        .then((response) => (response.ok ? response.json() : []))
        .then((found: CannedOffer[]) => turn === asked.current && setOffers(found))
        .catch(() => {})
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [conversationId, query])
  return offers
}
