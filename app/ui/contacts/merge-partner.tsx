import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'
import { LinkButton } from '../button.tsx'
import { SearchField } from '../search-field.tsx'
import { EmptyState } from '../states.tsx'

type Found = { id: number; name: string; phone: string | null; email: string | null }

/** Finds the other contact of a merge. */
export function MergePartner(props: { contactId: number; search: string; found: Found[] }) {
  const t = useT()
  const { contactId, search, found } = props
  return (
    <Card title={t('duplicates.find')}>
      <SearchField label={t('contacts.search')} defaultValue={search} />
      {search && found.length === 0 && (
        <EmptyState compact title={t('common.noResults', { query: search })} />
      )}
      <ul className="mt-4 flex flex-col gap-3">
        {found.map(({ id, name, phone, email }) => (
          <li key={id} className="flex items-center justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">
              {[name || t('contacts.unnamed'), phone, email].filter(Boolean).join(' · ')}
            </span>
            <LinkButton to={`/contacts/${contactId}/merge?with=${id}`} size="small">
              {t('duplicates.compare')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
