import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { paymentMethods, SALE_ITEMS_MAX } from '#app/domain/sales/sale.ts'
import { parseMoney, toMoneyInput } from '#app/i18n/money.ts'
import { Button } from '../button.tsx'
import { Field } from '../field.tsx'
import { useFormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'
import { SaleLine } from './sale-line.tsx'
import type { LineStart } from './sale-line.tsx'

export type SaleStart = {
  lines: LineStart[]
  amount: string
  paymentMethod: string
  whatWorked: string
}

type Need = 'won_amount' | 'won_products' | 'payment_method' | 'what_worked'

/**
 * What was sold: lines, amount, how it is paid, what worked. With a script the amount follows the
 * lines until somebody writes their own.
 */
export function SaleFields(props: {
  currency: string
  searchPath: string
  required: readonly string[]
  start?: SaleStart
  /** how many empty lines there are before a script can add one */
  linesMin?: number
}) {
  const { currency, searchPath, required, start, linesMin = 1 } = props
  const t = useT()
  const isOptional = (need: Need) => !required.includes(need)
  const sale = useLines(start, linesMin, currency)
  return (
    <div ref={sale.box} onInput={sale.follow} className="flex flex-col gap-5">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">
          {t('closing.products')}
          {isOptional('won_products') && (
            <span className="ml-2 font-normal text-faint">{t('common.optional')}</span>
          )}
        </legend>
        <p className="-mt-1 text-small text-faint">{t('closing.productsHelp')}</p>
        <ul className="flex flex-col gap-3">
          {sale.lines.map((key, index) => (
            <SaleLine
              key={key}
              {...{ index, currency, searchPath }}
              start={start?.lines[key]}
              sumMinor={sale.sums[index]}
              onChange={sale.follow}
              onRemove={sale.lines.length > 1 ? () => sale.remove(index) : undefined}
            />
          ))}
        </ul>
        <div>
          <Button
            size="small"
            disabled={sale.lines.length >= SALE_ITEMS_MAX}
            onClick={sale.add}
            icon={<Plus className="size-3.5" aria-hidden />}
          >
            {t('closing.addLine')}
          </Button>
        </div>
      </fieldset>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="amount"
          label={t('closing.amount')}
          help={t('closing.amountHelp')}
          optional={isOptional('won_amount')}
        >
          <Input
            before={currency}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={start?.amount ?? ''}
            onInput={(event) => sale.own(event.currentTarget.value)}
          />
        </Field>
        <Field
          name="paymentMethod"
          label={t('closing.payment')}
          optional={isOptional('payment_method')}
        >
          <Select defaultValue={start?.paymentMethod ?? ''}>
            <option value="">{t('closing.paymentNone')}</option>
            {paymentMethods.map((method) => (
              <option key={method} value={method}>
                {t(`closing.payment.${method}`)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field
        name="whatWorked"
        label={t('closing.whatWorked')}
        help={t('closing.whatWorkedHelp')}
        optional={isOptional('what_worked')}
      >
        <Textarea rows={2} defaultValue={start?.whatWorked ?? ''} />
      </Field>
    </div>
  )
}

/** The lines by key, what each comes to, and the amount that follows them. */
function useLines(start: SaleStart | undefined, linesMin: number, currency: string) {
  const { values } = useFormResult()
  const count = Math.max(linesMin, start?.lines.length ?? 0, countTyped(values))
  const box = useRef<HTMLDivElement>(null)
  const nextKey = useRef(count)
  const [lines, setLines] = useState(() => Array.from({ length: count }, (_, index) => index))
  const [sums, setSums] = useState<(number | undefined)[]>([])
  const isOwn = useRef(Boolean(start?.amount || values?.['amount']))
  const field = (name: string) =>
    box.current?.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? null
  function follow() {
    const read = Array.from({ length: SALE_ITEMS_MAX }, (_, index) => {
      const price = parseMoney(field(`items.${index}.price`)?.value ?? '', currency)
      const quantity = Number(field(`items.${index}.quantity`)?.value ?? '')
      return price === undefined || !Number.isInteger(quantity) ? undefined : price * quantity
    })
    setSums(read.map((sum, index) => (isSeveral(index) ? sum : undefined)))
    const total = read.reduce<number>((all, sum) => all + (sum ?? 0), 0)
    const amount = field('amount')
    if (amount && !isOwn.current) amount.value = total > 0 ? toMoneyInput(total, currency) : ''
  }
  const isSeveral = (index: number) => (field(`items.${index}.quantity`)?.value ?? '1') !== '1'
  return {
    ...{ box, lines, sums, follow },
    own: (text: string) => void (isOwn.current = text !== ''),
    add: () => setLines((keys) => [...keys, nextKey.current++]),
    remove: (at: number) => {
      setLines((keys) => keys.filter((_, index) => index !== at))
      // The lines below have moved up by then.
      setTimeout(follow)
    },
  }
}

function countTyped(values: Record<string, string | undefined> | undefined): number {
  const used = Object.entries(values ?? {}).flatMap(([name, value]) => {
    const index = /^items\.(\d+)\.(?:name|price)$/.exec(name)?.[1]
    return index !== undefined && value ? [Number(index) + 1] : []
  })
  return Math.max(0, ...used)
}
