import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Kbd } from '../kbd.tsx'
import { areShortcutsOn, turnShortcuts } from './shortcuts.ts'

const lines = [
  ['J', 'inbox.key.next'],
  ['K', 'inbox.key.previous'],
  ['Enter', 'inbox.key.open'],
  ['R', 'inbox.key.reply'],
  ['N', 'inbox.key.note'],
  ['I', 'inbox.key.takeOver'],
  ['B', 'inbox.key.giveBack'],
  ['A', 'inbox.key.assign'],
  ['E', 'inbox.key.close'],
  ['Z', 'composer.undoHelp'],
  ['S', 'views.key.snooze'],
  ['#', 'views.key.delete'],
  ['X', 'views.key.tick'],
  ['/', 'inbox.key.search'],
  ['Esc', 'inbox.key.leave'],
  ['Ctrl+Enter', 'inbox.key.send'],
  ['Shift+Enter', 'inbox.key.newLine'],
  ['?', 'inbox.key.sheet'],
] as const

/** Every key and what it does, and the switch that turns them off. Loaded when first asked for. */
export default function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isOn, setOn] = useState(areShortcutsOn)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="shortcuts-title"
      className="w-[min(26rem,calc(100vw-2rem))] rounded-lg bg-raised shadow-float open:animate-[rise_120ms_ease-out]"
    >
      <div className="p-5">
        <div className="flex items-start justify-between gap-4">
          <div>
            <h2 id="shortcuts-title" className="text-title font-semibold">
              {t('inbox.keys')}
            </h2>
            <p className="text-soft">{t('inbox.keysHelp')}</p>
          </div>
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            aria-label={t('common.close')}
            className="grid size-8 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink"
          >
            <X className="size-4" aria-hidden />
          </button>
        </div>
        <dl className="mt-4 flex flex-col gap-1">
          {lines.map(([key, label]) => (
            <div key={key} className="flex items-center justify-between gap-4 py-0.5">
              <dt className="text-soft">{t(label)}</dt>
              <dd>
                <Kbd>{key}</Kbd>
              </dd>
            </div>
          ))}
        </dl>
        <div className="mt-4 flex items-start gap-2.5 border-t pt-4">
          <input
            id="single-keys"
            type="checkbox"
            aria-describedby="single-keys-help"
            checked={isOn}
            onChange={(event) => {
              setOn(event.target.checked)
              turnShortcuts(event.target.checked)
            }}
            className="mt-0.5 size-4"
          />
          <div>
            <label htmlFor="single-keys" className="font-medium">
              {t('inbox.keysOn')}
            </label>
            <p id="single-keys-help" className="text-small text-faint">
              {t('inbox.keysOnHelp')}
            </p>
          </div>
        </div>
      </div>
    </dialog>
  )
}
