import { useFetcher, useLoaderData } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { Check } from 'lucide-react'
import { Field } from '#app/ui/field.tsx'
import { useFormResult } from '#app/ui/form-state.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

const PAUSE_MS = 300
const SLUG_LENGTH_MAX = 40

type Answer = { ok: boolean; slug: string; reason?: string; suggestions?: string[] }

/**
 * The company's name and its address, which follows the name until one is typed. While typing,
 * the server says whether the address is free and offers others; the form itself asks again.
 */
export function NameAndAddress() {
  const { suffix } = useLoaderData<{ suffix: string }>()
  const before = useFormResult().values ?? {}
  const [name, setName] = useState(before['companyName'] ?? '')
  const [typedSlug, setTypedSlug] = useState(before['slug'])
  const slug = typedSlug ?? toSlug(name)
  const t = useT()
  useEffect(() => {
    // On a slow line one types before the script is there.
    setName((known) => known || valueOf('companyName'))
    setTypedSlug((known) => known ?? (valueOf('slug') || undefined))
  }, [])
  return (
    <>
      <Field name="companyName" label={t('auth.companyName')}>
        <Input
          autoComplete="organization"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <Field name="slug" label={t('auth.companyAddress')} help={t('auth.companyAddressHelp')}>
          <Input
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={SLUG_LENGTH_MAX}
            after={suffix}
            value={slug}
            onChange={(event) => setTypedSlug(event.target.value.toLowerCase())}
          />
        </Field>
        <Availability slug={slug} companyName={name} choose={setTypedSlug} />
      </div>
    </>
  )
}

function valueOf(name: string): string {
  const [field] = document.getElementsByName(name)
  return field instanceof HTMLInputElement ? field.value : ''
}

/** Whether an address is free, said while it is typed; others near it where it is not. */
export function Availability(props: {
  slug: string
  companyName: string
  choose: (slug: string) => void
}) {
  const { slug, companyName, choose } = props
  const { load, data } = useFetcher<Answer>()
  const t = useT()
  const errorText = useErrorText()
  useEffect(() => {
    if (slug.length < 2) return
    const query = new URLSearchParams({ slug, name: companyName })
    const timer = setTimeout(() => load(`/signup/address?${query.toString()}`), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [slug, companyName, load])
  const isCurrent = data?.slug === slug && slug.length >= 2
  return (
    <div aria-live="polite" className="text-small">
      {isCurrent && data.ok && (
        <p className="flex items-center gap-1.5 text-good">
          <Check className="size-3.5" aria-hidden />
          {t('auth.slugFree')}
        </p>
      )}
      {isCurrent && !data.ok && (
        <p className="text-bad">{errorText(CODES[data.reason ?? ''] ?? 'slug_invalid')}</p>
      )}
      {isCurrent && !data.ok && data.suggestions && data.suggestions.length > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-soft">
          {t('auth.slugInstead')}
          {data.suggestions.map((free) => (
            <button
              key={free}
              type="button"
              onClick={() => choose(free)}
              className="rounded-sm py-1 font-medium text-accent hover:underline"
            >
              {free}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}

const CODES: Record<string, string> = {
  invalid_slug: 'slug_invalid',
  reserved_slug: 'slug_reserved',
  slug_taken: 'slug_taken',
}

/** `Café Mama Njeri` → `cafe-mama-njeri` */
function toSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_LENGTH_MAX)
    .replace(/^-+|-+$/g, '')
}
