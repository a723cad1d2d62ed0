import { Languages, RotateCw } from 'lucide-react'
import { contactLanguageName } from '#app/domain/contacts/languages.ts'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'
import { Button } from '../button.tsx'
import { useErrorText, useI18n, useT } from '../i18n-provider.tsx'
import { ActionForm } from './action-form.tsx'
import { MessageText } from './message-text.tsx'
import { startTranslating, useTranslating } from './translating.ts'

type Of = { message: ThreadMessage; conversationId: number }

const toPath = ({ message, conversationId }: Of) =>
  `/conversations/${conversationId}/messages/${message.id}/translation`

/** Whether there is anything in a message that somebody else might have to read in other words. */
export function isTranslatable({ direction, text, deletedAt }: ThreadMessage): boolean {
  return direction === 'inbound' && deletedAt === null && Boolean(text?.trim())
}

/** A choice in the message's menu; where there is no model it says so instead. */
export function TranslateChoice(props: Of & { className: string; isOffered: boolean }) {
  const { message, className, isOffered } = props
  const t = useT()
  const { language } = useI18n()
  if (!isTranslatable(message) || findTranslation(message, language)) return null
  if (!isOffered)
    return (
      <p className="max-w-64 px-2.5 py-1.5 text-small text-faint">
        {t('media.translateUnavailable')}
      </p>
    )
  return (
    <ActionForm action={toPath(props)} onSend={() => startTranslating(message.id)}>
      <button type="submit" className={className}>
        {t('media.translate')}
      </button>
    </ActionForm>
  )
}

/** What a customer wrote, in the reader's language, marked as not being their words. */
export function Translation(props: Of) {
  const { message } = props
  const t = useT()
  const errorText = useErrorText()
  const { language } = useI18n()
  const state = useTranslating(message.id)
  const found = findTranslation(message, language)
  if (found) {
    const from = found.sourceLanguage && contactLanguageName(found.sourceLanguage, language)
    return (
      <div lang={language} className="mt-2 border-t border-dashed pt-1.5" data-translation>
        <p className="mb-0.5 flex items-center gap-1.5 text-small text-ai">
          <Languages className="size-3.5 shrink-0" aria-hidden />
          <span title={t('media.translatedBy')}>
            {from ? t('media.translatedFrom', { language: from }) : t('media.translated')}
            <span className="sr-only">, {t('media.translatedBy')}</span>
          </span>
        </p>
        <MessageText text={found.text} />
      </div>
    )
  }
  if (state === 'busy')
    return (
      <p role="status" className="mt-1.5 flex items-center gap-1.5 text-small text-faint">
        <span className="spinner" aria-hidden />
        {t('media.translating')}
      </p>
    )
  if (!state) return null
  return (
    <div role="alert" className="mt-1.5 flex flex-wrap items-center gap-2 text-small">
      <p className="text-bad">{t('media.translateFailed', { reason: errorText(state) })}</p>
      <ActionForm action={toPath(props)} onSend={() => startTranslating(message.id)}>
        <Button type="submit" size="small" icon={<RotateCw className="size-3.5" aria-hidden />}>
          {t('media.translateAgain')}
        </Button>
      </ActionForm>
    </div>
  )
}

function findTranslation({ translations }: ThreadMessage, language: string) {
  return translations.find((one) => one.language === language)
}
