import { Form } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import { Button, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Textarea } from '../input.tsx'
import { Time } from '../time.tsx'

type Note = {
  id: number
  text: string
  at: number
  memberId: number | null
  authorName: string | null
}

/** Notes about a person, beside those in single conversations. */
export function ContactNotes(props: {
  contactId: number
  notes: Note[]
  me: number
  mayEdit: boolean
}) {
  const t = useT()
  const { contactId, notes, me, mayEdit } = props
  return (
    <div id="notes">
      <Card title={t('contacts.notesTitle')} description={t('contacts.notesHelp')}>
        {mayEdit && (
          <Form
            // A new list is a new form: what was sent is not typed any more.
            key={notes[0]?.id ?? 0}
            method="post"
            action={`/contacts/${contactId}/notes`}
            className="flex flex-col gap-3"
          >
            <Field name="text" label={t('contacts.noteNew')}>
              <Textarea maxLength={5_000} required />
            </Field>
            <div>
              <SubmitButton variant="secondary">{t('common.add')}</SubmitButton>
            </div>
          </Form>
        )}
        <ul className="mt-4 flex flex-col gap-3">
          {notes.map((note) => (
            <li key={note.id} className="rounded-md bg-sunken px-3 py-2">
              <p className="whitespace-pre-line wrap-anywhere">{note.text}</p>
              <div className="mt-1 flex items-center justify-between gap-2 text-small text-faint">
                <span>
                  {note.authorName ?? t('inbox.someone')} · <Time at={note.at} />
                </span>
                {mayEdit && note.memberId === me && (
                  <Form method="post" action={`/contacts/${contactId}/notes/${note.id}/deletion`}>
                    <Button
                      type="submit"
                      variant="quiet"
                      size="small"
                      aria-label={t('contacts.noteDelete')}
                      icon={<Trash2 className="size-3.5" aria-hidden />}
                    />
                  </Form>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
