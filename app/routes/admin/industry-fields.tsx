import { Form } from '@remix-run/react'
import type { IndustryTexts } from '#app/industries/texts.ts'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Textarea } from '#app/ui/input.tsx'

/** What assistants of a trade are told; as many objections as there may be, the last ones empty. */
export function IndustryFields(props: {
  texts: IndustryTexts
  objectionsMax: number
  action: string
  result?: FormResult
}) {
  const { texts, objectionsMax, action, result } = props
  const t = useT()
  return (
    <FormState result={result}>
      <Form method="post" action={action} noValidate>
        <Card
          footer={
            <>
              <LinkButton to="/admin/industries">{t('common.cancel')}</LinkButton>
              <SubmitButton action={action}>{t('common.save')}</SubmitButton>
            </>
          }
        >
          <div className="flex flex-col gap-5">
            <FormErrorSummary />
            <Field name="prompt" label={t('industries.prompt')} help={t('industries.promptHelp')}>
              <Textarea rows={4} defaultValue={texts.prompt} />
            </Field>
            <Field name="limits" label={t('industries.limits')} help={t('industries.linesHelp')}>
              <Textarea rows={4} defaultValue={texts.limits.join('\n')} />
            </Field>
            <Field
              name="closings"
              label={t('industries.closings')}
              help={t('industries.linesHelp')}
              optional
            >
              <Textarea rows={4} defaultValue={texts.closings.join('\n')} />
            </Field>
            <ObjectionFields objections={texts.objections} max={objectionsMax} />
          </div>
        </Card>
      </Form>
    </FormState>
  )
}

function ObjectionFields(props: { objections: IndustryTexts['objections']; max: number }) {
  const { objections, max } = props
  const t = useT()
  return (
    <fieldset className="border-t pt-5">
      <legend className="sr-only">{t('industries.objections')}</legend>
      <h2 className="font-semibold">{t('industries.objections')}</h2>
      <p className="mt-1 text-soft">{t('industries.objectionsHelp')}</p>
      <ol className="mt-4 flex flex-col divide-y">
        {Array.from({ length: max }, (_, index) => index + 1).map((number) => (
          <li key={number} className="grid gap-4 py-4 first:pt-0 sm:grid-cols-[2fr_3fr]">
            <Field name={`said_${number}`} label={t('industries.said', { number })} optional>
              <Input defaultValue={objections[number - 1]?.said} />
            </Field>
            <Field name={`answer_${number}`} label={t('industries.answer', { number })} optional>
              <Textarea rows={2} defaultValue={objections[number - 1]?.answer} />
            </Field>
          </li>
        ))}
      </ol>
    </fieldset>
  )
}
