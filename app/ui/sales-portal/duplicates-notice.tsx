import { Link } from '@remix-run/react'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'

export type ShownDuplicate = {
  kind: 'company' | 'prospect'
  by: 'phone' | 'email' | 'name'
  /** undefined out of reach */
  prospect?: { id: number; name: string }
}

const foreign = {
  phone: 'prospects.dupByPhone',
  email: 'prospects.dupByEmail',
  name: 'prospects.dupByName',
} as const
const own = {
  phone: 'prospects.dupOwnByPhone',
  email: 'prospects.dupOwnByEmail',
  name: 'prospects.dupOwnByName',
} as const

/** Who may be the same: one's own with a link, a colleague's only as a fact. */
export function DuplicatesNotice({ duplicates }: { duplicates: ShownDuplicate[] }) {
  const t = useT()
  if (duplicates.length === 0) return null
  return (
    <Notice tone="warn">
      <strong className="font-medium">{t('prospects.duplicates')}</strong>
      {duplicates.map((one, index) => (
        <span key={index} className="block">
          {one.kind === 'company' ? (
            t('prospects.dupCompany')
          ) : one.prospect ? (
            <Link to={`/sales/prospects/${one.prospect.id}`} className="underline">
              {t(own[one.by], { name: one.prospect.name })}
            </Link>
          ) : (
            t(foreign[one.by])
          )}
        </span>
      ))}
    </Notice>
  )
}
