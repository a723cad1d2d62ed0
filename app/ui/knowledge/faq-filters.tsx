import { Form, useSubmit } from '@remix-run/react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'

/** Which questions are listed. A choice counts at once where there is a script. */
export function FaqFilters(props: {
  kept: { category?: string; use?: string }
  search: string
  categories: string[]
}) {
  const { kept, search, categories } = props
  const t = useT()
  const submit = useSubmit()
  return (
    <Form
      method="get"
      action="/knowledge"
      className="flex flex-wrap items-end gap-3"
      onChange={(event) => submit(event.currentTarget)}
    >
      {search && <input type="hidden" name="q" value={search} />}
      <label className="flex flex-col gap-1">
        <span className="text-small text-soft">{t('training.category')}</span>
        <Select name="category" defaultValue={kept.category ?? ''}>
          <option value="">{t('training.categoryAll')}</option>
          <option value="-">{t('training.categoryNone')}</option>
          {categories.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </label>
      <label className="flex flex-col gap-1">
        <span className="text-small text-soft">{t('training.use')}</span>
        <Select name="use" defaultValue={kept.use ?? ''}>
          <option value="">{t('training.useAll')}</option>
          <option value="yes">{t('knowledge.inUse')}</option>
          <option value="no">{t('knowledge.notInUse')}</option>
        </Select>
      </label>
      <Button type="submit">{t('training.filter')}</Button>
    </Form>
  )
}
