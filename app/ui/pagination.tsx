import { ChevronLeft, ChevronRight } from 'lucide-react'
import { LinkButton } from './button.tsx'
import { useT } from './i18n-provider.tsx'

/** Keyset paging: only forth and back exist. A side without an address is left out. */
export function Pagination({ previousTo, nextTo }: { previousTo?: string; nextTo?: string }) {
  const t = useT()
  if (!previousTo && !nextTo) return null
  return (
    <nav aria-label={t('common.pages')} className="flex justify-between gap-2 border-t px-4 py-3">
      <span>
        {previousTo && (
          <LinkButton
            to={previousTo}
            size="small"
            rel="prev"
            icon={<ChevronLeft className="size-4" aria-hidden />}
          >
            {t('common.previous')}
          </LinkButton>
        )}
      </span>
      {nextTo && (
        <LinkButton to={nextTo} size="small" rel="next">
          {t('common.next')}
          <ChevronRight className="size-4" aria-hidden />
        </LinkButton>
      )}
    </nav>
  )
}
