import { Form } from '@remix-run/react'
import type { Standing } from '#app/platform/billing/standing.server.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

/** What can be done to a subscription as it stands now. */
export function SubscriptionActions({ base, standing }: { base: string; standing: Standing }) {
  const { status, cancelsAtPeriodEnd, periodStart } = standing
  const t = useT()
  const company = base.replace(/\/subscription$/, '')
  const isOver = status === 'cancelled'
  return (
    <div className="flex flex-wrap gap-2">
      {(status === 'trial' || status === 'active') && (
        <LinkButton to={`${company}/plan`}>{t('admin.planOpen')}</LinkButton>
      )}
      {status === 'trial' && periodStart === null && (
        <LinkButton to={`${company}/trial`}>{t('admin.trialOpen')}</LinkButton>
      )}
      <LinkButton to={`${company}/refund`}>{t('corrections.refund')}</LinkButton>
      {isOver && (
        <ConfirmDialog
          id="resume"
          trigger={t('admin.resume')}
          title={t('admin.resumeTitle')}
          action={`${company}/resumption`}
          confirmLabel={t('admin.resume')}
          isHarmless
        >
          {t('admin.resumeLead')}
        </ConfirmDialog>
      )}
      {!isOver && cancelsAtPeriodEnd && (
        <Form method="post" action={`${company}/resumption`}>
          <SubmitButton variant="secondary">{t('admin.keepSubscription')}</SubmitButton>
        </Form>
      )}
      {!isOver && !cancelsAtPeriodEnd && (
        <ConfirmDialog
          id="cancel"
          trigger={t('admin.cancelOpen')}
          title={t('admin.cancelTitle')}
          action={`${company}/cancellation`}
          confirmLabel={t('admin.cancelConfirm')}
        >
          {t(status === 'active' ? 'admin.cancelLeadLater' : 'admin.cancelLeadNow')}
        </ConfirmDialog>
      )}
    </div>
  )
}
