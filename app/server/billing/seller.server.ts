import { readSettings } from '#app/platform/settings/read.server.ts'
import type { Seller } from '#app/ui/billing/document.ts'
import type { Runtime } from '../runtime.server.ts'

/** The operator's own name and address, as every invoice must carry them: as decided, else as deployed. */
export function readSeller({ platform, env }: Pick<Runtime, 'platform' | 'env'>): Seller {
  const { sellerName, sellerAddress, sellerTaxNumber } = readSettings(platform)
  const lines = sellerAddress.split('\n').flatMap((line) => line.trim() || [])
  return {
    name: sellerName || env.SELLER_NAME,
    address: lines.length > 0 ? lines : env.SELLER_ADDRESS,
    taxNumber: sellerTaxNumber || env.SELLER_TAX_NUMBER,
  }
}
