import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { compose } from './compose-keys.ts'
import type { ComposerMode } from './drafts.ts'
import type { ThreadData } from './page-data.ts'

const modes = [
  { mode: 'reply', label: 'inbox.writeReply', key: 'R' },
  { mode: 'note', label: 'inbox.writeNote', key: 'N' },
] as const

/** To the customer or to colleagues: plainly apart, for one must never be taken for the other. */
export function ComposerModes(props: {
  mode: ComposerMode
  setMode: (mode: ComposerMode) => void
  data: ThreadData
}) {
  const { mode, setMode, data } = props
  const t = useT()
  return (
    <div className="mb-2 flex items-center gap-1 noscript:hidden">
      {modes.map((entry) => (
        <button
          key={entry.mode}
          type="button"
          aria-pressed={mode === entry.mode}
          title={entry.key}
          onClick={() => {
            setMode(entry.mode)
            compose(entry.mode)
          }}
          className={classes(
            'h-7 rounded-md px-2.5 text-small font-medium pointer-coarse:h-9',
            mode === entry.mode
              ? entry.mode === 'note'
                ? 'bg-warn-soft text-warn'
                : 'bg-accent-soft text-accent-ink'
              : 'text-faint hover:bg-hover hover:text-ink',
          )}
        >
          {t(entry.label)}
        </button>
      ))}
      {mode === 'reply' && data.isAiOn && data.head.aiState === 'on' && (
        <span className="ml-auto truncate text-small text-faint">{t('inbox.pausesAi')}</span>
      )}
    </div>
  )
}
