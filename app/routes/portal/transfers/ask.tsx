import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { requestTransfer } from '#app/domain/transfers/request.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { transferForm } from '#app/routes/transfer-forms.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Select, Textarea } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 when the conversation is closed or out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const conversation = findReachable(db, member, Number(args.params['id']))
  if (!conversation || conversation.status === 'closed') throw new Response(null, { status: 404 })
  return {
    title: pageTitle(args, 'transfers.ask'),
    id: conversation.id,
    colleagues: listAssignable(db).filter(({ id }) => id !== conversation.assignedTo),
    isDirect: getCompany(db).directTransfer === 1 || can(member, 'conversations.assign'),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const conversationId = Number(params['id'])
  const read = await readForm(request, transferForm)
  if (!read.ok) return read.result
  const asked = requestTransfer(db, member, { conversationId, ...read.values })
  if (!asked.ok) {
    if (asked.reason === 'not_found') throw new Response(null, { status: 404 })
    const typed = { ...read.values, targetMemberId: read.values.targetMemberId ?? '' }
    return refuseForm(typed, { targetMemberId: asked.reason }).result
  }
  if (asked.outcome === 'transferred' && !findReachable(db, member, conversationId))
    return redirect('/conversations?done=transferred')
  return redirect(`/conversations/${conversationId}`)
}

export default function AskForTransfer() {
  const t = useT()
  const { id, colleagues, isDirect } = useLoaderData<typeof loader>()
  const address = `/conversations/${id}/transfer`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('transfers.ask')}
        description={t(isDirect ? 'transfers.askLeadDirect' : 'transfers.askLead')}
        back={{ to: `/conversations/${id}`, label: t('transfers.conversation') }}
      />
      <Card>
        <FormState result={useActionData<typeof action>()}>
          <Form method="post" action={address} noValidate className="flex flex-col gap-5">
            <FormErrorSummary />
            <Field
              name="targetMemberId"
              label={t('transfers.target')}
              help={t('transfers.targetHelp')}
              optional
            >
              <Select>
                <option value="">{t('transfers.anybody')}</option>
                {colleagues.map((colleague) => (
                  <option key={colleague.id} value={colleague.id}>
                    {colleague.name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="reason" label={t('transfers.reason')} help={t('transfers.reasonHelp')}>
              <Textarea rows={4} maxLength={500} />
            </Field>
            <div>
              <SubmitButton action={address}>
                {t(isDirect ? 'transfers.sendDirect' : 'transfers.send')}
              </SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
