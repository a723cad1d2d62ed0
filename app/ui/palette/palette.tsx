import { useNavigate, useNavigation } from '@remix-run/react'
import { Search } from 'lucide-react'
import { Fragment, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MutableRefObject } from 'react'
import { useT } from '../i18n-provider.tsx'
import { press } from '../inbox/run-shortcut.ts'
import { Kbd } from '../kbd.tsx'
import type { PageAction } from './actions.ts'
import { filterCommands, listOwnCommands, toCommands } from './commands-for.ts'
import type { Command } from './commands-for.ts'
import { placesFor } from './places.ts'
import { useFound } from './use-found.ts'

/** Everything by its name: what to do here, whom to find, where to go. */
export default function Palette(props: {
  permissions: readonly string[]
  without: readonly string[]
  showSheet: () => void
  /** ends the keeping of what was typed before this was there */
  held: MutableRefObject<(() => string) | undefined>
  onClose: () => void
}) {
  const { permissions, without, held, showSheet, onClose } = props
  const t = useT()
  const navigate = useNavigate()
  const navigation = useNavigation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const after = useRef<() => void>()
  const { found, isAsking } = useFound(typed)
  const places = useMemo(
    () => placesFor(permissions).filter(({ to }) => !without.includes(to)),
    [permissions, without],
  )
  const own = useMemo(
    () => listOwnCommands(t, places, (action) => perform(action)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the page behind may have come meanwhile
    [t, places, typed, navigation.state],
  )
  const commands = useMemo(() => {
    const fitting = filterCommands(own, typed)
    const isHere = ({ group }: Command) => group === 'actions'
    const mine = fitting.filter(isHere)
    return [...mine, ...toCommands(t, found), ...fitting.filter((one) => !isHere(one))]
  }, [own, typed, found, t])
  const current = Math.min(at, commands.length - 1)
  // Before the next key: what was typed ahead must stand in the field by then.
  useLayoutEffect(() => {
    dialog.current?.showModal()
    const before = held.current?.()
    held.current = undefined
    if (before) setTyped(before)
  }, [held])
  useEffect(() => {
    document.getElementById(`command-${current}`)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  function choose(command: Command | undefined) {
    if (!command) return
    // Only once the page has its focus back can it be given to what was chosen.
    after.current = command.run ?? (() => command.to && navigate(command.to))
    dialog.current?.close()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setAt((current + step + commands.length) % Math.max(commands.length, 1))
    else if (event.key === 'Enter') choose(commands[current])
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      aria-label={t('palette.title')}
      onClose={() => {
        onClose()
        setTimeout(() => after.current?.())
      }}
      className="mx-auto mt-[12vh] mb-auto w-[min(38rem,calc(100vw-2rem))] overflow-hidden rounded-lg bg-raised shadow-float open:animate-[rise_120ms_ease-out]"
    >
      <div className="flex items-center gap-2.5 border-b px-4">
        {isAsking ? (
          <span className="spinner" aria-hidden />
        ) : (
          <Search className="size-4 shrink-0 text-faint" aria-hidden />
        )}
        <input
          // The palette is asked for to be typed in.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="commands"
          aria-autocomplete="list"
          aria-activedescendant={commands.length > 0 ? `command-${current}` : undefined}
          aria-label={t('palette.field')}
          placeholder={t('palette.field')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-12 min-w-0 flex-1 bg-transparent outline-none"
        />
      </div>
      <Commands commands={commands} current={current} choose={choose} />
      <p role="status" className="sr-only">
        {isAsking ? '' : t('palette.count', { count: commands.length })}
      </p>
      <div className="flex items-center justify-between gap-3 border-t px-4 py-2 text-small text-faint">
        <span className="max-sm:hidden">{t('palette.help')}</span>
        <button
          type="button"
          className="min-h-6 rounded-sm font-medium text-accent hover:underline"
          onClick={() => {
            after.current = showSheet
            dialog.current?.close()
          }}
        >
          {t('palette.keys')}
        </button>
      </div>
    </dialog>
  )
}

function perform({ shortcut, choice }: PageAction) {
  if (choice) choice.button.click()
  else press(shortcut)
}

function Commands(props: {
  commands: Command[]
  current: number
  choose: (command: Command) => void
}) {
  const { commands, current, choose } = props
  const t = useT()
  return (
    // The field keeps the focus and has the keys; the pointer needs no focus.
    <div
      id="commands"
      role="listbox"
      aria-label={t('palette.title')}
      className="max-h-[55vh] overflow-y-auto p-1.5"
    >
      {commands.length === 0 && (
        <p className="px-3 py-6 text-center text-soft">{t('palette.nothing')}</p>
      )}
      {commands.map((command, index) => (
        <Fragment key={command.id}>
          {command.group !== commands[index - 1]?.group && (
            <p aria-hidden className="px-2.5 pt-2.5 pb-1 text-small font-medium text-faint">
              {t(`palette.group.${command.group}`)}
            </p>
          )}
          <Line {...{ command, choose }} id={`command-${index}`} isCurrent={index === current} />
        </Fragment>
      ))}
    </div>
  )
}

function Line(props: {
  command: Command
  id: string
  isCurrent: boolean
  choose: (command: Command) => void
}) {
  const { command, id, isCurrent, choose } = props
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the keys
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      onClick={() => choose(command)}
      className={`flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 ${isCurrent ? 'bg-accent-soft text-accent-ink' : 'hover:bg-hover'}`}
    >
      <span className="min-w-0 flex-1">
        <span className="block truncate">{command.label}</span>
        {command.detail && (
          <span className="block truncate text-small text-faint">{command.detail}</span>
        )}
      </span>
      {command.key && <Kbd>{command.key}</Kbd>}
    </div>
  )
}
