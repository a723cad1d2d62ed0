import { useEffect, useState } from 'react'
import { Availability } from '#app/routes/signup/name-and-address.tsx'
import { Field, fieldId } from '#app/ui/field.tsx'
import { useFormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

/** The address of a company that is to be: while typing, whether it is free and others near it. */
export function AddressField(props: { slug: string; companyName: string; suffix: string }) {
  const { suffix, companyName } = props
  const [slug, setSlug] = useState(useFormResult().values?.['slug'] ?? props.slug)
  const t = useT()
  useEffect(() => {
    // On a slow line one types before the script is there.
    const field = document.getElementById(fieldId('slug'))
    if (field instanceof HTMLInputElement) setSlug(field.value)
  }, [])
  return (
    <div className="flex flex-col gap-1.5">
      <Field name="slug" label={t('auth.companyAddress')} help={t('auth.companyAddressHelp')}>
        <Input
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={40}
          after={suffix}
          value={slug}
          onChange={(event) => setSlug(event.target.value.toLowerCase())}
        />
      </Field>
      <Availability slug={slug} companyName={companyName} choose={setSlug} />
    </div>
  )
}
