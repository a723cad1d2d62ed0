import { contactLanguageName } from '#app/domain/contacts/languages.ts'
import { faqLanguages } from '#app/domain/knowledge/faq-languages.ts'
import { Checkbox } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useFormResult } from '../form-state.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'
import { Categories } from './faq-table.tsx'

type Faq = {
  question: string
  answer: string
  category: string
  language: string | null
  isActive: number
  phrasings: string[]
  translations: { language: string; question: string; answer: string }[]
}

/** `given` is what a new question begins with. */
export function FaqFields(props: {
  faq?: Faq
  given?: { question: string }
  categories: string[]
}) {
  const { faq, given, categories } = props
  const t = useT()
  return (
    <>
      <Field name="question" label={t('knowledge.question')} help={t('knowledge.questionHelp')}>
        <Input defaultValue={faq?.question ?? given?.question} autoComplete="off" />
      </Field>
      <Field name="answer" label={t('knowledge.answer')} help={t('knowledge.answerHelp')}>
        <Textarea defaultValue={faq?.answer} rows={6} />
      </Field>
      <Field
        name="phrasings"
        label={t('training.phrasings')}
        help={t('training.phrasingsHelp')}
        optional
      >
        <Textarea defaultValue={faq?.phrasings.join('\n')} rows={3} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="category"
          label={t('training.category')}
          help={t('training.categoryHelp')}
          optional
        >
          <Input defaultValue={faq?.category} list="categories" autoComplete="off" />
        </Field>
        <LanguageField language={faq?.language ?? null} />
      </div>
      <Categories id="categories" names={categories} />
      <Translations faq={faq} />
      <Checkbox
        name="isActive"
        label={t('knowledge.isActive')}
        help={t('knowledge.isActiveHelp')}
        defaultChecked={faq ? faq.isActive === 1 : true}
      />
    </>
  )
}

function LanguageField({ language: chosen }: { language: string | null }) {
  const t = useT()
  const { language } = useI18n()
  return (
    <Field name="language" label={t('training.language')} help={t('training.languageHelp')}>
      <Select defaultValue={chosen ?? ''}>
        <option value="">{t('training.languageCompany')}</option>
        {faqLanguages.map((code) => (
          <option key={code} value={code}>
            {contactLanguageName(code, language)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function Translations({ faq }: { faq?: Faq | undefined }) {
  const t = useT()
  const { errors = {} } = useFormResult()
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">{t('training.translations')}</legend>
      <p className="-mt-1 text-small text-faint">{t('training.translationsHelp')}</p>
      {faqLanguages.map((code) => {
        const other = faq?.translations.find((one) => one.language === code)
        const hasError = `question_${code}` in errors || `answer_${code}` in errors
        return (
          <Translation key={code} code={code} other={other} open={Boolean(other) || hasError} />
        )
      })}
    </fieldset>
  )
}

function Translation(props: {
  code: string
  other: { question: string; answer: string } | undefined
  open: boolean
}) {
  const { code, other, open } = props
  const t = useT()
  const { language: reader } = useI18n()
  const language = contactLanguageName(code, reader)
  return (
    <details open={open} className="rounded-md border">
      <summary className="flex min-h-10 cursor-pointer items-center px-3 font-medium">
        {language}
      </summary>
      <div className="flex flex-col gap-4 border-t p-3">
        <Field name={`question_${code}`} label={t('training.questionIn', { language })} optional>
          <Input defaultValue={other?.question} autoComplete="off" lang={code} />
        </Field>
        <Field name={`answer_${code}`} label={t('training.answerIn', { language })} optional>
          <Textarea defaultValue={other?.answer} rows={4} lang={code} />
        </Field>
      </div>
    </details>
  )
}
