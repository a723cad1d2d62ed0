import { useState } from 'react'
import type { ReactNode } from 'react'
import { Form, useFetcher, useLocation } from '@remix-run/react'
import { Monitor, Moon, Sun } from 'lucide-react'
import { languageNames, languages } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { classes } from './classes.ts'
import { useT } from './i18n-provider.tsx'

export type Theme = 'system' | 'light' | 'dark'

const themes = [
  { value: 'system', icon: Monitor, label: 'common.themeSystem' },
  { value: 'light', icon: Sun, label: 'common.themeLight' },
  { value: 'dark', icon: Moon, label: 'common.themeDark' },
] as const

/**
 * Light, dark or as the device. Posts `theme` and `returnTo` to `action`, which keeps them and
 * redirects to `returnTo`; with JavaScript the page changes at once and stays where it is.
 */
export function ThemeSwitch({ action, theme }: { action: string; theme: Theme }) {
  const t = useT()
  const fetcher = useFetcher()
  const [current, setCurrent] = useState(theme)
  function show(next: Theme) {
    setCurrent(next)
    if (next === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = next
  }
  return (
    <fetcher.Form method="post" action={action}>
      <ReturnTo />
      <Segments label={t('common.theme')}>
        {themes.map(({ value, icon: Icon, label }) => (
          <button
            key={value}
            type="submit"
            name="theme"
            value={value}
            title={t(label)}
            aria-label={t(label)}
            aria-pressed={current === value}
            onClick={() => show(value)}
            className={segment(current === value)}
          >
            <Icon className="size-4" aria-hidden />
          </button>
        ))}
      </Segments>
    </fetcher.Form>
  )
}

/** Posts `language` and `returnTo` to `action`; the whole page loads again in the new language. */
export function LanguageSwitch({ action, language }: { action: string; language: Language }) {
  const t = useT()
  return (
    <Form method="post" action={action} reloadDocument>
      <ReturnTo />
      <Segments label={t('common.language')}>
        {languages.map((value) => (
          <button
            key={value}
            type="submit"
            name="language"
            value={value}
            lang={value}
            aria-pressed={value === language}
            className={segment(value === language)}
          >
            {languageNames[value]}
          </button>
        ))}
      </Segments>
    </Form>
  )
}

function ReturnTo() {
  const { pathname, search } = useLocation()
  return <input type="hidden" name="returnTo" value={pathname + search} />
}

function Segments({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex rounded-md bg-sunken p-0.5">
      {children}
    </div>
  )
}

function segment(active: boolean) {
  return classes(
    'grid h-7 flex-1 place-items-center rounded-[0.375rem] px-2 text-small font-medium pointer-coarse:h-10',
    active
      ? 'bg-surface text-ink shadow-[0_0_0_1px_var(--line-strong)]'
      : 'text-faint hover:text-ink',
  )
}
