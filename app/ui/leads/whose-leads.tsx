import { Link } from '@remix-run/react'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'

/** Everybody's leads or one's own. */
export function WhoseLeads({ path, isMine }: { path: string; isMine: boolean }) {
  const t = useT()
  const look = (isOn: boolean) =>
    classes(
      'rounded-sm px-3 py-1.5 font-medium',
      isOn ? 'bg-surface text-ink shadow-sm' : 'text-soft hover:text-ink',
    )
  return (
    <nav
      aria-label={t('leads.filter')}
      className="flex gap-1 self-start rounded-md border bg-sunken p-1"
    >
      <Link to={path} aria-current={isMine ? undefined : 'page'} className={look(!isMine)}>
        {t('leads.all')}
      </Link>
      <Link
        to={`${path}?owner=me`}
        aria-current={isMine ? 'page' : undefined}
        className={look(isMine)}
      >
        {t('leads.mine')}
      </Link>
    </nav>
  )
}
