import { Form } from '@remix-run/react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { Badge } from '../badge.tsx'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ChannelIcon, useChannelName } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'
import { Time } from '../time.tsx'

type Consent = { channel: string; category: string; state: string; source: string; at: number }

const channels: ChannelName[] = ['whatsapp-cloud', 'telegram', 'web-chat']
const categories = ['all', 'marketing', 'utility', 'authentication'] as const

/** What a person said about automatic messages, and the place to note it. */
export function ConsentCard(props: { contactId: number; consents: Consent[]; mayEdit: boolean }) {
  const t = useT()
  const { contactId, consents, mayEdit } = props
  return (
    <div id="consent">
      <Card title={t('consent.title')} description={t('consent.lead')}>
        {consents.length === 0 && <p className="text-soft">{t('consent.none')}</p>}
        <ul className="flex flex-col gap-3">
          {consents.map((one) => (
            <ConsentRow key={one.channel + one.category} consent={one} />
          ))}
        </ul>
        {mayEdit && (
          <details className="mt-4">
            <summary className="cursor-pointer rounded-sm font-medium text-accent-ink">
              {t('consent.record')}
            </summary>
            <RecordForm contactId={contactId} />
          </details>
        )}
      </Card>
    </div>
  )
}

function ConsentRow({ consent }: { consent: Consent }) {
  const t = useT()
  const category = consent.category === '*' ? 'all' : consent.category
  return (
    <li className="flex items-start gap-2">
      <ChannelIcon channel={consent.channel as ChannelName} className="mt-0.5 size-4" />
      <span className="min-w-0 flex-1">
        {t(`consent.category.${category}` as MessageKey)}
        <span className="block text-small text-faint">
          {t(`consent.source.${consent.source}` as MessageKey)} · <Time at={consent.at} />
        </span>
      </span>
      <Badge tone={consent.state === 'granted' ? 'good' : 'bad'}>
        {t(`consent.state.${consent.state}` as MessageKey)}
      </Badge>
    </li>
  )
}

function RecordForm({ contactId }: { contactId: number }) {
  const t = useT()
  const channelName = useChannelName()
  return (
    <Form
      method="post"
      action={`/contacts/${contactId}/consent`}
      className="mt-3 flex flex-col gap-3"
    >
      <p className="text-small text-faint">{t('consent.recordLead')}</p>
      <Field name="channel" label={t('consent.channel')}>
        <Select>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channelName(channel)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="category" label={t('consent.category')}>
        <Select>
          {categories.map((category) => (
            <option key={category} value={category === 'all' ? '*' : category}>
              {t(`consent.category.${category}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="state" label={t('consent.state')}>
        <Select>
          <option value="granted">{t('consent.state.granted')}</option>
          <option value="withdrawn">{t('consent.state.withdrawn')}</option>
        </Select>
      </Field>
      <div>
        <SubmitButton variant="secondary">{t('common.save')}</SubmitButton>
      </div>
    </Form>
  )
}
