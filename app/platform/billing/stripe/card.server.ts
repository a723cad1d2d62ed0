import { platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import type { KeptCard } from './shapes.ts'

export type CardCustomer = { tenantId: string; vendorId: string; card: KeptCard | undefined }

type Row = { tenantId: string; vendorId: string } & {
  [name in keyof KeptCard]: KeptCard[name] | null
}

const SELECT = `select tenant_id as tenantId, vendor_id as vendorId, brand, last4,
    payment_method_id as paymentMethodId, expires_month as expiresMonth,
    expires_year as expiresYear from card_customers`

/** Who a company is at the card vendor. */
export function findCardCustomer(platform: PlatformDb, tenantId: string): CardCustomer | undefined {
  const row = platformSqliteOf(platform)
    .prepare<[string], Row>(`${SELECT} where tenant_id = ?`)
    .get(tenantId)
  return row && toCustomer(row)
}

/** The company that the vendor knows by this name. */
export function findByCardCustomer(
  platform: PlatformDb,
  vendorId: string,
): CardCustomer | undefined {
  const row = platformSqliteOf(platform)
    .prepare<[string], Row>(`${SELECT} where vendor_id = ?`)
    .get(vendorId)
  return row && toCustomer(row)
}

export function addCardCustomer(
  platform: PlatformDb,
  { tenantId, vendorId, at }: { tenantId: string; vendorId: string; at: number },
): void {
  platformSqliteOf(platform)
    .prepare(
      `insert into card_customers (tenant_id, vendor_id, created_at, updated_at)
       values (?, ?, ?, ?) on conflict do nothing`,
    )
    .run(tenantId, vendorId, at, at)
}

/** The card that is charged from now on; none when it was taken away. */
export function noteCard(
  platform: PlatformDb,
  tenantId: string,
  { card, at }: { card: KeptCard | undefined; at: number },
): void {
  const none = { paymentMethodId: null, brand: null, last4: null }
  platformSqliteOf(platform)
    .prepare(
      `update card_customers set payment_method_id = @paymentMethodId, brand = @brand,
         last4 = @last4, expires_month = @expiresMonth, expires_year = @expiresYear,
         updated_at = @at where tenant_id = @tenantId`,
    )
    .run({ ...none, expiresMonth: null, expiresYear: null, ...card, tenantId, at })
}

function toCustomer({ tenantId, vendorId, ...facts }: Row): CardCustomer {
  const { paymentMethodId, brand, last4, expiresMonth, expiresYear } = facts
  if (paymentMethodId === null) return { tenantId, vendorId, card: undefined }
  return {
    ...{ tenantId, vendorId },
    card: {
      ...{ paymentMethodId, brand: brand ?? '', last4: last4 ?? '' },
      ...{ expiresMonth: expiresMonth ?? 0, expiresYear: expiresYear ?? 0 },
    },
  }
}
