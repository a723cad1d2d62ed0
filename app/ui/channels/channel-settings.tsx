import { Form } from '@remix-run/react'
import { SubmitButton } from '../button.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Section } from '../page.tsx'
import { ChannelFields } from './channel-fields.tsx'
import type { KnownSettings } from './channel-fields.tsx'

/** Changes a channel's settings; new credentials connect it again. */
export function ChannelSettings(props: {
  endpoint: { id: number; channel: ChannelName; name: string; config: Record<string, unknown> }
  result: FormResult | undefined
  isShared: boolean
}) {
  const { endpoint, result, isShared } = props
  const t = useT()
  const action = `/channels/${endpoint.id}`
  const known: KnownSettings = { ...endpoint.config, name: endpoint.name }
  return (
    <Section title={t('channels.settings')} description={t('channels.settingsLead')}>
      <FormState result={result}>
        <Form method="post" action={action} className="flex flex-col gap-5" noValidate>
          <FormErrorSummary />
          <ChannelFields channel={endpoint.channel} isAppSecretOptional={isShared} known={known} />
          <div>
            <SubmitButton action={action}>{t('common.save')}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Section>
  )
}
