import type { ReactNode } from 'react'
import { Form } from '@remix-run/react'
import { roles } from '#app/domain/members/permissions.ts'
import type { IndustrySlug } from '#app/industries/industry.ts'
import {
  announcementLevels,
  announcementZones,
  TEXT_LENGTH_MAX,
  TITLE_LENGTH_MAX,
} from '#app/platform/announcements/announcement.ts'
import type { Audience } from '#app/platform/announcements/announcement.ts'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select, Textarea } from '#app/ui/input.tsx'

export type AnnouncementChoices = {
  plans: { id: string; name: string }[]
  industries: string[]
}

export type AnnouncementValues = {
  level: string
  titleEn: string
  titleSw: string
  textEn: string
  textSw: string
  /** wall clocks of the zone, `2026-08-03T14:05` */
  from: string
  until: string
  timeZone: string
  companies: string
  isDismissable: boolean
  audience: Omit<Audience, 'companies'>
}

/** Everything an announcement says, to whom and when. */
export function AnnouncementFields(props: {
  action: string
  values: AnnouncementValues
  choices: AnnouncementChoices
  result: FormResult | undefined
  confirm: string
  /** offers to look at it first */
  mayPreview?: boolean
}) {
  const { action, values, choices, result, confirm, mayPreview } = props
  const t = useT()
  return (
    <FormState result={result}>
      <Form method="post" action={action} noValidate>
        <Card
          footer={
            <>
              <SubmitButton>{confirm}</SubmitButton>
              {mayPreview && (
                <Button type="submit" name="preview" value="yes">
                  {t('control.showPreview')}
                </Button>
              )}
            </>
          }
        >
          <div className="flex flex-col gap-6">
            <FormErrorSummary />
            <RadioGroup
              name="level"
              legend={t('control.level')}
              defaultValue={values.level}
              options={announcementLevels.map((value) => ({
                ...{ value, label: t(`control.level_${value}`) },
              }))}
            />
            <Texts values={values} />
            <Times values={values} />
            <Audiences values={values} choices={choices} />
            <Checkbox
              name="isDismissable"
              label={t('control.dismissable')}
              help={t('control.dismissableHelp')}
              defaultChecked={values.isDismissable}
            />
          </div>
        </Card>
      </Form>
    </FormState>
  )
}

function Texts({ values }: { values: AnnouncementValues }) {
  const t = useT()
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field name="titleEn" label={t('control.titleEn')}>
        <Input maxLength={TITLE_LENGTH_MAX} defaultValue={values.titleEn} required />
      </Field>
      <Field name="titleSw" label={t('control.titleSw')}>
        <Input maxLength={TITLE_LENGTH_MAX} defaultValue={values.titleSw} required />
      </Field>
      <Field name="textEn" label={t('control.textEn')} optional>
        <Textarea rows={3} maxLength={TEXT_LENGTH_MAX} defaultValue={values.textEn} />
      </Field>
      <Field name="textSw" label={t('control.textSw')} optional>
        <Textarea rows={3} maxLength={TEXT_LENGTH_MAX} defaultValue={values.textSw} />
      </Field>
    </div>
  )
}

function Times({ values }: { values: AnnouncementValues }) {
  const t = useT()
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <Field name="from" label={t('control.from')} help={t('control.fromHelp')} optional>
        <Input type="datetime-local" defaultValue={values.from} />
      </Field>
      <Field name="until" label={t('control.until')} help={t('control.untilHelp')} optional>
        <Input type="datetime-local" defaultValue={values.until} />
      </Field>
      <Field name="timeZone" label={t('control.zone')}>
        <Select defaultValue={values.timeZone}>
          {announcementZones.map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </Field>
    </div>
  )
}

function Audiences(props: { values: AnnouncementValues; choices: AnnouncementChoices }) {
  const { values, choices } = props
  const { plans, industries, roles: chosenRoles } = values.audience
  const t = useT()
  return (
    <div className="flex flex-col gap-5">
      <p className="text-soft">{t('control.audienceLead')}</p>
      <Ticks name="plan" legend={t('control.plans')} chosen={plans}>
        {choices.plans.map(({ id, name }) => [id, name])}
      </Ticks>
      <Ticks name="role" legend={t('control.roles')} chosen={chosenRoles}>
        {roles.map((role) => [role, t(`members.role_${role}`)])}
      </Ticks>
      <Ticks name="industry" legend={t('control.industries')} chosen={industries}>
        {choices.industries.map((slug) => [slug, t(`auth.industry_${slug as IndustrySlug}`)])}
      </Ticks>
      <Field
        name="companies"
        label={t('control.companies')}
        help={t('control.companiesHelp')}
        optional
      >
        <Input autoComplete="off" defaultValue={values.companies} />
      </Field>
    </div>
  )
}

function Ticks(props: {
  name: string
  legend: ReactNode
  chosen: readonly string[]
  children: (readonly [string, ReactNode])[]
}) {
  const { name, legend, chosen, children } = props
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">
        {children.map(([value, label]) => (
          <label key={value} className="inline-flex items-center gap-2 py-1">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-4 accent-(--accent)"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
