import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Messages } from '#app/i18n/translate.ts'
import { I18nProvider } from './i18n-provider.tsx'
import type { I18nSettings } from './i18n-provider.tsx'

declare global {
  /** The sentences that came with the scripts of this page and of those visited since. */
  var pageTexts: Record<string, string> | undefined
}

/**
 * The reader's sentences in the browser: those that came with the page and its scripts. A key
 * that only later data names (a notice of the server's) is fetched with its area, and drawn when
 * it is there. What may be refused is known before anything is: it comes at the first touch.
 */
export function BrowserMessages(props: I18nSettings & { children: ReactNode }) {
  const [round, setRound] = useState(0)
  const { language } = props
  const messages = useMemo(() => {
    const redraw = () => setRound((last) => last + 1)
    return { language, texts: textsThatGrow(redraw) }
    // A new object, so that what was drawn without its words is drawn again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [language, round])
  useEffect(() => {
    const once = { once: true, capture: true }
    const touches = ['pointerdown', 'keydown']
    const prepare = () => void load('errors').catch(() => undefined)
    for (const touch of touches) document.addEventListener(touch, prepare, once)
    return () => {
      for (const touch of touches) document.removeEventListener(touch, prepare, once)
    }
  }, [])
  return <I18nProvider {...props} messages={messages} />
}

/** Areas asked for → whether they are there. */
const areas = new Map<string, boolean>()

function textsThatGrow(onMore: () => void): Messages['texts'] {
  const texts = (globalThis.pageTexts ??= {})
  return new Proxy(texts, {
    get(target, key) {
      if (typeof key !== 'string' || key in target) return target[String(key)]
      const area = key.split('.')[0] ?? ''
      if (!areas.has(area)) {
        areas.set(area, false)
        const draw = () => {
          areas.set(area, true)
          onMore()
        }
        load(area).then(draw, draw)
      }
      // Nothing for the moment it takes; a key that not even its area has shows itself.
      return areas.get(area) ? undefined : ''
    },
  })
}

function load(area: string): Promise<unknown> {
  return import(/* @vite-ignore */ `#messages/${area}.js`)
}
