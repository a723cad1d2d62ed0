import { Eye, TriangleAlert } from 'lucide-react'
import { toLocale } from '#app/i18n/languages.ts'
import type { Viewer } from '#app/domain/viewers/viewer.ts'
import { useI18n, useT } from '../i18n-provider.tsx'
import type { Answered } from './page-data.ts'

/** Who of the colleagues has the same conversation open. */
export function OthersHere({ others }: { others: Viewer[] }) {
  const { t, language } = useI18n()
  if (others.length === 0) return null
  const names = new Intl.ListFormat(toLocale(language)).format(others.map((one) => one.name))
  return (
    <p
      role="status"
      className="flex items-center gap-1.5 border-b px-4 py-1.5 text-small text-soft"
    >
      <Eye className="size-3.5 shrink-0 text-faint" aria-hidden />
      <span className="min-w-0 truncate">{t('thread.here', { names, count: others.length })}</span>
    </p>
  )
}

/** Two write at once: said where one's own words are, before they are sent. */
export function Collision({ others, isWriting }: { others: Viewer[]; isWriting: boolean }) {
  const t = useT()
  const writer = others.find((one) => one.isTyping)
  if (!writer || !isWriting) return null
  return (
    <p
      role="alert"
      className="mb-2 flex items-center gap-2 rounded-md bg-warn-soft px-3 py-2 font-medium text-warn"
    >
      <TriangleAlert className="size-4 shrink-0" aria-hidden />
      {t('thread.collision', { name: writer.name })}
    </p>
  )
}

/** Somebody has answered: asked once, and what was typed stays. */
export function useAnsweredText() {
  const t = useT()
  return ({ by, agoMs }: Answered) => {
    const seconds = Math.max(1, Math.round(agoMs / 1000))
    const ago =
      seconds < 90
        ? t('thread.answeredAgo', { seconds })
        : t('thread.answeredMinutes', { minutes: Math.round(seconds / 60) })
    return t('thread.answered', { name: by, ago })
  }
}

/** The question of a page without a script: the next press of Send sends where it is ticked. */
export function AnsweredBox({ answered }: { answered: Answered }) {
  const t = useT()
  const answeredText = useAnsweredText()
  return (
    <div role="alert" className="border-b bg-warn-soft px-3 py-2 text-warn">
      <p className="font-medium">{answeredText(answered)}</p>
      <label className="mt-1 flex min-h-6 items-center gap-2 text-ink">
        <input
          type="checkbox"
          name="confirmedId"
          value={answered.messageId}
          className="size-4 rounded-sm"
        />
        {t('thread.sendAnywayBox')}
      </label>
    </div>
  )
}
