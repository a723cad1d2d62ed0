import { Link } from '@remix-run/react'
import { RadioGroup } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'
import { Section } from '../page.tsx'

const tones = ['friendly', 'professional', 'casual', 'formal'] as const

/** The assistant's name, tone and what the company tells it. */
export function VoiceFields({
  voice,
}: {
  voice: { agentName: string; tone: string; instructions: string }
}) {
  const t = useT()
  return (
    <Section title={t('settings.voice')} description={t('settings.voiceLead')}>
      <Field
        name="agentName"
        label={t('settings.agentName')}
        help={t('settings.agentNameHelp')}
        optional
      >
        <Input defaultValue={voice.agentName} autoComplete="off" className="max-w-72" />
      </Field>
      <RadioGroup
        name="tone"
        legend={t('settings.tone')}
        defaultValue={voice.tone}
        look="cards"
        options={tones.map((tone) => ({
          value: tone,
          label: t(`settings.tone_${tone}`),
          help: t(`settings.tone_${tone}Help`),
        }))}
      />
      <Field
        name="instructions"
        label={t('settings.instructions')}
        help={t('settings.instructionsHelp')}
        optional
      >
        <Textarea rows={6} defaultValue={voice.instructions} />
      </Field>
      <p className="text-small">
        <Link to="/knowledge/voice">{t('voice.alsoHere')}</Link>
      </p>
    </Section>
  )
}
