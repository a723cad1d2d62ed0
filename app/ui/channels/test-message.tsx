import { Form } from '@remix-run/react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Field } from '../field.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'
import { Notice } from '../notice.tsx'
import { Section } from '../page.tsx'

type Test = {
  id: number
  status:
    'received' | 'queued' | 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unconfirmed'
  conversationId: number
  failureReason: string | null
}

/** One line to somebody who may be written to now, and what became of the last one. */
export function TestMessage(props: {
  endpoint: { id: number; status: string }
  recipients: { conversationId: number; name: string; phone: string | null }[]
  test: Test | undefined
  /** why the last one could not be sent */
  refused: string | undefined
}) {
  const { endpoint, recipients, test, refused } = props
  const t = useT()
  const errorText = useErrorText()
  const action = `/channels/${endpoint.id}/test-message`
  const canSend = recipients.length > 0 && endpoint.status === 'active'
  return (
    <Section title={t('channels.test')} description={t('channels.testLead')}>
      {refused && (
        <div role="alert">
          <Notice tone="bad">{errorText(refused)}</Notice>
        </div>
      )}
      {test && <TestResult endpointId={endpoint.id} test={test} />}
      {canSend ? (
        <Form method="post" action={action} className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 flex-1 basis-60">
            <Field name="conversationId" label={t('channels.testTo')}>
              <Select>
                {recipients.map(({ conversationId, name, phone }) => (
                  <option key={conversationId} value={conversationId}>
                    {[name || t('contacts.unnamed'), phone].filter(Boolean).join(', ')}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <SubmitButton variant="secondary" action={action}>
            {t('channels.testSend')}
          </SubmitButton>
        </Form>
      ) : (
        <p className="text-soft">{t('channels.testNone')}</p>
      )}
    </Section>
  )
}

const good = new Set(['sent', 'delivered', 'read'])

function TestResult({ endpointId, test }: { endpointId: number; test: Test }) {
  const t = useT()
  const { id, status, failureReason, conversationId } = test
  const tone =
    status === 'failed' || status === 'unconfirmed' ? 'bad' : good.has(status) ? 'good' : 'info'
  const state = t(`inbox.status.${status}` as MessageKey)
  return (
    <div role="status">
      <Notice
        tone={tone}
        action={
          <span className="flex gap-2">
            <LinkButton size="small" to={`/channels/${endpointId}?test=${id}`}>
              {t('channels.testReload')}
            </LinkButton>
            <LinkButton size="small" to={`/conversations/${conversationId}`}>
              {t('channels.testOpen')}
            </LinkButton>
          </span>
        }
      >
        {t('channels.testState', { state })}
        {failureReason && <span className="block">{failureReason}</span>}
      </Notice>
    </div>
  )
}
