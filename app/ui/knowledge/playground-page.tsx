import { useEffect, useRef } from 'react'
import { Form, useNavigation } from '@remix-run/react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { classes } from '../classes.ts'
import { Field } from '../field.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Textarea } from '../input.tsx'
import { Page, PageHeader } from '../page.tsx'
import { PlaygroundTrace } from './playground-trace.tsx'
import type { Trace } from './playground-trace.tsx'

type Message = { by: 'customer' | 'assistant'; text: string }
type Tried = { messages: Message[]; trace: Trace | null; form: FormResult | undefined }

const ACTION = '/knowledge/playground'

/** A conversation that is none, and why each answer is what it is. */
export function PlaygroundPage({ tried }: { tried: Tried | undefined }) {
  const t = useT()
  const messages = tried?.messages ?? []
  return (
    <Page width="wide">
      <PageHeader
        title={t('playground.title')}
        description={t('playground.lead')}
        back={{ to: '/knowledge', label: t('knowledge.title') }}
        actions={
          messages.length > 0 && (
            <LinkButton to={ACTION} reloadDocument>
              {t('playground.again')}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card>
          <div className="flex flex-col gap-5">
            <Messages messages={messages} />
            <AskForm key={messages.length} tried={tried} />
          </div>
        </Card>
        <PlaygroundTrace trace={tried?.trace ?? null} />
      </div>
    </Page>
  )
}

function Messages({ messages }: { messages: Message[] }) {
  const t = useT()
  if (messages.length === 0) return <p className="py-6 text-soft">{t('playground.empty')}</p>
  return (
    <ol className="flex flex-col gap-3" aria-live="polite">
      {messages.map(({ by, text }, index) => (
        <li
          // A made-up conversation only grows.
          key={index}
          className={classes(
            'max-w-[85%] rounded-md px-3 py-2',
            by === 'customer' ? 'self-start border bg-canvas' : 'self-end bg-ai-soft text-ink',
          )}
        >
          <span className="block text-small font-medium text-soft">
            {t(by === 'customer' ? 'playground.you' : 'playground.assistant')}
          </span>
          <span dir="auto" className="break-words whitespace-pre-wrap">
            {text}
          </span>
        </li>
      ))}
    </ol>
  )
}

function AskForm({ tried }: { tried: Tried | undefined }) {
  const t = useT()
  const form = useRef<HTMLFormElement>(null)
  const isIdle = useNavigation().state === 'idle'
  const hasAnswer = Boolean(tried?.trace)
  useEffect(() => {
    if (hasAnswer && isIdle) form.current?.querySelector('textarea')?.focus()
  }, [hasAnswer, isIdle])
  return (
    <FormState result={tried?.form}>
      <Form ref={form} method="post" action={ACTION} className="flex flex-col gap-3" noValidate>
        {tried?.messages.map(({ by, text }, index) => (
          <input key={index} type="hidden" name="said" value={`${by}:${text}`} />
        ))}
        <Field name="text" label={t('playground.message')}>
          <Textarea rows={3} />
        </Field>
        <div>
          <SubmitButton action={ACTION}>{t('playground.ask')}</SubmitButton>
        </div>
      </Form>
    </FormState>
  )
}
