import { Form } from '@remix-run/react'
import { CreditCard } from 'lucide-react'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useT } from '../i18n-provider.tsx'

export type KeptCardFacts = {
  brand: string
  last4: string
  expiresMonth: number
  expiresYear: number
}

const LEAVE = '/settings/billing/card'
const PORTAL = '/settings/billing/card-portal'

/** The card that pays by itself, or the offer to leave one. */
export function KeptCard({ card, mayWrite }: { card: KeptCardFacts | null; mayWrite: boolean }) {
  const t = useT()
  const action = card ? PORTAL : LEAVE
  return (
    <Card
      title={t('billing.card')}
      actions={
        mayWrite && (
          <Form method="post" action={action}>
            <SubmitButton action={action} variant="secondary" size="small">
              {t(card ? 'billing.cardChange' : 'billing.cardLeave')}
            </SubmitButton>
          </Form>
        )
      }
    >
      {card ? (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <CreditCard aria-hidden className="size-5 text-soft" />
          <span className="font-medium">
            {t('billing.cardEnds', { brand: toName(card.brand), last4: card.last4 })}
          </span>
          <span className="text-soft">
            {t('billing.cardExpires', {
              month: String(card.expiresMonth).padStart(2, '0'),
              year: String(card.expiresYear),
            })}
          </span>
          <span className="basis-full text-soft">{t('billing.cardCharged')}</span>
        </p>
      ) : (
        <p className="text-soft">{t('billing.cardNone')}</p>
      )}
    </Card>
  )
}

function toName(brand: string): string {
  return brand.slice(0, 1).toUpperCase() + brand.slice(1)
}
