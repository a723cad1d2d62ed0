import { Form } from '@remix-run/react'
import { useRef } from 'react'
import { SubmitButton } from '../button.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { SpeakerFields, WordFields } from './voice-parts.tsx'
import type { ShownVoice } from './voice-parts.tsx'
import { VoicePreview } from './voice-preview.tsx'

type View = {
  voice: ShownVoice
  questions: string[]
  hasModel: boolean
  isSaved: boolean
  mayWrite: boolean
}

/** How the assistant speaks, and what it sounds like before anybody hears it. */
export function VoicePage({ view, result }: { view: View; result: FormResult | undefined }) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const { voice, questions, hasModel, isSaved, mayWrite } = view
  return (
    <Page width="wide">
      <PageHeader
        title={t('voice.title')}
        description={t('voice.lead')}
        back={{ to: '/knowledge', label: t('knowledge.title') }}
      />
      {isSaved && (
        <div role="status">
          <Notice tone="good">{t('voice.saved')}</Notice>
        </div>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <FormState result={result}>
          <Form
            ref={form}
            id="voice"
            method="post"
            action="/knowledge/voice"
            className="flex min-w-0 flex-col gap-6"
            noValidate
          >
            <FormErrorSummary />
            <fieldset disabled={!mayWrite} className="flex min-w-0 flex-col gap-6">
              <SpeakerFields voice={voice} />
              <WordFields voice={voice} />
              {mayWrite && (
                <div>
                  <SubmitButton action="/knowledge/voice">{t('common.save')}</SubmitButton>
                </div>
              )}
            </fieldset>
          </Form>
        </FormState>
        <VoicePreview form={form} questions={questions} hasModel={hasModel} mayAsk={mayWrite} />
      </div>
    </Page>
  )
}
