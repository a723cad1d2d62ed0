import { useLocation } from '@remix-run/react'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'
import { Section } from '../page.tsx'

export function ProfileFields({
  profile,
}: {
  profile: {
    name: string
    description: string
    phone: string | null
    email: string | null
    website: string | null
    address: string | null
  }
}) {
  const t = useT()
  const pageKey = useLocation().key
  return (
    <Section title={t('settings.profile')} description={t('settings.profileLead')}>
      <Field name="name" label={t('settings.name')}>
        <Input defaultValue={profile.name} autoComplete="organization" />
      </Field>
      <Field
        name="description"
        label={t('settings.description')}
        help={t('settings.descriptionHelp')}
        optional
      >
        <Textarea defaultValue={profile.description} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="phone" label={t('settings.phone')} optional>
          {/* Kept in one spelling: what was saved replaces what was typed. */}
          <Input key={pageKey} type="tel" defaultValue={profile.phone ?? ''} autoComplete="tel" />
        </Field>
        <Field name="email" label={t('settings.email')} optional>
          <Input type="email" defaultValue={profile.email ?? ''} autoComplete="email" />
        </Field>
      </div>
      <Field name="website" label={t('settings.website')} help={t('settings.websiteHelp')} optional>
        <Input type="url" defaultValue={profile.website ?? ''} autoComplete="url" />
      </Field>
      <Field name="address" label={t('settings.address')} optional>
        <Input defaultValue={profile.address ?? ''} autoComplete="street-address" />
      </Field>
    </Section>
  )
}
