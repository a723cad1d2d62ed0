import { Form } from '@remix-run/react'
import type { FailureReason, JobKind } from '#app/domain/company/failure-reason.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import { Button, LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

const kinds: Record<JobKind, MessageKey> = {
  'inbound.collect': 'settings.job_inbound_collect',
  'inbound.process': 'settings.job_inbound_process',
  'media.fetch': 'settings.job_media_fetch',
  'ai.answer': 'settings.job_ai_answer',
  'ai.return': 'settings.job_ai_return',
  'leads.read': 'settings.job_leads_read',
  'message.send': 'settings.job_message_send',
  'message.settle': 'settings.job_message_settle',
  'message.mark_read': 'settings.job_message_mark_read',
  'templates.sync': 'settings.job_templates_sync',
  'template.submit': 'templates.jobSubmit',
  'template.delete': 'templates.jobDelete',
  'endpoint.check': 'settings.job_endpoint_check',
  'document.read': 'teaching.job_document',
  'website.read': 'teaching.job_website',
  'knowledge.embed': 'settings.job_knowledge_embed',
  'knowledge.check': 'knowing.job',
  'mail.send': 'settings.job_mail_send',
  'company.find': 'settings.job_company_find',
  'push.send': 'settings.job_push_send',
  'notification.mail': 'settings.job_notification_mail',
  'digest.send': 'settings.job_digest_send',
  'contacts.import': 'settings.job_contacts_import',
  'contacts.retention': 'settings.job_contacts_retention',
  'csat.send': 'settings.job_csat_send',
  'sla.check': 'settings.job_sla_check',
  'scheduled.send': 'composer.job.scheduled',
  'message.react': 'composer.job.react',
  'message.edit': 'composer.job.edit',
  'message.remove': 'composer.job.remove',
  'queue.drain': 'settings.job_queue_drain',
  'conversation.wake': 'settings.job_conversation_wake',
  'conversations.close_idle': 'settings.job_conversations_close_idle',
  'conversations.purge': 'settings.job_conversations_purge',
  'task.remind': 'settings.job_task_remind',
  'reports.roll': 'settings.job_reports_roll',
  'link.preview': 'settings.job_link_preview',
  'mpesa.push': 'settings.job_mpesa_push',
  'mpesa.query': 'settings.job_mpesa_query',
  'card.look': 'settings.job_card_look',
  'card.keep': 'settings.job_card_keep',
  'card.charge': 'settings.job_card_charge',
  'card.refund': 'settings.job_card_refund',
  'subscription.advance': 'settings.job_subscription_advance',
  'demo.fill': 'demos.jobFill',
  'demo.expire': 'demos.jobExpire',
  'tenant.export': 'settings.job_tenant_export',
  'tenant.erase': 'settings.job_tenant_erase',
  'backup.take': 'settings.job_backup_take',
  'backup.verify': 'settings.job_backup_verify',
  'usage.roll': 'settings.job_usage_roll',
  'billing.whatsapp': 'settings.job_billing_whatsapp',
  'billing.notice': 'settings.job_billing_notice',
  'industry.spread': 'settings.job_industry_spread',
  'prospect.remind': 'settings.job_prospect_remind',
  'onboarding.remind': 'onboarding.jobRemind',
  'alert.evaluate': 'settings.job_alert_evaluate',
  'alert.deliver': 'settings.job_alert_deliver',
  'certificate.look': 'settings.job_certificate_look',
  'isolation.audit': 'settings.job_isolation_audit',
  'file.prune': 'settings.job_file_prune',
}

type Row = {
  id: number
  kind: JobKind
  reason: FailureReason
  attempts: number
  failedAt: number
  canRetry: boolean
  conversationId: number | null
}

/** Failed jobs in words, each with what can be done about it. */
export function FailedTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const columns: Column<Row>[] = [
    {
      header: t('settings.failedWhat'),
      cell: (row) => t(kinds[row.kind] ?? 'settings.failedWhat'),
    },
    { header: t('settings.failedWhy'), cell: (row) => <Reason row={row} /> },
    { header: t('settings.failedTries'), align: 'end', cell: (row) => row.attempts },
    { header: t('settings.failedWhen'), nowrap: true, cell: (row) => <Time at={row.failedAt} /> },
    { header: t('common.actions'), align: 'end', cell: (row) => <Actions row={row} /> },
  ]
  return (
    <div className="border-t">
      <Table
        caption={t('settings.failedTitle')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </div>
  )
}

function Reason({ row: { reason, canRetry } }: { row: Row }) {
  const t = useT()
  return (
    <span>
      {'said' in reason ? reason.said : t(`settings.why_${reason.code}`)}
      {!canRetry && (
        <span className="block text-small text-faint">{t('settings.failedSeeMessage')}</span>
      )}
    </span>
  )
}

function Actions({ row: { id, canRetry, conversationId } }: { row: Row }) {
  const t = useT()
  return (
    <span className="flex justify-end gap-2">
      {conversationId && (
        <LinkButton size="small" to={`/conversations/${conversationId}`}>
          {t('common.open')}
        </LinkButton>
      )}
      {canRetry && (
        <Form method="post" action={`/settings/failed-jobs/${id}/retry`}>
          <Button size="small" type="submit">
            {t('settings.failedRetry')}
          </Button>
        </Form>
      )}
      <Form method="post" action={`/settings/failed-jobs/${id}/dismissal`}>
        <Button size="small" variant="quiet" type="submit">
          {t('settings.failedDismiss')}
        </Button>
      </Form>
    </span>
  )
}
