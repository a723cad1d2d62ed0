import { toMoneyInput } from '#app/i18n/money.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'
import type { Rep } from './shown.ts'

export type ProspectValues = {
  name: string
  industry: string
  city: string
  contactName: string
  phone: string
  email: string
  source: string
  planId: string | null
  value: number | null
  nextAction: string
  /** as a date field wants it, on the platform's clock */
  nextActionAt: string
}

/** Everything one can say of a prospect. `reps` lets a manager choose whose a new one is. */
export function ProspectFields(props: {
  prospect?: ProspectValues
  currency: string
  plans: { id: string; name: string }[]
  reps?: Rep[]
}) {
  const { prospect, currency, plans, reps } = props
  const t = useT()
  return (
    <>
      <Field name="name" label={t('prospects.name')}>
        <Input defaultValue={prospect?.name} maxLength={120} autoComplete="off" />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="industry" label={t('prospects.industry')}>
          <Select defaultValue={prospect?.industry ?? ''}>
            {!prospect && <option value="" />}
            {industrySlugs.map((slug) => (
              <option key={slug} value={slug}>
                {t(`auth.industry_${slug}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          name="city"
          label={t('prospects.city')}
          help={reps && t('prospects.cityHelp')}
          optional
        >
          <Input defaultValue={prospect?.city} maxLength={80} autoComplete="off" />
        </Field>
        <Talking prospect={prospect} />
        <Field name="source" label={t('prospects.source')} optional>
          <Input defaultValue={prospect?.source} maxLength={120} autoComplete="off" />
        </Field>
        <Field name="planId" label={t('prospects.plan')} optional>
          <Select defaultValue={prospect?.planId ?? ''}>
            <option value="">{t('prospects.noPlan')}</option>
            {plans.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {plan.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="value" label={t('prospects.value')} optional>
          <Input
            inputMode="decimal"
            before={currency}
            defaultValue={
              typeof prospect?.value === 'number' ? toMoneyInput(prospect.value, currency) : ''
            }
          />
        </Field>
        {reps && <RepChoice reps={reps} />}
      </div>
      <Next prospect={prospect} />
    </>
  )
}

function Talking({ prospect }: { prospect: ProspectValues | undefined }) {
  const t = useT()
  return (
    <>
      <Field name="contactName" label={t('prospects.contactName')} optional>
        <Input defaultValue={prospect?.contactName} maxLength={120} autoComplete="off" />
      </Field>
      <Field name="phone" label={t('prospects.phone')} optional>
        <Input type="tel" defaultValue={prospect?.phone} maxLength={40} autoComplete="off" />
      </Field>
      <Field name="email" label={t('prospects.email')} optional>
        <Input type="email" defaultValue={prospect?.email} maxLength={200} autoComplete="off" />
      </Field>
    </>
  )
}

function RepChoice({ reps }: { reps: Rep[] }) {
  const t = useT()
  return (
    <Field name="repId" label={t('prospects.rep')} optional>
      <Select>
        <option value="">{t('prospects.repByRule')}</option>
        {reps.map((rep) => (
          <option key={rep.id} value={rep.id}>
            {rep.name}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Next({ prospect }: { prospect: ProspectValues | undefined }) {
  const t = useT()
  return (
    <div className="grid gap-5 sm:grid-cols-[1fr_16rem]">
      <Field
        name="nextAction"
        label={t('prospects.nextAction')}
        help={t('prospects.nextActionHelp')}
        optional
      >
        <Textarea rows={2} maxLength={500} defaultValue={prospect?.nextAction} />
      </Field>
      <Field
        name="nextActionAt"
        label={t('prospects.nextActionAt')}
        help={t('prospects.nextActionAtHelp')}
        optional
      >
        <Input type="datetime-local" defaultValue={prospect?.nextActionAt} />
      </Field>
    </div>
  )
}
