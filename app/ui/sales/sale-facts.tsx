import type { ReactNode } from 'react'
import type { Sale } from '#app/domain/sales/shown.ts'
import { Card } from '../card.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Time } from '../time.tsx'
import { SaleState } from './sale-table.tsx'

/** What was sold, as it stands. */
export function SaleFacts({ sale }: { sale: Sale }) {
  const t = useT()
  const { money, dateTime } = useFormat()
  const { voidedAt, voidedByName, voidReason } = sale
  const voider = { name: voidedByName ?? t('inbox.someone'), time: dateTime(voidedAt ?? 0) }
  return (
    <Card>
      {voidedAt !== null && (
        <div className="mb-4">
          <Notice tone="warn">
            {voidReason
              ? t('closing.voidedBecause', { ...voider, reason: voidReason })
              : t('closing.voidedBy', voider)}
          </Notice>
        </div>
      )}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Fact name={t('closing.amount')}>
          <span className={voidedAt === null ? 'font-semibold' : 'line-through'}>
            {money(sale.amountMinor, sale.currency)}
          </span>
        </Fact>
        <Fact name={t('closing.payment')}>
          {t(sale.paymentMethod ? `closing.payment.${sale.paymentMethod}` : 'closing.paymentNone')}
        </Fact>
        <Fact name={t('closing.soldBy')}>{sale.memberName ?? '–'}</Fact>
        <Fact name={t('closing.when')}>
          <Time at={sale.at} as="exact" />
        </Fact>
        <Fact name={t('closing.state')}>
          <SaleState sale={sale} />
        </Fact>
        {sale.whatWorked && (
          <Fact name={t('closing.whatWorked')} isWide>
            {sale.whatWorked}
          </Fact>
        )}
      </dl>
      <div className="mt-5 border-t pt-4">
        {sale.items.length === 0 ? (
          <p className="text-soft">{t('closing.noItems')}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {sale.items.map((item) => (
              <li key={item.position} className="flex justify-between gap-4">
                <span>
                  {item.quantity} × {item.name}
                </span>
                <span className="shrink-0 text-soft tabular-nums">
                  {money(item.quantity * item.unitPriceMinor, sale.currency)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

function Fact(props: { name: string; isWide?: boolean; children: ReactNode }) {
  const { name, isWide, children } = props
  return (
    <div className={isWide ? 'col-span-full' : undefined}>
      <dt className="text-small text-faint">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
