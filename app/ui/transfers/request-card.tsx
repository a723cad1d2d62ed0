import { Form, Link } from '@remix-run/react'
import type { TransferRow } from '#app/domain/transfers/shown.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { TransferState } from './transfer-table.tsx'

/** What was asked, and what became of it. */
export function RequestCard(props: { request: TransferRow; mayWithdraw: boolean }) {
  const { request, mayWithdraw } = props
  const t = useT()
  const withdrawal = `/transfers/${request.id}/withdrawal`
  const who = request.contactName || request.contactPhone
  return (
    <Card
      footer={
        mayWithdraw && (
          <Form method="post" action={withdrawal}>
            <SubmitButton variant="secondary" action={withdrawal}>
              {t('transfers.withdraw')}
            </SubmitButton>
          </Form>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <p className="flex flex-wrap items-center gap-2">
          <TransferState state={request.state} />
          <span className="text-small text-faint">
            <Time at={request.createdAt} />
          </span>
        </p>
        <blockquote className="border-l-2 pl-3 whitespace-pre-line">{request.reason}</blockquote>
        {request.deciderName && (
          <p className="text-soft">{t('transfers.decidedBy', { name: request.deciderName })}</p>
        )}
        {request.receiverName && (
          <p className="text-soft">{t('transfers.givenTo', { name: request.receiverName })}</p>
        )}
        {request.decisionReason && (
          <blockquote className="border-l-2 pl-3 whitespace-pre-line">
            {request.decisionReason}
          </blockquote>
        )}
        {request.conversationId !== null && (
          <Link
            to={`/conversations/${request.conversationId}`}
            className="self-start text-accent underline underline-offset-2"
          >
            {t('transfers.openConversation')}
            {who && ` · ${who}`}
          </Link>
        )}
      </div>
    </Card>
  )
}
