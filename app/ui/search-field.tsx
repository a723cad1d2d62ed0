import { useEffect, useRef } from 'react'
import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { Search } from 'lucide-react'
import { Kbd } from './kbd.tsx'

const PAUSE_MS = 200

/**
 * A GET form with one search box. With JavaScript the list follows while one types; without, Enter.
 * `keep` carries other parameters of the address along (a filter, a tab).
 */
export function SearchField(props: {
  label: string
  defaultValue?: string
  name?: string
  action?: string
  keep?: Record<string, string | undefined>
  /** The key that jumps here, shown as a hint; the page binds it. */
  shortcut?: string
}) {
  const { label, defaultValue, name = 'q', action, keep = {}, shortcut } = props
  const submit = useSubmit()
  const searching = useNavigation().formMethod === 'GET'
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Typed before the script was there, so no event told of it.
    const { value, defaultValue: asked, form } = input.current ?? {}
    if (form && value !== asked) submit(form, { replace: true })
  }, [submit])
  return (
    <Form
      method="get"
      action={action}
      role="search"
      className="relative w-full"
      onChange={(event) => {
        const form = event.currentTarget
        clearTimeout(timer.current)
        timer.current = setTimeout(() => submit(form, { replace: true }), PAUSE_MS)
      }}
    >
      {Object.entries(keep).map(
        ([key, value]) => value && <input key={key} type="hidden" name={key} value={value} />,
      )}
      <span className="pointer-events-none absolute inset-y-0 left-3 grid place-items-center text-faint">
        {searching ? <span className="spinner" /> : <Search className="size-4" aria-hidden />}
      </span>
      <input
        ref={input}
        type="search"
        name={name}
        aria-label={label}
        placeholder={label}
        defaultValue={defaultValue}
        autoComplete="off"
        enterKeyHint="search"
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
        className="control peer pr-9 pl-9"
      />
      {shortcut && (
        <span className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center peer-focus:hidden max-sm:hidden">
          <Kbd>{shortcut}</Kbd>
        </span>
      )}
    </Form>
  )
}
