import type { ClosingFacts } from '#app/domain/closing/shown.ts'
import { Field } from '../field.tsx'
import { useFormat, useI18n, useT } from '../i18n-provider.tsx'
import { Select, Textarea } from '../input.tsx'
import { Notice } from '../notice.tsx'
import { OutcomeRadios } from './outcome-radios.tsx'
import { SaleFields } from './sale-fields.tsx'

/**
 * How it ended, and what the company wants to know of that. The parts of an outcome show with
 * it, also without a script.
 *
 * @param props.facts undefined while a dialog still asks for them
 */
export function CloseFields(props: {
  id: number
  facts: ClosingFacts | undefined
  linesMin?: number
}) {
  const { id, facts, linesMin } = props
  const t = useT()
  const { currency } = useI18n()
  const { money } = useFormat()
  return (
    <div className="group/close flex flex-col gap-5">
      <OutcomeRadios />
      <section
        aria-label={t('closing.sale')}
        className="hidden flex-col gap-5 group-has-[[value=won]:checked]/close:flex"
      >
        {facts?.soldMinor !== undefined && (
          <Notice>
            {t('closing.hasSale', { amount: money(facts.soldMinor, facts.currency) })}
          </Notice>
        )}
        <SaleFields
          currency={facts?.currency ?? currency}
          searchPath={`/conversations/${id}/closure`}
          required={facts?.soldMinor === undefined ? (facts?.required ?? []) : []}
          linesMin={linesMin}
        />
      </section>
      <div className="hidden flex-col gap-5 group-has-[[value=lost]:checked]/close:flex">
        <Field
          name="lostReasonId"
          label={t('closing.lostReason')}
          optional={!facts?.required.includes('lost_reason')}
        >
          <Select>
            <option value="">{t('closing.lostReasonNone')}</option>
            {facts?.lostReasons.map((reason) => (
              <option key={reason.id} value={reason.id}>
                {reason.name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Field name="reason" label={t('closing.reason')} optional>
        <Textarea rows={2} />
      </Field>
    </div>
  )
}
