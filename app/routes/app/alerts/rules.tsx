import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { alertUnits } from '#app/platform/alerts/kinds.ts'
import type { AlertRule } from '#app/platform/alerts/kinds.ts'
import { findHook, listRules } from '#app/platform/alerts/rules.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { AlertsPage, toAlertNote } from '#app/routes/alerts/alerts-frame.tsx'
import { shownThreshold } from '#app/routes/alerts/threshold.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const hook = findHook(platform)
  return {
    ...{ title: pageTitle(args, 'alerts.rules'), rules: listRules(platform) },
    host: hook && new URL(hook.url).host,
    note: toAlertNote(new URL(args.request.url).searchParams.get('note')),
    mayChange: platformCan(user.role, 'health.write'),
  }
}

export default function AlertRules() {
  const { rules, host, note, mayChange } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <AlertsPage at="rules" description={t('alerts.rulesLead')} note={note}>
      <Card flush>
        <RuleTable rules={rules} mayChange={mayChange} />
      </Card>
      <Card
        title={t('alerts.webhook')}
        description={host ? t('alerts.webhookSince', { host }) : t('alerts.webhookNone')}
        actions={
          mayChange && (
            <LinkButton to="/admin/alerts/webhook" size="small">
              {t('alerts.change')}
            </LinkButton>
          )
        }
      />
    </AlertsPage>
  )
}

function RuleTable({ rules, mayChange }: { rules: AlertRule[]; mayChange: boolean }) {
  const t = useT()
  const ways = (rule: AlertRule) =>
    [rule.byMail && t('alerts.byMail'), rule.byWebhook && t('alerts.byWebhook')]
      .filter(Boolean)
      .join(', ')
  return (
    <Table
      caption={t('alerts.rules')}
      rows={rules}
      rowKey={(rule) => rule.kind}
      href={mayChange ? (rule) => `/admin/alerts/rules/${rule.kind}` : undefined}
      columns={[
        { header: t('alerts.rule'), cell: (rule) => t(`alerts.kind_${rule.kind}`) },
        {
          header: t('alerts.state'),
          cell: (rule) => (
            <Badge tone={rule.isOn ? 'good' : 'neutral'}>
              {t(rule.isOn ? 'alerts.on' : 'alerts.off')}
            </Badge>
          ),
        },
        {
          header: t('alerts.threshold'),
          align: 'end',
          cell: (rule) =>
            t(`alerts.unit_${alertUnits[rule.kind]}`, { value: shownThreshold(rule) }),
        },
        {
          header: t('alerts.told'),
          cell: (rule) => rule.roles.map((role) => t(`members.role_${role}`)).join(', ') || '–',
        },
        { header: t('alerts.ways'), hideOnPhone: true, cell: (rule) => ways(rule) || '–' },
      ]}
    />
  )
}
