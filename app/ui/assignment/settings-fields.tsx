import { Link } from '@remix-run/react'
import { strategies } from '#app/domain/assignment/strategy.ts'
import type { Strategy } from '#app/domain/assignment/strategy.ts'
import { RadioGroup, Switch } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'
import { Section } from '../page.tsx'

export type ShownSettings = {
  strategy: Strategy
  queueWhen: 'always' | 'needs_person'
  defaultCapacity: number
  autoAwayMinutes: number
  directTransfer: boolean
  outOfHoursMessage: string
  outOfHoursWithAi: boolean
}

type Props = { settings: ShownSettings }

/** Who gets a conversation, and when. */
export function StrategyFields({ settings }: Props) {
  const t = useT()
  return (
    <Section title={t('assignment.strategyTitle')} description={t('assignment.strategyLead')}>
      <RadioGroup
        name="strategy"
        legend={t('assignment.strategyLegend')}
        look="cards"
        defaultValue={settings.strategy}
        options={strategies.map((name) => ({
          value: name,
          label: t(`assignment.strategy.${name}`),
          help: t(`assignment.strategyHelp.${name}`),
        }))}
      />
      <RadioGroup
        name="queueWhen"
        legend={t('assignment.queueWhen')}
        defaultValue={settings.queueWhen}
        options={(['needs_person', 'always'] as const).map((name) => ({
          value: name,
          label: t(`assignment.queueWhen.${name}`),
          help: t(`assignment.queueWhenHelp.${name}`),
        }))}
      />
    </Section>
  )
}

/** How much one person holds, and when somebody counts as away. */
export function LoadFields({ settings }: Props) {
  const t = useT()
  return (
    <Section title={t('assignment.loadTitle')} description={t('assignment.loadLead')}>
      <Field
        name="defaultCapacity"
        label={t('assignment.capacity')}
        help={t('assignment.capacityHelp')}
      >
        <Input inputMode="numeric" defaultValue={settings.defaultCapacity} className="w-28!" />
      </Field>
      <Field
        name="autoAwayMinutes"
        label={t('assignment.autoAway')}
        help={t('assignment.autoAwayHelp')}
      >
        <Input
          inputMode="numeric"
          defaultValue={settings.autoAwayMinutes}
          after={t('assignment.minutes')}
          className="w-20!"
        />
      </Field>
      <Switch
        name="directTransfer"
        label={t('assignment.directTransfer')}
        help={t('assignment.directTransferHelp')}
        defaultChecked={settings.directTransfer}
      />
    </Section>
  )
}

/** What a customer hears who needs a person while the company is closed. */
export function ClosedFields({ settings, place }: Props & { place: string }) {
  const t = useT()
  return (
    <Section
      title={t('assignment.closedTitle')}
      description={
        <>
          {t('assignment.closedLead')}{' '}
          <Link to="/settings/hours" className="text-accent underline">
            {t('assignment.hoursLink')}
          </Link>
        </>
      }
    >
      <Field
        name="outOfHoursMessage"
        label={t('assignment.closedMessage')}
        help={t('assignment.closedMessageHelp', { place })}
        optional
      >
        <Textarea
          defaultValue={settings.outOfHoursMessage}
          placeholder={t('assignment.closedPlaceholder', { place })}
        />
      </Field>
      <Switch
        name="outOfHoursWithAi"
        label={t('assignment.closedWithAi')}
        help={t('assignment.closedWithAiHelp')}
        defaultChecked={settings.outOfHoursWithAi}
      />
    </Section>
  )
}
