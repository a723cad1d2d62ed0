import { X } from 'lucide-react'
import { useRef } from 'react'
import { toMoneyInput } from '#app/i18n/money.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { useFormResult } from '../form-state.tsx'
import { LineField } from './line-field.tsx'
import { ProductBox } from './product-box.tsx'
import type { ProductChoice } from './product-box.tsx'

/** What a line starts with; as it stands in the fields. */
export type LineStart = { productId: string; name: string; quantity: string; price: string }

/** One line of a sale: what, how many, at which price. */
export function SaleLine(props: {
  index: number
  start: LineStart | undefined
  currency: string
  searchPath: string
  sumMinor: number | undefined
  onRemove: (() => void) | undefined
  onChange: () => void
}) {
  const { index, start, currency, searchPath, sumMinor, onRemove, onChange } = props
  const t = useT()
  const { money } = useFormat()
  const { values } = useFormResult()
  const productId = useRef<HTMLInputElement>(null)
  const price = useRef<HTMLInputElement>(null)
  const isFirst = index === 0
  const at = (name: string) => `items.${index}.${name}`
  function choose(product: ProductChoice) {
    if (productId.current) productId.current.value = String(product.id)
    if (price.current && product.currency === currency)
      price.current.value = toMoneyInput(product.priceMinor, currency)
    onChange()
  }
  return (
    <li className="grid grid-cols-[5rem_minmax(0,1fr)_2.25rem] items-start gap-x-2 gap-y-2 border-b pb-3 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_5rem_9rem_2.25rem] sm:border-b-0 sm:pb-0">
      <input
        ref={productId}
        type="hidden"
        name={at('productId')}
        defaultValue={values?.[at('productId')] ?? start?.productId ?? ''}
      />
      <LineField
        name={at('name')}
        label={t('closing.product', { number: index + 1 })}
        isLabelled={isFirst}
        className="max-sm:col-span-3"
      >
        {(wiring) => (
          <ProductBox
            wiring={wiring}
            defaultValue={start?.name ?? ''}
            searchPath={searchPath}
            onChoose={choose}
            onWrite={() => {
              if (productId.current) productId.current.value = ''
            }}
          />
        )}
      </LineField>
      <LineField name={at('quantity')} label={t('closing.quantity')} isLabelled={isFirst}>
        {({ value, ...wiring }) => (
          <input
            {...wiring}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={value ?? start?.quantity ?? '1'}
            className="control"
          />
        )}
      </LineField>
      <LineField name={at('price')} label={t('closing.unitPrice')} isLabelled={isFirst}>
        {({ value, ...wiring }) => (
          <input
            ref={price}
            {...wiring}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={value ?? start?.price ?? ''}
            className="control text-right tabular-nums"
          />
        )}
      </LineField>
      <button
        type="button"
        hidden={!onRemove}
        onClick={onRemove}
        aria-label={t('closing.removeLine', { name: t('closing.product', { number: index + 1 }) })}
        className={`grid size-9 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink max-sm:mt-6 ${isFirst ? 'sm:mt-6' : ''}`}
      >
        <X className="size-4" aria-hidden />
      </button>
      {sumMinor !== undefined && (
        <p className="col-span-full -mt-1 text-right text-small text-faint sm:pr-11">
          {t('closing.lineSum')}: {money(sumMinor, currency)}
        </p>
      )}
    </li>
  )
}
