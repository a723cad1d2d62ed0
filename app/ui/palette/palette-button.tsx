import { Link } from '@remix-run/react'
import { Search } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import { keyOf } from '../inbox/shortcuts.ts'
import { Kbd } from '../kbd.tsx'
import { openPalette } from './commands.tsx'

/** Opens the palette, and tells its key; without a script it leads to the page that finds. */
export function PaletteButton() {
  const t = useT()
  return (
    <Link
      to="/find"
      title={`${t('palette.open')} (${keyOf('palette')})`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        openPalette()
      }}
      className="flex h-9 shrink-0 items-center gap-2.5 rounded-md border border-line-strong bg-surface px-2.5 text-soft hover:bg-hover hover:text-ink max-xl:justify-center max-xl:px-0"
    >
      <Search className="size-4 shrink-0" aria-hidden />
      <span className="flex-1 truncate max-xl:sr-only">{t('palette.open')}</span>
      <span className="max-xl:hidden">
        <Kbd>{keyOf('palette')}</Kbd>
      </span>
    </Link>
  )
}
