import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editContact, findContactProfile } from '#app/domain/contacts/profile.server.ts'
import { listScoreContributions } from '#app/domain/contacts/score.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConversationRows } from '#app/ui/contacts/conversation-rows.tsx'
import { Identities } from '#app/ui/contacts/identities.tsx'
import { ScoreReasons } from '#app/ui/contacts/score-reasons.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Textarea } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

const NAME_MAX = 120
const NOTES_MAX = 5_000

const form = z.object({
  name: z.string().trim().max(NAME_MAX, 'too_long'),
  email: z.union([z.literal('').transform(() => null), z.email('invalid_email').max(254)]),
  notes: z.string().trim().max(NOTES_MAX, 'too_long'),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.contact.name || data?.contact.phone || 'Contact' },
]

export function loader({ params, context }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.read')
  const profile = findContactProfile(db, member, Number(params['id']))
  if (!profile) throw new Response(null, { status: 404 })
  const reasons = listScoreContributions(db, profile.contact.id)
  return { ...profile, reasons, mayEdit: can(member, 'contacts.write') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.write')
  const read = await readForm(request, form)
  if (!read.ok) return read.result
  const id = Number(params['id'])
  if (!editContact(db, member, id, read.values)) throw new Response(null, { status: 404 })
  return redirect(`/contacts/${id}`)
}

export default function Contact() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { contact } = data
  return (
    <Page width="wide">
      <PageHeader
        title={contact.name || contact.phone || t('contacts.unnamed')}
        description={contact.phone ?? undefined}
        back={{ to: '/contacts', label: t('contacts.title') }}
        actions={
          data.mayEdit && <BlockButton id={contact.id} isBlocked={Boolean(contact.blockedAt)} />
        }
      />
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {data.mayEdit && <EditForm />}
          <Card title={t('contacts.conversations')} flush>
            <ConversationRows rows={data.conversations} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <ScoreReasons score={contact.score} color={contact.scoreColor} reasons={data.reasons} />
          <Identities phone={contact.phone} email={contact.email} identities={data.identities} />
        </div>
      </div>
    </Page>
  )
}

function EditForm() {
  const t = useT()
  const { contact } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Card title={t('contacts.details')}>
      <FormState result={result}>
        <Form method="post" className="flex flex-col gap-5">
          <FormErrorSummary />
          <Field name="name" label={t('contacts.name')} optional>
            <Input defaultValue={contact.name} maxLength={NAME_MAX} autoComplete="off" />
          </Field>
          <Field name="email" label={t('contacts.email')} optional>
            <Input type="email" defaultValue={contact.email ?? ''} autoComplete="off" />
          </Field>
          <Field name="notes" label={t('contacts.notes')} help={t('contacts.notesHelp')} optional>
            <Textarea defaultValue={contact.notes} maxLength={NOTES_MAX} />
          </Field>
          <div>
            <SubmitButton>{t('common.save')}</SubmitButton>
          </div>
        </Form>
      </FormState>
    </Card>
  )
}

function BlockButton({ id, isBlocked }: { id: number; isBlocked: boolean }) {
  const t = useT()
  const action = `/contacts/${id}/block`
  if (isBlocked) {
    return (
      <Form method="post" action={action}>
        <input type="hidden" name="blocked" value="no" />
        <SubmitButton variant="secondary">{t('contacts.unblock')}</SubmitButton>
      </Form>
    )
  }
  return (
    <ConfirmDialog
      id="block"
      trigger={t('contacts.block')}
      title={t('contacts.blockTitle')}
      action={action}
      fields={{ blocked: 'yes' }}
      confirmLabel={t('contacts.block')}
    >
      {t('contacts.blockLead')}
    </ConfirmDialog>
  )
}
