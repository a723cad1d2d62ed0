import { accentTokens } from '../accent.ts'
import type { AccentTheme } from '../accent.ts'
import { useT } from '../i18n-provider.tsx'

export type Brand = { name: string; logoUrl?: string }

/** The company's name and logo, a button, a link and a mark in both themes, whichever one is on. */
export function AccentPreview({ hex, brand }: { hex: string; brand: Brand }) {
  const t = useT()
  const { light, dark } = accentTokens(hex)
  return (
    <div role="group" aria-label={t('settings.preview')} className="grid gap-3 sm:grid-cols-2">
      <ThemeSample label={t('settings.previewLight')} scheme="light" colors={light} brand={brand} />
      <ThemeSample label={t('settings.previewDark')} scheme="dark" colors={dark} brand={brand} />
    </div>
  )
}

function ThemeSample(props: {
  label: string
  scheme: 'light' | 'dark'
  colors: AccentTheme
  brand: Brand
}) {
  const { label, scheme, colors, brand } = props
  const t = useT()
  return (
    <div
      style={{ colorScheme: scheme }}
      className="flex flex-col gap-3 rounded-md border bg-surface p-3 text-ink"
    >
      <span className="text-small text-faint">{label}</span>
      <span className="flex items-center gap-2 font-semibold">
        {brand.logoUrl && (
          <img src={brand.logoUrl} alt="" className="size-8 rounded-md object-cover" />
        )}
        <span className="truncate">{brand.name}</span>
      </span>
      <span className="flex flex-wrap items-center gap-3">
        <span
          style={{ background: colors.accent, color: colors.on }}
          className="inline-flex h-8 items-center rounded-md px-3 font-medium"
        >
          {t('settings.previewButton')}
        </span>
        <span style={{ color: colors.accent }} className="font-medium underline underline-offset-2">
          {t('settings.previewLink')}
        </span>
        <span
          style={{ background: colors.soft, color: colors.ink }}
          className="inline-flex h-5 items-center rounded-sm px-1.5 text-small font-medium"
        >
          {t('settings.previewMark')}
        </span>
      </span>
    </div>
  )
}
