import { toMoneyInput } from '#app/i18n/money.ts'
import { Switch } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'
import { ProductImage } from './product-image.tsx'

type Product = {
  sku: string
  name: string
  description: string
  priceMinor: number
  currency: string
  stock: number | null
  imageFileId: number | null
  isActive: number
}

export function ProductFields(props: {
  product?: Product
  currency: string
  currencies: string[]
}) {
  const { product, currency, currencies } = props
  const t = useT()
  return (
    <>
      <Field name="name" label={t('knowledge.name')}>
        <Input defaultValue={product?.name} autoComplete="off" />
      </Field>
      <Field name="sku" label={t('knowledge.sku')} help={t('knowledge.skuHelp')}>
        <Input defaultValue={product?.sku} autoComplete="off" className="max-w-60" />
      </Field>
      <Field name="description" label={t('knowledge.description')} optional>
        <Textarea defaultValue={product?.description} rows={4} />
      </Field>
      <div className="grid grid-cols-[1fr_7rem] gap-4 sm:grid-cols-[1fr_7rem_1fr]">
        <Field name="price" label={t('knowledge.price')}>
          <Input
            inputMode="decimal"
            autoComplete="off"
            defaultValue={product && toMoneyInput(product.priceMinor, product.currency)}
          />
        </Field>
        <Field name="currency" label={t('knowledge.currency')}>
          <Select defaultValue={currency}>
            {!currencies.includes(currency) && <option>{currency}</option>}
            {currencies.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        </Field>
        <Field name="stock" label={t('knowledge.stock')} help={t('knowledge.stockHelp')} optional>
          <Input
            inputMode="numeric"
            autoComplete="off"
            defaultValue={product?.stock === null ? '' : String(product?.stock ?? '')}
          />
        </Field>
      </div>
      <ProductImage name={product?.name ?? ''} fileId={product?.imageFileId ?? null} />
      <Switch
        name="isActive"
        label={t('knowledge.isActive')}
        help={t('knowledge.isActiveHelp')}
        defaultChecked={product ? product.isActive === 1 : true}
      />
    </>
  )
}
