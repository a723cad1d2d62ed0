import { useEffect, useState } from 'react'
import { accentTokens } from '../accent.ts'
import { contrastRatio, parseHex } from '../color.ts'
import { Field } from '../field.tsx'
import { useFormResult } from '../form-state.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { AccentPreview } from './accent-preview.tsx'
import type { Brand } from './accent-preview.tsx'
import { formatNumber } from '#app/i18n/format.ts'

const TEXT_CONTRAST = 4.5

/** The company's colour, by picker or as text, with the page itself as preview while one chooses. */
export function AccentField({ accentColor, brand }: { accentColor: string; brand: Brand }) {
  const t = useT()
  const typedBefore = useFormResult().values?.['accentColor']
  const [text, setText] = useState(typedBefore ?? accentColor)
  const hex = parseHex(text) ?? accentColor
  usePagePreview(hex)
  return (
    <div className="flex flex-col gap-3">
      <Field name="accentColor" label={t('settings.accent')} help={t('settings.accentHelp')}>
        <span className="flex gap-2">
          <input
            type="color"
            value={hex}
            aria-label={t('settings.accentPick')}
            onChange={(event) => setText(event.target.value)}
            className="h-9 w-12 shrink-0 cursor-pointer rounded-md border border-line-field bg-surface p-1 noscript:hidden"
          />
          <Input
            value={text}
            onChange={(event) => setText(event.target.value)}
            maxLength={7}
            spellCheck={false}
            autoComplete="off"
            className="max-w-32 font-mono"
          />
        </span>
      </Field>
      <AccentPreview hex={hex} brand={brand} />
      <ContrastNote hex={hex} />
    </div>
  )
}

function ContrastNote({ hex }: { hex: string }) {
  const t = useT()
  const { language } = useI18n()
  const onWhite = contrastRatio(hex, '#ffffff')
  const ratio = formatNumber(onWhite, language, { maximumFractionDigits: 1 })
  const { light, dark } = accentTokens(hex)
  const values = { ratio, light: light.accent, dark: dark.accent }
  return (
    <p className="text-small text-soft" role="status">
      {t(onWhite >= TEXT_CONTRAST ? 'settings.contrastAsIs' : 'settings.contrastMoved', values)}
    </p>
  )
}

/** Lends the colour to the whole page while one chooses; leaving without saving gives it back. */
function usePagePreview(hex: string) {
  useEffect(() => {
    const { style } = document.documentElement
    const tokens = accentTokens(hex)
    const names: string[] = []
    for (const theme of ['light', 'dark'] as const) {
      for (const [part, color] of Object.entries(tokens[theme])) {
        const name = part === 'accent' ? `--accent-${theme}` : `--accent-${theme}-${part}`
        style.setProperty(name, color)
        names.push(name)
      }
    }
    return () => names.forEach((name) => style.removeProperty(name))
  }, [hex])
}
