import { useLoaderData } from '@remix-run/react'
import { contactLanguageName, contactLanguages } from '#app/domain/contacts/languages.ts'
import { Checkbox } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useFormResult } from '../form-state.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'
import { Section } from '../page.tsx'
import { CustomFieldInput } from './custom-field-input.tsx'
import type { ShownField } from './custom-field-input.tsx'

export type ContactFormData = {
  contact?: {
    name: string
    phone: string | null
    phoneVerifiedAt: number | null
    email: string | null
    emailVerifiedAt: number | null
    language: string | null
    location: string
    source: string
    campaign: string
    ownerId: number | null
    notes: string
  }
  fields: (ShownField & { value: string })[]
  tags: { id: number; name: string }[]
  ownTagIds: number[]
  owners: { id: number; name: string }[]
  sources: string[]
}

function useFormData(): ContactFormData {
  return useLoaderData<ContactFormData>()
}

/** Everything staff can write about a contact; the page's loader gives `ContactFormData`. */
export function ContactFields() {
  const t = useT()
  const { fields, tags } = useFormData()
  return (
    <>
      <Section title={t('contacts.details')}>
        <Identity />
      </Section>
      <Section title={t('contacts.about')}>
        <About />
      </Section>
      {tags.length > 0 && (
        <Section title={t('contacts.tags')}>
          <TagBoxes />
        </Section>
      )}
      {fields.length > 0 && (
        <Section title={t('contacts.ownFields')}>
          {fields.map((field) => (
            <CustomFieldInput key={field.id} field={field} />
          ))}
        </Section>
      )}
    </>
  )
}

function Identity() {
  const t = useT()
  const { contact } = useFormData()
  return (
    <>
      <Field name="name" label={t('contacts.name')} optional>
        <Input defaultValue={contact?.name} maxLength={120} autoComplete="off" />
      </Field>
      <Field name="phone" label={t('contacts.phone')} help={t('contacts.phoneHelp')} optional>
        <Input type="tel" defaultValue={contact?.phone ?? ''} autoComplete="off" />
      </Field>
      <Checkbox
        name="phoneVerified"
        label={t('contacts.phoneVerified')}
        defaultChecked={Boolean(contact?.phoneVerifiedAt)}
      />
      <Field name="email" label={t('contacts.email')} optional>
        <Input type="email" defaultValue={contact?.email ?? ''} autoComplete="off" />
      </Field>
      <Checkbox
        name="emailVerified"
        label={t('contacts.emailVerified')}
        defaultChecked={Boolean(contact?.emailVerifiedAt)}
      />
    </>
  )
}

function About() {
  const t = useT()
  const { language } = useI18n()
  const { contact, owners, sources } = useFormData()
  return (
    <>
      <Field name="language" label={t('contacts.language')} optional>
        <Select defaultValue={contact?.language ?? ''}>
          <option value="">{t('contacts.unknown')}</option>
          {contactLanguages.map((code) => (
            <option key={code} value={code}>
              {contactLanguageName(code, language)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="location" label={t('contacts.location')} optional>
        <Input defaultValue={contact?.location} maxLength={120} autoComplete="off" />
      </Field>
      <Field name="source" label={t('contacts.source')} help={t('contacts.sourceHelp')} optional>
        <Input
          defaultValue={contact?.source}
          maxLength={80}
          list="contact-sources"
          autoComplete="off"
        />
      </Field>
      <datalist id="contact-sources">
        {sources.map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
      <Field name="campaign" label={t('contacts.campaign')} optional>
        <Input defaultValue={contact?.campaign} maxLength={120} autoComplete="off" />
      </Field>
      <Field name="ownerId" label={t('contacts.owner')} help={t('contacts.ownerHelp')} optional>
        <Select defaultValue={contact?.ownerId ?? ''}>
          <option value="">{t('common.none')}</option>
          {owners.map((owner) => (
            <option key={owner.id} value={owner.id}>
              {owner.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="notes" label={t('contacts.notes')} help={t('contacts.notesHelp')} optional>
        <Textarea defaultValue={contact?.notes} maxLength={5_000} />
      </Field>
    </>
  )
}

function TagBoxes() {
  const t = useT()
  const { tags, ownTagIds } = useFormData()
  const wasRefused = useFormResult().values !== undefined
  return (
    <fieldset className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <legend className="sr-only">{t('contacts.tags')}</legend>
      {tags.map((tag) => (
        <label key={tag.id} className="flex items-center gap-2.5 py-0.5">
          <input
            type="checkbox"
            name="tag"
            value={tag.id}
            className="size-4 shrink-0"
            // What was ticked stays on the screen: the form does not leave the page.
            defaultChecked={wasRefused ? undefined : ownTagIds.includes(tag.id)}
          />
          {tag.name}
        </label>
      ))}
    </fieldset>
  )
}
