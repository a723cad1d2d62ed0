import { Form } from '@remix-run/react'
import { strategies } from '#app/domain/assignment/strategy.ts'
import type { Strategy } from '#app/domain/assignment/strategy.ts'
import { Button } from '../button.tsx'
import { ChannelIcon } from '../channel-icon.tsx'
import type { ChannelName } from '../channel-icon.tsx'
import { useT } from '../i18n-provider.tsx'
import { Section } from '../page.tsx'
import { Select } from '../input.tsx'

/** A line per number or bot, each saved on its own. */
export function ChannelStrategies(props: {
  endpoints: { id: number; name: string; channel: string; strategy: Strategy | null }[]
  company: Strategy
  mayWrite: boolean
}) {
  const { endpoints, company, mayWrite } = props
  const t = useT()
  return (
    <Section title={t('assignment.channelsTitle')} description={t('assignment.channelsLead')}>
      {endpoints.length === 0 && <p className="text-soft">{t('assignment.channelsNone')}</p>}
      <ul className="flex flex-col gap-3">
        {endpoints.map((endpoint) => (
          <li key={endpoint.id}>
            <Form
              method="post"
              action={`/settings/assignment/channels/${endpoint.id}`}
              className="grid items-center gap-2 sm:grid-cols-[1fr_14rem_auto]"
              preventScrollReset
            >
              <label
                htmlFor={`strategy-${endpoint.id}`}
                className="flex min-w-0 items-center gap-2 font-medium"
              >
                <ChannelIcon channel={endpoint.channel as ChannelName} className="size-4" />
                <span className="truncate">{endpoint.name}</span>
              </label>
              <Select
                id={`strategy-${endpoint.id}`}
                name="strategy"
                defaultValue={endpoint.strategy ?? ''}
                disabled={!mayWrite}
              >
                <option value="">
                  {t('assignment.asCompany', { strategy: t(`assignment.strategy.${company}`) })}
                </option>
                {strategies.map((name) => (
                  <option key={name} value={name}>
                    {t(`assignment.strategy.${name}`)}
                  </option>
                ))}
              </Select>
              {mayWrite && (
                <Button type="submit" aria-label={`${t('common.save')}: ${endpoint.name}`}>
                  {t('common.save')}
                </Button>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  )
}
