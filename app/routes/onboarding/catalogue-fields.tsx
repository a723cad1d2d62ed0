import { LinkButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

export type OfferedProduct = {
  number: number
  name: string
  description: string
  price: string
  isTaken: boolean
  /** it is in the catalogue already */
  isThere: boolean
}

/** The starter of the trade, each with its price; or a file of the company's own. */
export function CatalogueFields(props: {
  products: OfferedProduct[]
  currency: string
  importTo?: string
}) {
  const { products, currency, importTo } = props
  const t = useT()
  return (
    <>
      <ul className="flex flex-col divide-y">
        {products.map(({ number, name, description, price, isTaken, isThere }) => (
          <li key={number} className="grid gap-3 py-3 first:pt-0 sm:grid-cols-[1fr_12rem]">
            <Checkbox
              name={`take_${number}`}
              label={name}
              help={isThere ? t('onboarding.isThere') : description}
              defaultChecked={isTaken || isThere}
              disabled={isThere}
            />
            {!isThere && (
              <Field name={`price_${number}`} label={t('onboarding.priceOf', { name })}>
                <Input inputMode="decimal" before={currency} defaultValue={price} />
              </Field>
            )}
          </li>
        ))}
      </ul>
      {importTo ? (
        <p className="flex flex-wrap items-center justify-between gap-3 border-t pt-4 text-soft">
          {t('onboarding.importLead')}
          <LinkButton to={importTo} size="small">
            {t('onboarding.import')}
          </LinkButton>
        </p>
      ) : (
        <p className="border-t pt-4 text-soft">{t('onboarding.importLater')}</p>
      )}
    </>
  )
}
