import { Form, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

const LOOK_EVERY_MS = 1_500

export type TestLine = { id: number; by: 'visitor' | 'ai' | 'person'; text: string }

/** What was asked and answered, and the question to ask next; the answer comes by itself. */
export function TestChat(props: {
  lines: TestLine[]
  isWaiting: boolean
  questions: readonly string[]
  action: string
}) {
  const { lines, isWaiting, questions, action } = props
  const t = useT()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(revalidate, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isWaiting, revalidate])
  return (
    <div className="flex flex-col gap-5">
      <TestLines lines={lines} />
      <div aria-live="polite" className="contents">
        {isWaiting && (
          <p className="flex flex-wrap items-center gap-3 text-soft">
            {t('onboarding.testWaiting')}
            <noscript>
              <LinkButton to={action} size="small">
                {t('onboarding.testRefresh')}
              </LinkButton>
            </noscript>
          </p>
        )}
      </div>
      <Form method="post" action={action} className="flex flex-col gap-3">
        <Field name="text" label={t('onboarding.testQuestion')} help={t('onboarding.testHelp')}>
          <Input
            // A new one after each that was sent.
            key={lines.length}
            defaultValue={questions[lines.filter(({ by }) => by === 'visitor').length] ?? ''}
            maxLength={500}
            autoComplete="off"
          />
        </Field>
        <div>
          <SubmitButton action={action} variant="secondary">
            {t('onboarding.testAsk')}
          </SubmitButton>
        </div>
      </Form>
    </div>
  )
}

/** The conversation as the customer sees it. */
export function TestLines({ lines }: { lines: TestLine[] }) {
  const t = useT()
  if (lines.length === 0) return null
  return (
    <ol aria-label={t('onboarding.testTitle')} className="flex flex-col gap-3">
      {lines.map(({ id, by, text }) => (
        <li
          key={id}
          className={by === 'visitor' ? 'max-w-[85%] self-end' : 'max-w-[85%] self-start'}
        >
          <span className="mb-0.5 block text-small text-faint">
            {t(by === 'visitor' ? 'onboarding.customer' : 'onboarding.assistant')}
          </span>
          <p
            className={
              by === 'visitor'
                ? 'rounded-lg bg-accent-soft px-3 py-2 wrap-anywhere whitespace-pre-line text-accent-ink'
                : 'rounded-lg bg-sunken px-3 py-2 wrap-anywhere whitespace-pre-line'
            }
          >
            {text}
          </p>
        </li>
      ))}
    </ol>
  )
}
