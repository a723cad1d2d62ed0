import { Form, useLocation } from '@remix-run/react'
import { ArrowRightLeft } from 'lucide-react'
import type { TransferRow } from '#app/domain/transfers/shown.ts'
import { Button, SubmitButton, buttonClass } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import type { ThreadData } from '../inbox/page-data.ts'
import { markThreadOld } from '../inbox/thread-cache.ts'
import { Select, Textarea } from '../input.tsx'

/** A request that waits: who asks for it and why, and the decision where one may decide. */
export function TransferBar({ data }: { data: ThreadData }) {
  const t = useT()
  const { transfer, me, assignees } = data
  if (!transfer) return null
  const isOwn = transfer.requestedBy === me.id
  const { askerName: name, targetName: to } = transfer
  const words = to ? t('transfers.asksForTo', { name, to }) : t('transfers.asksFor', { name })
  return (
    // What is decided shows at once: the page that is kept is the one from before.
    <section
      onSubmit={() => markThreadOld(data.head.id)}
      aria-label={t('transfers.title')}
      className="flex flex-wrap items-start gap-x-3 gap-y-2 border-b bg-accent-soft px-4 py-2.5 text-accent-ink"
    >
      <ArrowRightLeft className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold">{isOwn ? t('transfers.waitsForYou') : words}</p>
        <p className="line-clamp-3 wrap-anywhere">{transfer.reason}</p>
      </div>
      {isOwn && <Withdraw id={transfer.id} />}
      {me.canAssign && (
        <Decision
          request={transfer}
          colleagues={assignees.filter(({ id }) => id !== transfer.requestedBy)}
        />
      )}
    </section>
  )
}

function Withdraw({ id }: { id: number }) {
  const t = useT()
  const action = `/transfers/${id}/withdrawal`
  return (
    <Form method="post" action={action}>
      <ReturnTo />
      <SubmitButton size="small" variant="secondary" action={action}>
        {t('transfers.withdraw')}
      </SubmitButton>
    </Form>
  )
}

/** One press where the asker named somebody; the rest behind “Decide”. */
function Decision(props: { request: TransferRow; colleagues: { id: number; name: string }[] }) {
  const { request, colleagues } = props
  const t = useT()
  const action = `/transfers/${request.id}`
  return (
    <div className="flex flex-wrap items-start gap-2">
      {request.targetMemberId !== null && (
        <Form method="post" action={action}>
          <ReturnTo />
          <input type="hidden" name="memberId" value={request.targetMemberId} />
          <Button type="submit" size="small" variant="primary" name="decision" value="approve">
            {t('transfers.approve')}
          </Button>
        </Form>
      )}
      <details className="group max-w-80">
        <summary className={`${buttonClass({ size: 'small' })} cursor-pointer`}>
          {t('transfers.decide')}
        </summary>
        <Form method="post" action={action} className="mt-2 flex flex-col gap-2 text-ink">
          <ReturnTo />
          <label className="flex flex-col gap-1 text-small font-medium">
            {t('transfers.giveTo')}
            <Select name="memberId" defaultValue={request.targetMemberId ?? ''}>
              <option value="">{t('transfers.queue')}</option>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </label>
          <label className="flex flex-col gap-1 text-small font-medium">
            {t('transfers.decisionReason', { name: request.askerName })}
            <Textarea name="reason" rows={2} maxLength={500} />
          </label>
          <p className="text-small text-soft">{t('transfers.decisionReasonHelp')}</p>
          <div className="flex gap-2">
            <Button type="submit" size="small" variant="primary" name="decision" value="approve">
              {t('transfers.approve')}
            </Button>
            <Button type="submit" size="small" name="decision" value="refuse">
              {t('transfers.refuse')}
            </Button>
          </div>
        </Form>
      </details>
    </div>
  )
}

function ReturnTo() {
  const { pathname } = useLocation()
  return <input type="hidden" name="returnTo" value={pathname} />
}
