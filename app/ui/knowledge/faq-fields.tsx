import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'

export function FaqFields({ faq }: { faq?: { question: string; answer: string } }) {
  const t = useT()
  return (
    <>
      <Field name="question" label={t('knowledge.question')} help={t('knowledge.questionHelp')}>
        <Input defaultValue={faq?.question} autoComplete="off" />
      </Field>
      <Field name="answer" label={t('knowledge.answer')} help={t('knowledge.answerHelp')}>
        <Textarea defaultValue={faq?.answer} rows={6} />
      </Field>
    </>
  )
}
