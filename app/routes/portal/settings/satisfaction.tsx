import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  DELAY_MINUTES_MAX,
  getCsatSettings,
  QUESTION_MAX,
  saveCsatSettings,
} from '#app/domain/csat/settings.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { CHANNEL_KINDS as channelKinds } from '#app/domain/endpoints/channel-kinds.ts'
import { messagesFor } from '#app/i18n/catalogue.server.ts'
import { checkbox, numberField, optionalText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { Checkbox, Switch } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Textarea } from '#app/ui/input.tsx'
import { Section } from '#app/ui/page.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'

const channelFields = Object.fromEntries(channelKinds.map((kind) => [`channel.${kind}`, checkbox]))

const csatForm = z
  .object({
    enabled: checkbox,
    delay: numberField(0, DELAY_MINUTES_MAX).pipe(z.number().int('invalid_number')),
    questionEn: optionalText(QUESTION_MAX),
    questionSw: optionalText(QUESTION_MAX),
    ...channelFields,
  })
  .transform(({ enabled, delay, questionEn, questionSw, ...boxes }) => {
    const chosen = channelKinds.filter(
      (kind) => (boxes as Record<string, unknown>)[`channel.${kind}`],
    )
    const isAll = chosen.length === channelKinds.length
    return {
      ...{ isOn: enabled, delayMinutes: delay, questionEn, questionSw },
      channels: isAll ? [] : chosen,
    }
  })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member } = requireMember(context, 'settings.read')
  const company = getCompany(db).name
  const words = (language: 'en' | 'sw') =>
    messagesFor(language).texts['csat.question'].replace('{company}', company)
  return {
    title: pageTitle(args, 'csat.settings'),
    frame: toSettingsFrame(member, request),
    settings: getCsatSettings(db),
    channels: [...channelKinds],
    ours: { en: words('en'), sw: words('sw') },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, csatForm)
  if (!read.ok) return read.result
  saveCsatSettings(db, member, read.values)
  return redirect('/settings/satisfaction?saved')
}

export default function SatisfactionSettings() {
  const t = useT()
  const { frame } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="satisfaction" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form
          method="post"
          action="/settings/satisfaction"
          className="flex flex-col gap-6"
          noValidate
        >
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <Section title={t('csat.settingsTitle')} description={t('csat.settingsLead')}>
              <AskingFields />
            </Section>
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}

const channelNames = {
  'whatsapp-cloud': 'common.channelWhatsapp',
  telegram: 'common.channelTelegram',
  'web-chat': 'common.channelWebChat',
} as const

function AskingFields() {
  const t = useT()
  const { settings, channels, ours } = useLoaderData<typeof loader>()
  const { isOn, delayMinutes, questionEn, questionSw } = settings
  const isAsked = (kind: string) =>
    settings.channels.length === 0 || settings.channels.includes(kind)
  return (
    <>
      <Switch
        name="enabled"
        label={t('csat.enabled')}
        help={t('csat.enabledHelp')}
        defaultChecked={isOn}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium">{t('csat.channels')}</legend>
        {channels.map((kind) => (
          <Checkbox
            key={kind}
            name={`channel.${kind}`}
            label={t(channelNames[kind])}
            defaultChecked={isAsked(kind)}
          />
        ))}
      </fieldset>
      <Field name="delay" label={t('csat.delay')} help={t('csat.delayHelp')}>
        <Input inputMode="numeric" className="max-w-24" defaultValue={String(delayMinutes)} />
      </Field>
      <Field
        name="questionEn"
        label={t('csat.questionEn')}
        help={t('csat.questionHelp', { text: ours.en })}
        optional
      >
        <Textarea rows={2} defaultValue={questionEn} lang="en" />
      </Field>
      <Field
        name="questionSw"
        label={t('csat.questionSw')}
        help={t('csat.questionHelp', { text: ours.sw })}
        optional
      >
        <Textarea rows={2} defaultValue={questionSw} lang="sw" />
      </Field>
    </>
  )
}
