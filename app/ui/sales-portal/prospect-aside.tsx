import { Form, Link } from '@remix-run/react'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { classes } from '../classes.ts'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { Input, Select } from '../input.tsx'
import { stages } from './shown.ts'
import type { Rep, Stage } from './shown.ts'

const row = 'flex w-full rounded-md px-2.5 py-1.5 text-left'

/** Where a prospect stands; the two stages that end it ask why first. */
export function StageChoice(props: { id: number; stage: Stage; reason: string }) {
  const { id, stage, reason } = props
  const t = useT()
  const look = (one: Stage) =>
    classes(
      row,
      one === stage
        ? 'bg-accent-soft font-medium text-accent-ink'
        : 'text-soft hover:bg-hover hover:text-ink',
    )
  return (
    <Card title={t('prospects.stage')}>
      <ActionForm action={`/sales/prospects/${id}/stage`} className="flex flex-col gap-1">
        {stages.slice(0, -2).map((one) => (
          <button
            key={one}
            type="submit"
            name="stage"
            value={one}
            aria-pressed={one === stage}
            className={look(one)}
          >
            {t(`prospects.stage_${one}`)}
          </button>
        ))}
        {stages.slice(-2).map((one) => (
          <Link
            key={one}
            to={`/sales/prospects/${id}/ending?to=${one}`}
            aria-current={one === stage ? 'step' : undefined}
            className={look(one)}
          >
            {t(`prospects.stage_${one}`)}
          </Link>
        ))}
      </ActionForm>
      {reason && (
        <p className="mt-3 text-soft wrap-anywhere">
          {t('prospects.reason')}: {reason}
        </p>
      )}
    </Card>
  )
}

/** A manager gives it to another rep. */
export function GiveAway({ id, reps }: { id: number; reps: Rep[] }) {
  const t = useT()
  const action = `/sales/prospects/${id}/rep`
  return (
    <Card title={t('prospects.giveTo')} description={t('prospects.giveLead')}>
      <Form method="post" action={action} className="flex flex-col gap-3">
        <Field name="repId" label={t('prospects.rep')}>
          <Select>
            {reps.map((rep) => (
              <option key={rep.id} value={rep.id}>
                {rep.name}
              </option>
            ))}
          </Select>
        </Field>
        <div>
          <SubmitButton variant="secondary" action={action}>
            {t('prospects.give')}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}

/** A manager says which company a won prospect has become. */
export function LinkCompany({ id, rootDomain }: { id: number; rootDomain: string }) {
  const t = useT()
  const action = `/sales/prospects/${id}/company`
  return (
    <Card title={t('prospects.link')} description={t('prospects.linkLead')}>
      <Form method="post" action={action} className="flex flex-col gap-3">
        <Field name="slug" label={t('prospects.linkSlug')}>
          <Input after={rootDomain} maxLength={60} autoComplete="off" />
        </Field>
        <div>
          <SubmitButton variant="secondary" action={action}>
            {t('prospects.linkSave')}
          </SubmitButton>
        </div>
      </Form>
    </Card>
  )
}
