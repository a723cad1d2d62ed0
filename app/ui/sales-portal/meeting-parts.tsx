import { Form } from '@remix-run/react'
import { CalendarClock } from 'lucide-react'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'
import { Time, useNow } from '../time.tsx'

export type ShownMeeting = {
  id: number
  startsAt: number
  minutes: number
  place: string
  cancelledAt: number | null
}

/** Demos that were agreed on: to come, over or called off. */
export function Meetings({ id, meetings }: { id: number; meetings: ShownMeeting[] }) {
  const t = useT()
  const now = useNow()
  const base = `/sales/prospects/${id}/meetings`
  return (
    <Card title={t('demos.meetings')}>
      {meetings.length > 0 && (
        <ul className="mb-4 flex flex-col gap-3">
          {meetings.map((one) => (
            <li key={one.id} className="flex items-start gap-2.5">
              <CalendarClock className="mt-0.5 size-4 shrink-0 text-faint" aria-hidden />
              <span className="min-w-0 flex-1 wrap-anywhere">
                <span className={one.cancelledAt === null ? 'font-medium' : 'line-through'}>
                  <Time at={one.startsAt} as="moment" />
                </span>
                {one.cancelledAt !== null && (
                  <span className="text-faint"> · {t('demos.meetingOff')}</span>
                )}
                {one.place && <span className="block text-small text-soft">{one.place}</span>}
              </span>
              {one.cancelledAt === null && one.startsAt > now && (
                <LinkButton
                  to={`${base}/${one.id}`}
                  size="small"
                  variant="quiet"
                  aria-label={t('demos.meetingChangeThis')}
                >
                  {t('demos.meetingChange')}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <LinkButton to={base}>{t('demos.meetingPlan')}</LinkButton>
    </Card>
  )
}

export type MeetingStart = {
  /** as a field of date and time holds it */
  startsAt: string
  minutes: number
  place: string
  attendees: string
  note: string
}

/** When, where and with whom. */
export function MeetingForm(props: {
  action: string
  start: MeetingStart
  submit: string
  result: FormResult | undefined
}) {
  const { action, start, submit, result } = props
  const t = useT()
  return (
    <Card>
      <FormState result={result}>
        <Form method="post" action={action} noValidate className="flex flex-col gap-5">
          <FormErrorSummary />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="startsAt" label={t('demos.meetingWhen')} help={t('demos.meetingZone')}>
              <Input type="datetime-local" defaultValue={start.startsAt} required />
            </Field>
            <Field name="minutes" label={t('demos.meetingMinutes')}>
              <Input type="number" min={5} max={480} defaultValue={String(start.minutes)} />
            </Field>
          </div>
          <Field name="place" label={t('demos.meetingPlace')} optional>
            <Input maxLength={200} defaultValue={start.place} autoComplete="off" />
          </Field>
          <Field
            name="attendees"
            label={t('demos.meetingPeople')}
            help={t('demos.meetingPeopleHelp')}
            optional
          >
            <Textarea rows={2} maxLength={1000} defaultValue={start.attendees} />
          </Field>
          <Field name="note" label={t('demos.meetingNote')} optional>
            <Textarea rows={3} maxLength={500} defaultValue={start.note} />
          </Field>
          <div>
            <SubmitButton action={action}>{submit}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Card>
  )
}

export function CallOff({ action }: { action: string }) {
  const t = useT()
  return (
    <ConfirmDialog
      id="call-off"
      trigger={t('demos.meetingCancel')}
      title={t('demos.meetingCancelTitle')}
      action={action}
      confirmLabel={t('demos.meetingCancel')}
    >
      {t('demos.meetingCancelLead')}
    </ConfirmDialog>
  )
}
