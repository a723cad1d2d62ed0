import { measures } from '#app/domain/usage/measures.ts'
import type { Translate } from '#app/i18n/translate.ts'

type Line = {
  kind: 'plan' | 'setup' | 'add_on' | 'overage' | 'proration' | 'discount' | 'credit'
  values: Record<string, string | number>
}

/** What a line of an invoice says. */
export function lineWords(t: Translate, { kind, values }: Line): string {
  const measure = measures.find((name) => name === values['measure'])
  const name = measure ? t(`billing.measure.${measure}`) : (values['name'] ?? '')
  if (kind === 'proration' && name) return t('billing.line.addOnRest', { name })
  return t(`billing.line.${kind}`, { plan: '', code: '', invoice: '', ...values, name })
}
