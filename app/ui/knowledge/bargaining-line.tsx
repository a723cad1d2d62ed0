import { Link } from '@remix-run/react'
import { useT } from '../i18n-provider.tsx'

/** Whether the assistant may come down with a price, and where that is decided. */
export function BargainingLine(props: { productId: number; mayBargain: boolean }) {
  const { productId, mayBargain } = props
  const t = useT()
  return (
    <p className="text-soft">
      {t(mayBargain ? 'negotiation.allowed' : 'negotiation.fixed')}{' '}
      <Link
        to={`/knowledge/products/${productId}/negotiation`}
        className="text-accent-ink underline underline-offset-2"
      >
        {t('negotiation.set')}
      </Link>
    </p>
  )
}
