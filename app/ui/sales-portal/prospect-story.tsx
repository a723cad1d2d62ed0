import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { ActionForm } from '../inbox/action-form.tsx'
import { Textarea } from '../input.tsx'
import { Time } from '../time.tsx'
import type { Stage } from './shown.ts'

export type ShownNote = { id: number; text: string; at: number; byName: string | null }
export type ShownStep = {
  id: number
  fromStage: Stage | null
  toStage: Stage
  reason: string
  at: number
  byName: string | null
}

/** What was noted, newest first, and a place for the next. */
export function Notes(props: { title: string; action: string; notes: ShownNote[] }) {
  const { title, action, notes } = props
  const t = useT()
  return (
    <Card title={title}>
      {/* The newest note makes an empty field of the one that was sent. */}
      <ActionForm key={notes[0]?.id} action={action} className="flex flex-col gap-3">
        <Field name="text" label={t('prospects.noteField')}>
          <Textarea rows={2} maxLength={5000} required />
        </Field>
        <div>
          <SubmitButton variant="secondary" action={action}>
            {t('prospects.noteAdd')}
          </SubmitButton>
        </div>
      </ActionForm>
      <ul className="mt-5 flex flex-col gap-4">
        {notes.length === 0 && <li className="text-soft">{t('prospects.notesNone')}</li>}
        {notes.map((note) => (
          <li key={note.id}>
            <p className="whitespace-pre-line wrap-anywhere">{note.text}</p>
            <p className="text-small text-faint">
              {note.byName ?? t('prospects.somebody')} · <Time at={note.at} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The stages it went through. */
export function StageHistory({ history }: { history: ShownStep[] }) {
  const t = useT()
  return (
    <Card title={t('prospects.history')}>
      <ol className="flex flex-col gap-3">
        {history.map((step) => (
          <li key={step.id}>
            <p>
              {step.fromStage === null
                ? t('prospects.historyStart')
                : t('prospects.historyStep', {
                    from: t(`prospects.stage_${step.fromStage}`),
                    to: t(`prospects.stage_${step.toStage}`),
                  })}
            </p>
            {step.reason && <p className="text-soft wrap-anywhere">{step.reason}</p>}
            <p className="text-small text-faint">
              {step.byName ?? t('prospects.somebody')} · <Time at={step.at} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
