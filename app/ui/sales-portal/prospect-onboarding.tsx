import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

/** Sets the prospect's company up with them: now, at a time to come, or where it was left. */
export function ProspectOnboarding({ id, sessionId }: { id: number; sessionId?: number }) {
  const t = useT()
  const action = `/sales/prospects/${id}/onboarding`
  return (
    <Card title={t('onboarding.together')} description={t('onboarding.togetherLead')}>
      {sessionId ? (
        <LinkButton to={`/sales/onboarding/${sessionId}`} wide>
          {t('onboarding.goOn')}
        </LinkButton>
      ) : (
        <Form method="post" action={action} className="flex flex-col gap-3">
          <Field name="at" label={t('onboarding.when')} help={t('onboarding.whenHelp')} optional>
            <Input type="datetime-local" />
          </Field>
          <div>
            <SubmitButton action={action} variant="secondary">
              {t('onboarding.begin')}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  )
}
