import type { Announcement, AnnouncementState } from '#app/platform/announcements/announcement.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useFormat, useI18n, useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'

type Row = Announcement & { state: AnnouncementState }

const tones = { running: 'good', planned: 'accent', over: 'neutral' } as const

/** What was, is and will be announced; each row leads to its page. */
export function AnnouncementTable({ rows }: { rows: Row[] }) {
  const t = useT()
  const { language } = useI18n()
  const { dateTime } = useFormat()
  return (
    <Table
      caption={t('control.announcements')}
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => `/admin/announcements/${id}`}
      columns={[
        {
          header: t('control.announcement'),
          cell: ({ titleEn, titleSw }) => (language === 'sw' ? titleSw : titleEn),
        },
        { header: t('control.level'), cell: ({ level }) => t(`control.level_${level}`) },
        {
          header: t('control.state'),
          cell: ({ state }) => <Badge tone={tones[state]}>{t(`control.state_${state}`)}</Badge>,
        },
        { header: t('control.audience'), cell: ({ audience }) => <ForWhom {...audience} /> },
        {
          header: t('control.fromUntil'),
          nowrap: true,
          cell: ({ startsAt, endsAt }) =>
            `${dateTime(startsAt)} – ${endsAt === null ? t('control.open') : dateTime(endsAt)}`,
        },
      ]}
    />
  )
}

function ForWhom({ plans, industries, companies, roles }: Announcement['audience']) {
  const t = useT()
  const parts = [
    ...(companies.length > 0 ? [t('control.countCompanies', { count: companies.length })] : []),
    ...(plans.length > 0 ? [t('control.countPlans', { count: plans.length })] : []),
    ...(industries.length > 0 ? [t('control.countIndustries', { count: industries.length })] : []),
    ...(roles.length > 0 ? [t('control.countRoles', { count: roles.length })] : []),
  ]
  return <>{parts.length === 0 ? t('control.everybody') : parts.join(', ')}</>
}
