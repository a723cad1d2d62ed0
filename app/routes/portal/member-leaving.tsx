import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { countOwned, emptyHands } from '#app/domain/team/leaving.server.ts'
import { memberIdOf } from '#app/routes/members/answer.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { leavingForm } from '#app/routes/team-forms.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Select, Textarea } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'conversations.assign')
  const leaving = findMember(db, memberIdOf(args.params))
  if (!leaving) throw new Response(null, { status: 404 })
  return {
    title: pageTitle(args, 'team.leaving'),
    ...{ id: leaving.id, name: leaving.name, owned: countOwned(db, leaving.id) },
    colleagues: listAssignable(db).filter(({ id }) => id !== leaving.id),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.assign')
  const memberId = memberIdOf(params)
  if (!findMember(db, memberId)) throw new Response(null, { status: 404 })
  const read = await readForm(request, leavingForm)
  if (!read.ok) return read.result
  const emptied = emptyHands(db, member, { memberId, ...read.values })
  if (!emptied.ok) return refuseForm(read.values, { to: emptied.reason }).result
  return redirect(`/members/${memberId}?note=handed_over`)
}

export default function LeavingMember() {
  const t = useT()
  const { id, name, owned, colleagues } = useLoaderData<typeof loader>()
  const address = `/members/${id}/leaving`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('team.leavingTitle', { name })}
        description={t('team.leavingLead', { count: owned })}
        back={{ to: `/members/${id}`, label: name }}
      />
      <Card>
        <FormState result={useActionData<typeof action>()}>
          <Form method="post" action={address} noValidate className="flex flex-col gap-5">
            <Field name="to" label={t('team.leavingTo')}>
              <Select defaultValue="queue">
                <option value="queue">{t('team.leavingQueue')}</option>
                <option value="spread">{t('team.leavingSpread')}</option>
                {colleagues.map((colleague) => (
                  <option key={colleague.id} value={colleague.id}>
                    {colleague.name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field
              name="reason"
              label={t('team.leavingReason')}
              help={t('team.leavingReasonHelp')}
              optional
            >
              <Textarea rows={3} maxLength={500} />
            </Field>
            <div>
              <SubmitButton action={address}>{t('team.leavingSubmit')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
