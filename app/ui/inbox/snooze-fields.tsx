import { Clock, MessageSquareReply } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../button.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import type { InboxChoices } from './page-data.ts'
import { menuChoice } from './menu-choice.ts'

/** The presets, each with the time it means, and the customer's reply. */
export function SnoozePresets(props: { times: InboxChoices['snooze']; formAction?: string }) {
  const { times, formAction } = props
  const t = useT()
  const button = { type: 'submit', name: 'preset', formAction, className: menuChoice } as const
  return (
    <>
      {times.map(({ preset, at }) => (
        <button key={preset} {...button} value={preset}>
          <Clock className="size-4 shrink-0 text-faint" aria-hidden />
          <span className="flex-1">{t(`views.preset.${preset}`)}</span>
          <span className="text-small text-faint">
            <Time at={at} as="moment" />
          </span>
        </button>
      ))}
      <button {...button} value="reply">
        <MessageSquareReply className="size-4 shrink-0 text-faint" aria-hidden />
        {t('views.preset.reply')}
      </button>
    </>
  )
}

/** A time in somebody's own words, with what it is understood as, or a date and time. */
export function SnoozeMoment({ id, formAction }: { id: string; formAction?: string }) {
  const t = useT()
  const [words, setWords] = useState('')
  const [at, setAt] = useState('')
  const meaning = useMeaning(words)
  const errorText = useErrorText()
  return (
    <div className="flex w-72 max-w-full flex-col gap-2 border-t p-2.5">
      <label htmlFor={`${id}-words`} className="text-small font-medium">
        {t('views.snoozeWords')}
      </label>
      <input
        id={`${id}-words`}
        name="words"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        maxLength={80}
        autoComplete="off"
        placeholder={t('views.snoozeWordsHint')}
        aria-describedby={`${id}-meaning`}
        className="control"
      />
      <p id={`${id}-meaning`} role="status" className="min-h-4 text-small text-soft">
        {meaning?.ok && meaning.until !== null && <Time at={meaning.until} as="exact" />}
        {meaning && !meaning.ok && errorText(meaning.reason)}
      </p>
      <label htmlFor={`${id}-at`} className="text-small font-medium">
        {t('views.snoozeAt')}
      </label>
      <div className="flex gap-2">
        <input
          id={`${id}-at`}
          type="datetime-local"
          name="at"
          value={at}
          onChange={(event) => setAt(event.target.value)}
          className="control min-w-0 flex-1"
        />
        <Button type="submit" formAction={formAction} size="small" variant="primary">
          {t('views.snoozeSet')}
        </Button>
      </div>
    </div>
  )
}

type Meaning = { ok: true; until: number | null } | { ok: false; reason: string }

const PAUSE_MS = 250

/** What the server understands by the words; asked while they are typed. */
function useMeaning(words: string): Meaning | undefined {
  const [meaning, setMeaning] = useState<{ words: string; read: Meaning }>()
  useEffect(() => {
    if (words.trim().length < 2) return
    const stop = new AbortController()
    const ask = async () => {
      const address = `/snooze-times?${new URLSearchParams({ words }).toString()}`
      try {
        const response = await fetch(address, { signal: stop.signal })
        if (response.ok) setMeaning({ words, read: (await response.json()) as Meaning })
      } catch {
        // Without a connection it is said when the form is sent.
      }
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words])
  return meaning?.words === words ? meaning.read : undefined
}
