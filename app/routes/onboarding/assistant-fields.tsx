import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Textarea } from '#app/ui/input.tsx'

const tones = ['friendly', 'professional', 'casual', 'formal'] as const

export type AssistantStart = {
  agentName: string
  tone: string
  faqs: { question: string; answer: string }[]
  /** an address to learn from, as it was given or is known */
  website: string
  /** some website is being read already; this would be another */
  hasSites?: boolean
}

/** How the assistant speaks, and the first things it knows. */
export function AssistantFields(start: AssistantStart) {
  const { agentName, tone, faqs, website, hasSites } = start
  const t = useT()
  return (
    <>
      <Field
        name="agentName"
        label={t('settings.agentName')}
        help={t('settings.agentNameHelp')}
        optional
      >
        <Input defaultValue={agentName} autoComplete="off" maxLength={40} />
      </Field>
      <RadioGroup
        name="tone"
        legend={t('settings.tone')}
        defaultValue={tone}
        look="cards"
        options={tones.map((one) => ({
          value: one,
          label: t(`settings.tone_${one}`),
          help: t(`settings.tone_${one}Help`),
        }))}
      />
      <fieldset className="border-t pt-5">
        <legend className="sr-only">{t('onboarding.faqs')}</legend>
        <h3 className="font-semibold">{t('onboarding.faqs')}</h3>
        <p className="mt-1 text-soft">{t('onboarding.faqsLead')}</p>
        <ol className="mt-4 flex flex-col gap-6">
          {faqs.map(({ question, answer }, index) => (
            <li key={index} className="flex flex-col gap-3">
              <Field
                name={`question_${index + 1}`}
                label={t('onboarding.question', { number: index + 1 })}
                optional
              >
                <Input defaultValue={question} maxLength={300} />
              </Field>
              <Field
                name={`answer_${index + 1}`}
                label={t('onboarding.answer', { number: index + 1 })}
                optional
              >
                <Textarea rows={2} defaultValue={answer} />
              </Field>
            </li>
          ))}
        </ol>
      </fieldset>
      <div className="border-t pt-5">
        <Field
          name="website"
          label={t('onboarding.website')}
          help={t(hasSites ? 'onboarding.websiteMore' : 'onboarding.websiteHelp')}
          optional
        >
          <Input
            defaultValue={website}
            inputMode="url"
            autoComplete="url"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={2000}
          />
        </Field>
      </div>
    </>
  )
}
