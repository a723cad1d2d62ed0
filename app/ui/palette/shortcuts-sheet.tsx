import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useT } from '../i18n-provider.tsx'
import { keyOf, keyPlaces, shortcuts } from '../inbox/shortcuts.ts'
import { Kbd } from '../kbd.tsx'
import { SingleKeySwitch } from './single-key-switch.tsx'

/** Every key and what it does, by where it does it. Loaded when first asked for. */
export default function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const t = useT()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-labelledby="shortcuts-title"
      className="w-[min(46rem,calc(100vw-2rem))] rounded-lg bg-raised shadow-float open:animate-[rise_120ms_ease-out]"
    >
      <div className="p-5">
        <div className="flex items-start justify-between gap-4">
          <div>
            <h2 id="shortcuts-title" className="text-title font-semibold">
              {t('palette.keys')}
            </h2>
            <p className="text-soft">{t('palette.keysHelp')}</p>
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
        <div className="mt-4 gap-8 sm:columns-2">
          {keyPlaces.map((place) => (
            <section key={place} className="mb-4 break-inside-avoid-column">
              <h3 className="mb-1 text-small font-semibold text-faint">
                {t(`palette.place.${place}`)}
              </h3>
              <dl className="flex flex-col">
                {shortcuts
                  .filter((shortcut) => shortcut.place === place)
                  .map(({ id }) => (
                    <div key={id} className="flex items-center justify-between gap-4 py-0.5">
                      <dt className="text-soft">{t(`palette.do.${id}`)}</dt>
                      <dd>
                        <Kbd>{keyOf(id)}</Kbd>
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
        <div className="border-t pt-4">
          <SingleKeySwitch />
        </div>
      </div>
    </dialog>
  )
}
