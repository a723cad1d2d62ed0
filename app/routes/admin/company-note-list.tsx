import { Form } from '@remix-run/react'
import type { CompanyNote } from '#app/platform/companies/notes.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Textarea } from '#app/ui/input.tsx'
import { Time } from '#app/ui/time.tsx'

type Props = { companyId: string; notes: CompanyNote[]; ownId: number }

/** What the platform's people tell each other about a company, which never sees it. */
export function CompanyNotes({ companyId, notes, ownId }: Props) {
  const t = useT()
  const action = `/admin/companies/${companyId}/notes`
  return (
    <Card title={t('admin.notes')} description={t('admin.notesLead')}>
      <Form method="post" action={action} className="flex flex-col items-start gap-3">
        <div className="w-full">
          <Field name="text" label={t('admin.noteText')}>
            <Textarea key={notes[0]?.id} rows={2} maxLength={2_000} required />
          </Field>
        </div>
        <SubmitButton variant="secondary" action={action}>
          {t('admin.noteAdd')}
        </SubmitButton>
      </Form>
      {notes.length > 0 && (
        <ul className="mt-5 flex flex-col divide-y border-t">
          {notes.map((note) => (
            <Note key={note.id} note={note} action={action} isOwn={note.userId === ownId} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function Note(props: { note: CompanyNote; action: string; isOwn: boolean }) {
  const { note, action, isOwn } = props
  const t = useT()
  return (
    <li className="flex items-start justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="wrap-anywhere whitespace-pre-line">{note.text}</p>
        <p className="mt-1 text-small text-faint">
          {note.author ?? t('admin.somebody')} · <Time at={note.createdAt} />
        </p>
      </div>
      {isOwn && (
        <ConfirmDialog
          id={`note-${note.id}`}
          trigger={t('common.delete')}
          triggerLook={{ size: 'small', variant: 'quiet' }}
          title={t('admin.noteDeleteTitle')}
          action={`${action}/${note.id}/deletion`}
          confirmLabel={t('common.delete')}
        >
          {note.text.slice(0, 120)}
        </ConfirmDialog>
      )}
    </li>
  )
}
