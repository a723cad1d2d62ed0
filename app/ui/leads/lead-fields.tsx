import { toMoneyInput } from '#app/i18n/money.ts'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'

export type ShownLead = {
  title: string
  valueMinor: number | null
  currency: string
  probability: number | null
  expectedOn: string | null
  ownerId: number | null
  nextAction: string
  /** as a date field wants it, in the company's zone */
  nextActionAt: string
  source: string
}

/** Everything one can say of a lead. */
export function LeadFields(props: {
  lead: ShownLead
  owners: { id: number; name: string }[]
  stageProbability: number
}) {
  const { lead, owners, stageProbability } = props
  const t = useT()
  return (
    <>
      <Field name="title" label={t('leads.name')} help={t('leads.nameHelp')} optional>
        <Input defaultValue={lead.title} maxLength={120} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field name="value" label={t('leads.value')} optional>
          <Input
            inputMode="decimal"
            before={lead.currency}
            defaultValue={
              lead.valueMinor === null ? '' : toMoneyInput(lead.valueMinor, lead.currency)
            }
          />
        </Field>
        <Field
          name="probability"
          label={t('leads.probability')}
          help={t('leads.probabilityHelp', { count: stageProbability })}
          optional
        >
          <Input inputMode="numeric" after="%" defaultValue={lead.probability ?? ''} />
        </Field>
        <Field name="expectedOn" label={t('leads.expected')} optional>
          <Input type="date" defaultValue={lead.expectedOn ?? ''} />
        </Field>
      </div>
      <Field name="ownerId" label={t('leads.owner')} optional>
        <Select defaultValue={lead.ownerId ?? ''}>
          <option value="">{t('leads.nobody')}</option>
          {owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {owner.name}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-5 sm:grid-cols-[1fr_16rem]">
        <Field
          name="nextAction"
          label={t('leads.nextAction')}
          help={t('leads.nextActionHelp')}
          optional
        >
          <Textarea rows={2} maxLength={500} defaultValue={lead.nextAction} />
        </Field>
        <Field name="nextActionAt" label={t('leads.nextActionAt')} optional>
          <Input type="datetime-local" defaultValue={lead.nextActionAt} />
        </Field>
      </div>
      <Field name="source" label={t('leads.source')} optional>
        <Input defaultValue={lead.source} maxLength={120} />
      </Field>
    </>
  )
}
