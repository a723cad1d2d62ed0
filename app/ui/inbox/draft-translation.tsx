import { Languages } from 'lucide-react'
import { useState } from 'react'
import { contactLanguageName } from '#app/domain/contacts/languages.ts'
import { Button } from '../button.tsx'
import { useErrorText, useI18n, useT } from '../i18n-provider.tsx'
import type { ThreadData } from './page-data.ts'

type Answer = { ok: true; text: string } | { ok: false; reason: string }

/**
 * The language a customer writes, where it is another than the reader's: as their record says,
 * else as the translator last saw it.
 */
export function useOtherLanguage(data: ThreadData): string | undefined {
  const { language } = useI18n()
  const seen = data.items.findLast(
    (item) => item.kind === 'message' && item.translations.some((one) => one.sourceLanguage),
  )
  const theirs =
    seen?.kind === 'message'
      ? (seen.translations.find((one) => one.sourceLanguage)?.sourceLanguage ?? undefined)
      : (data.panel.contact.language ?? undefined)
  return theirs === language ? undefined : theirs
}

/** Puts the draft into the customer's language, and back; a person reads it before it goes. */
export function useDraftTranslation(props: {
  data: ThreadData
  text: string
  setText: (text: string) => void
}) {
  const { data, text, setText } = props
  const language = useOtherLanguage(data)
  const [own, setOwn] = useState<{ before: string; after: string }>()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  async function translate() {
    if (!language || text.trim() === '') return
    setBusy(true)
    setRefusal(undefined)
    const answer = await ask(data.head.id, { text, language })
    setBusy(false)
    if (!answer.ok) return setRefusal(answer.reason)
    setOwn({ before: text, after: answer.text })
    setText(answer.text)
  }
  return {
    ...{ language, isBusy, refusal, translate },
    isOffered: data.canTranslate && language !== undefined && text.trim() !== '',
    /** the words before, as long as those that came of them stand there */
    before: own?.after === text ? own.before : undefined,
    goBack: () => own && setText(own.before),
  }
}

type Draft = ReturnType<typeof useDraftTranslation>

export function TranslateDraftButton({ draft }: { draft: Draft }) {
  const t = useT()
  const { language: reader } = useI18n()
  if (!draft.isOffered || draft.before !== undefined) return null
  const label = t('media.translateDraft', {
    language: contactLanguageName(draft.language ?? '', reader),
  })
  return (
    <Button
      variant="quiet"
      size="small"
      pending={draft.isBusy}
      onClick={() => void draft.translate()}
      title={label}
      aria-label={label}
      className="noscript:hidden"
      icon={<Languages className="size-4" aria-hidden />}
    >
      <span className="max-xl:sr-only">{label}</span>
    </Button>
  )
}

/** Above the buttons: that these are not one's own words, or why they still are. */
export function DraftTranslationLine({ draft }: { draft: Draft }) {
  const t = useT()
  const errorText = useErrorText()
  const { language: reader } = useI18n()
  if (draft.refusal)
    return (
      <p role="alert" className="px-3 pb-2 text-small text-bad">
        {t('media.translateFailed', { reason: errorText(draft.refusal) })}
      </p>
    )
  if (draft.before === undefined) return null
  const language = contactLanguageName(draft.language ?? '', reader)
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 px-3 pb-2 text-small text-ai">
      <Languages className="size-3.5 shrink-0" aria-hidden />
      {t('media.draftTranslated', { language })}
      <Button size="small" variant="quiet" onClick={draft.goBack}>
        {t('media.draftBack')}
      </Button>
    </p>
  )
}

async function ask(id: number, fields: { text: string; language: string }): Promise<Answer> {
  try {
    const response = await fetch(`/conversations/${id}/draft-translation`, {
      ...{ method: 'POST', body: new URLSearchParams(fields) },
    })
    return (await response.json()) as Answer
  } catch {
    return { ok: false, reason: 'offline' }
  }
}
