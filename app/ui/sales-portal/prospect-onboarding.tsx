import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'

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
        <div className="flex flex-wrap gap-2">
          <Form method="post" action={action}>
            <SubmitButton action={action} variant="secondary">
              {t('onboarding.begin')}
            </SubmitButton>
          </Form>
          <LinkButton to={`/sales/prospects/${id}/onboarding-date`} variant="quiet">
            {t('onboarding.dateAgree')}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}
