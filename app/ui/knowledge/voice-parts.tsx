import { contactLanguageName, contactLanguages } from '#app/domain/contacts/languages.ts'
import { voicePushes, voiceStyles } from '#app/domain/voice/choices.ts'
import type { Voice } from '#app/domain/voice/voice.ts'
import { Card } from '../card.tsx'
import { RadioGroup } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'

export type ShownVoice = Voice & { agentName: string; tone: string }

const tones = ['friendly', 'professional', 'casual', 'formal'] as const

export function SpeakerFields({ voice }: { voice: ShownVoice }) {
  const t = useT()
  return (
    <Card title={t('voice.who')}>
      <div className="flex flex-col gap-5">
        <Field
          name="agentName"
          label={t('voice.agentName')}
          help={t('voice.agentNameHelp')}
          optional
        >
          <Input defaultValue={voice.agentName} autoComplete="off" />
        </Field>
        <Field name="persona" label={t('voice.persona')} help={t('voice.personaHelp')} optional>
          <Textarea defaultValue={voice.persona} rows={3} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="tone" label={t('voice.tone')}>
            <Select defaultValue={voice.tone}>
              {tones.map((tone) => (
                <option key={tone} value={tone}>
                  {t(`settings.tone_${tone}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field name="style" label={t('voice.style')}>
            <Select defaultValue={voice.style}>
              {voiceStyles.map((style) => (
                <option key={style} value={style}>
                  {t(`voice.style_${style}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <RadioGroup
          name="push"
          legend={t('voice.push')}
          defaultValue={voice.push}
          options={voicePushes.map((push) => ({ value: push, label: t(`voice.push_${push}`) }))}
        />
        <Languages chosen={voice.languages} />
      </div>
    </Card>
  )
}

function Languages({ chosen }: { chosen: string[] }) {
  const t = useT()
  const { language } = useI18n()
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t('voice.languages')}</legend>
      <p className="mb-2 text-small text-faint">{t('voice.languagesHelp')}</p>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {contactLanguages.map((code) => (
          <label key={code} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              name="language"
              value={code}
              defaultChecked={chosen.includes(code)}
              className="size-4"
            />
            {contactLanguageName(code, language)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export function WordFields({ voice }: { voice: ShownVoice }) {
  const t = useT()
  const avoided = voice.wordsToAvoid.map(({ word, instead }) =>
    instead ? `${word} = ${instead}` : word,
  )
  return (
    <Card title={t('voice.words')}>
      <div className="flex flex-col gap-5">
        <Field name="greeting" label={t('voice.greeting')} help={t('voice.greetingHelp')} optional>
          <Textarea defaultValue={voice.greeting} rows={2} />
        </Field>
        <Field
          name="signature"
          label={t('voice.signature')}
          help={t('voice.signatureHelp')}
          optional
        >
          <Input defaultValue={voice.signature} autoComplete="off" />
        </Field>
        <Field
          name="wordsToUse"
          label={t('voice.wordsToUse')}
          help={t('voice.wordsToUseHelp')}
          optional
        >
          <Textarea defaultValue={voice.wordsToUse.join('\n')} rows={3} />
        </Field>
        <Field
          name="wordsToAvoid"
          label={t('voice.wordsToAvoid')}
          help={t('voice.wordsToAvoidHelp')}
          optional
        >
          <Textarea defaultValue={avoided.join('\n')} rows={3} />
        </Field>
      </div>
    </Card>
  )
}
