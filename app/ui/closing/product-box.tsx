import { useFetcher } from '@remix-run/react'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useFormat, useT } from '../i18n-provider.tsx'
import type { LineWiring } from './line-field.tsx'

const PAUSE_MS = 150

export type ProductChoice = {
  id: number
  sku: string
  name: string
  priceMinor: number
  currency: string
}

/**
 * Where a product is named: what is typed may stand as it is, and while one types the catalogue
 * offers what fits. Arrow keys and Enter choose, Escape closes the list.
 *
 * @param props.searchPath answers `?products=` with what it found
 */
export function ProductBox(props: {
  wiring: LineWiring
  defaultValue: string
  searchPath: string
  onChoose: (product: ProductChoice) => void
  onWrite: () => void
}) {
  const { wiring, defaultValue, searchPath, onChoose, onWrite } = props
  const { value: typed, ...field } = wiring
  const t = useT()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const search = useProductSearch(searchPath)
  const [at, setAt] = useState(0)
  const { found } = search
  const isOpen = found !== undefined && found.length > 0
  function choose(product: ProductChoice | undefined) {
    if (!product || !input.current) return
    input.current.value = product.name
    search.end()
    onChoose(product)
  }
  function onKey(event: KeyboardEvent) {
    if (!isOpen) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((now) => (now + step + found.length) % found.length)
    else if (event.key === 'Enter') choose(found[at])
    else if (event.key === 'Escape') search.end()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="relative">
      <input
        ref={input}
        {...field}
        defaultValue={typed ?? defaultValue}
        placeholder={t('closing.productPlaceholder')}
        autoComplete="off"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        className="control"
        onKeyDown={onKey}
        onBlur={() => search.end()}
        onChange={(event) => {
          setAt(0)
          onWrite()
          search.ask(event.currentTarget.value)
        }}
      />
      <p role="status" className="sr-only">
        {found && t('closing.found', { count: found.length })}
      </p>
      <ul
        id={listId}
        role="listbox"
        aria-label={t('closing.products')}
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-md bg-raised p-1 shadow-float"
      >
        {found?.map((product, index) => (
          <Choice
            key={product.id}
            id={`${listId}-${index}`}
            product={product}
            isAt={index === at}
            onChoose={() => choose(product)}
          />
        ))}
      </ul>
    </div>
  )
}

function Choice(props: {
  id: string
  product: ProductChoice
  isAt: boolean
  onChoose: () => void
}) {
  const { id, product, isAt, onChoose } = props
  const { money } = useFormat()
  return (
    // The keys are handled where the focus is: in the field.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      role="option"
      aria-selected={isAt}
      // The focus stays in the field, or the list would close before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className={`flex cursor-pointer items-baseline gap-3 rounded-sm px-2.5 py-1.5 pointer-coarse:py-2.5 ${isAt ? 'bg-accent-soft text-accent-ink' : 'hover:bg-hover'}`}
    >
      <span className="min-w-0 flex-1 truncate">{product.name}</span>
      <span className="text-small text-faint">{product.sku}</span>
      <span className="text-small">{money(product.priceMinor, product.currency)}</span>
    </li>
  )
}

/** Asks a moment after the last key. `found` is undefined while nothing is asked. */
function useProductSearch(searchPath: string) {
  const fetcher = useFetcher<{ found?: ProductChoice[] }>()
  const [isOn, setOn] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    found: isOn ? fetcher.data?.found : undefined,
    end: () => {
      clearTimeout(timer.current)
      setOn(false)
    },
    ask: (text: string) => {
      clearTimeout(timer.current)
      if (text.trim() === '') return setOn(false)
      timer.current = setTimeout(() => {
        setOn(true)
        fetcher.load(`${searchPath}?products=${encodeURIComponent(text)}`)
      }, PAUSE_MS)
    },
  }
}
