import type { ChannelName } from '../channel-icon.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'
import { SecretField } from './secret-field.tsx'

export type KnownSettings = {
  name?: string
  phoneNumberId?: string
  wabaId?: string
  displayPhoneNumber?: string
  allowedOrigins?: string[]
}

/**
 * What an owner types in for a channel, with help where to find each value. Secrets start
 * empty: new ones replace the old, empty ones leave them.
 */
export function ChannelFields(props: {
  channel: ChannelName
  isNew?: boolean
  isAppSecretOptional?: boolean
  known?: KnownSettings
}) {
  const { channel, isNew = false, isAppSecretOptional = false, known = {} } = props
  const t = useT()
  return (
    <>
      {channel === 'whatsapp-cloud' && (
        <WhatsAppFields known={known} isNew={isNew} isAppSecretOptional={isAppSecretOptional} />
      )}
      {channel === 'telegram' && (
        <SecretField
          name="botToken"
          label={t('channels.botToken')}
          help={t('channels.botTokenHelp')}
          isNew={isNew}
        />
      )}
      {channel === 'web-chat' && <WebChatFields known={known} isNew={isNew} />}
      <Field name="name" label={t('channels.name')} help={t('channels.nameHelp')} optional>
        <Input defaultValue={known.name ?? ''} autoComplete="off" maxLength={80} />
      </Field>
    </>
  )
}

function WhatsAppFields(props: {
  known: KnownSettings
  isNew: boolean
  isAppSecretOptional: boolean
}) {
  const { known, isNew, isAppSecretOptional } = props
  const t = useT()
  return (
    <>
      <Field
        name="phoneNumberId"
        label={t('channels.phoneNumberId')}
        help={t('channels.phoneNumberIdHelp')}
      >
        <Input inputMode="numeric" autoComplete="off" defaultValue={known.phoneNumberId} />
      </Field>
      <Field
        name="displayPhoneNumber"
        label={t('channels.displayPhoneNumber')}
        help={t('channels.displayPhoneNumberHelp')}
        optional
      >
        <Input type="tel" autoComplete="off" defaultValue={known.displayPhoneNumber} />
      </Field>
      <Field name="wabaId" label={t('channels.wabaId')} help={t('channels.wabaIdHelp')} optional>
        <Input inputMode="numeric" autoComplete="off" defaultValue={known.wabaId} />
      </Field>
      <SecretField
        name="accessToken"
        label={t('channels.accessToken')}
        help={t('channels.accessTokenHelp')}
        isNew={isNew}
      />
      <SecretField
        name="appSecret"
        label={t('channels.appSecret')}
        help={t('channels.appSecretHelp')}
        isNew={isNew}
        optional={isAppSecretOptional}
      />
      <SecretField
        name="verifyToken"
        label={t('channels.verifyToken')}
        help={t('channels.verifyTokenHelp')}
        isNew={isNew}
        optional
      />
    </>
  )
}

function WebChatFields({ known, isNew }: { known: KnownSettings; isNew: boolean }) {
  const t = useT()
  return (
    <>
      <Field
        name="allowedOrigins"
        label={t('channels.allowedOrigins')}
        help={t('channels.allowedOriginsHelp')}
        optional
      >
        <Textarea
          defaultValue={known.allowedOrigins?.join('\n')}
          spellCheck={false}
          className="font-mono"
        />
      </Field>
      <SecretField
        name="identitySecret"
        label={t('channels.identitySecret')}
        help={t('channels.identitySecretHelp')}
        isNew={isNew}
        optional
      />
    </>
  )
}
