import { Form } from '@remix-run/react'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import type { Plan } from '#app/platform/billing/plans.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'

type Props = { plans: Plan[]; suffix: string; result?: FormResult }
const ACTION = '/admin/companies/new'

/** What is needed to make a company for somebody. */
export function NewCompanyForm({ plans, suffix, result }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <FormState result={result}>
      <Form method="post" action={ACTION} noValidate>
        <Card
          footer={
            <>
              <LinkButton to="/admin/companies">{t('common.cancel')}</LinkButton>
              <SubmitButton action={ACTION}>{t('admin.newCompanyConfirm')}</SubmitButton>
            </>
          }
        >
          <div className="flex flex-col gap-5">
            <FormErrorSummary />
            <Field name="name" label={t('admin.companyName')}>
              <Input maxLength={80} autoComplete="off" />
            </Field>
            <Field name="slug" label={t('platform.address')}>
              <Input after={suffix} autoCapitalize="none" autoComplete="off" maxLength={40} />
            </Field>
            <Field name="industry" label={t('platform.industry')}>
              <Select>
                {industrySlugs.map((industry) => (
                  <option key={industry} value={industry}>
                    {t(`auth.industry_${industry}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="planId" label={t('platform.plan')} help={t('admin.newCompanyPlanHelp')}>
              <Select>
                {plans.map(({ id, name, monthly, currency }) => (
                  <option key={id} value={id}>
                    {`${name} · ${format.money(monthly, currency)}`}
                  </option>
                ))}
              </Select>
            </Field>
            <Owner />
          </div>
        </Card>
      </Form>
    </FormState>
  )
}

function Owner() {
  const t = useT()
  return (
    <>
      <Field name="ownerName" label={t('admin.ownerName')}>
        <Input maxLength={80} autoComplete="off" />
      </Field>
      <Field name="ownerEmail" label={t('admin.ownerMail')} help={t('admin.ownerMailHelp')}>
        <Input type="email" autoComplete="off" />
      </Field>
      <Field name="language" label={t('admin.language')}>
        <Select>
          {languages.map((language) => (
            <option key={language} value={language}>
              {languageNames[language]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
