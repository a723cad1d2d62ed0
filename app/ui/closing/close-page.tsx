import { Form } from '@remix-run/react'
import type { ClosingFacts } from '#app/domain/closing/shown.ts'
import { LinkButton, SubmitButton } from '../button.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { useInboxAround } from '../inbox/inbox-context.tsx'
import { toName } from '../inbox/preview-text.ts'
import { CloseFields } from './close-fields.tsx'

/** Room for a sale without a script that could add a line. */
const LINES_MIN = 3

/** The form that closes a conversation, where the thread stands otherwise. */
export function ClosePage({ facts, result }: { facts: ClosingFacts; result?: FormResult }) {
  const t = useT()
  const { query } = useInboxAround()
  const name = toName(t, { name: facts.contactName, phone: facts.contactPhone })
  return (
    <div className="min-w-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-6 sm:px-8">
        <h2 data-thread-title className="text-title font-semibold">
          {t('closing.title', { name })}
        </h2>
        <FormState result={result}>
          <Form
            method="post"
            action={`/conversations/${facts.id}/closure`}
            className="flex flex-col gap-6"
            noValidate
          >
            <input type="hidden" name="returnTo" value={`/conversations${query}`} />
            <FormErrorSummary />
            <CloseFields id={facts.id} facts={facts} linesMin={LINES_MIN} />
            <div className="flex justify-end gap-2 border-t pt-5">
              <LinkButton to={`/conversations/${facts.id}${query}`}>
                {t('common.cancel')}
              </LinkButton>
              <SubmitButton>{t('closing.close')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </div>
    </div>
  )
}
