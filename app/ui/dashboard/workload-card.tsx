import { Users } from 'lucide-react'
import { Link } from '@remix-run/react'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'

/** Who has how many open conversations; each name leads to them. */
export function WorkloadCard(props: { rows: { memberId: number; name: string; open: number }[] }) {
  const { rows } = props
  const t = useT()
  const { number } = useFormat()
  const top = Math.max(1, ...rows.map(({ open }) => open))
  return (
    <Card
      title={t('dashboard.workload')}
      description={t('dashboard.workloadLead')}
      actions={
        <LinkButton to="/workload" size="small">
          {t('dashboard.workloadAll')}
        </LinkButton>
      }
    >
      {rows.length === 0 ? (
        <EmptyState compact icon={<Users aria-hidden />} title={t('dashboard.workloadNone')} />
      ) : (
        <ul className="flex flex-col gap-2">
          {rows.map(({ memberId, name, open }) => (
            <li key={memberId}>
              <Link
                to={`/conversations?assignee=${memberId}`}
                className="block rounded-sm hover:underline"
              >
                <span className="flex justify-between gap-3">
                  <span className="truncate">{name}</span>
                  <span className="tabular-nums">{number(open)}</span>
                </span>
                <span className="mt-1 block h-1.5 rounded-sm bg-hover" aria-hidden>
                  <span
                    className="block h-full rounded-sm bg-accent/70"
                    style={{ width: `${(open / top) * 100}%` }}
                  />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
