import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { decideTransfer } from '#app/domain/transfers/decide.server.ts'
import { findTransferRow } from '#app/domain/transfers/list.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { parseForm, readFormData, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { decisionForm } from '#app/routes/transfer-forms.server.ts'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { DecisionForm } from '#app/ui/transfers/decision-form.tsx'
import { RequestCard } from '#app/ui/transfers/request-card.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 when it is not this person's to see */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const request = findTransferRow(db, member, Number(args.params['id']))
  if (!request) throw new Response(null, { status: 404 })
  const mayDecide = can(member, 'conversations.assign') && request.state === 'pending'
  return {
    title: pageTitle(args, 'transfers.title'),
    request,
    colleagues: mayDecide ? listAssignable(db).filter(({ id }) => id !== request.requestedBy) : [],
    mayDecide,
    mayWithdraw: request.state === 'pending' && request.requestedBy === member.id,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.assign')
  const requestId = Number(params['id'])
  const form = await readFormData(request)
  const read = parseForm(form, decisionForm)
  if (!read.ok) return read.result
  const { decision, memberId, reason } = read.values
  const order = { requestId, isApproved: decision === 'approve', memberId, reason }
  const decided = decideTransfer(db, member, order)
  if (decided.ok) return redirect(toSafePath(form.get('returnTo')) ?? '/transfers?note=decided')
  if (decided.reason === 'not_found') throw new Response(null, { status: 404 })
  const typed = { ...read.values, memberId: memberId ?? '' }
  if (decided.reason === 'reason_missing') return refuseForm(typed, { reason: 'required' }).result
  return refuseForm(typed, { memberId: decided.reason }).result
}

export default function TransferRequest() {
  const t = useT()
  const { request, colleagues, mayDecide, mayWithdraw } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { askerName: name, targetName: to } = request
  const title = to ? t('transfers.asksForTo', { name, to }) : t('transfers.asksFor', { name })
  return (
    <Page width="narrow">
      <PageHeader title={title} back={{ to: '/transfers', label: t('transfers.title') }} />
      <RequestCard request={request} mayWithdraw={mayWithdraw} />
      {mayDecide && (
        <FormState result={result}>
          <DecisionForm request={request} colleagues={colleagues} />
        </FormState>
      )}
    </Page>
  )
}
