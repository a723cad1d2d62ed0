import { Form } from '@remix-run/react'
import { useState } from 'react'
import { TEMPLATE_LIMITS, templateCategories } from '#app/domain/templates/content.ts'
import type { TemplateContent } from '#app/domain/templates/content.ts'
import type { TemplateDetail } from '#app/domain/templates/shown.ts'
import { mayChange } from '#app/domain/templates/state.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { RadioGroup } from '../choice.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'
import { Notice } from '../notice.tsx'
import { Page, PageHeader } from '../page.tsx'
import { ContentFields } from './content-fields.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { TemplateStateBadge, useTemplateReason } from './template-state.tsx'

export type TemplateFormResult = FormResult & { content: TemplateContent }

const LANGUAGES = ['en', 'sw', 'en_US', 'en_GB', 'fr', 'pt_PT', 'pt_BR', 'ar', 'es', 'de', 'hi']

const EMPTY: TemplateContent = {
  ...{ category: 'UTILITY', header: 'NONE', headerText: '', headerExample: '' },
  ...{ body: '', examples: [], footer: '', buttons: [] },
}

/** One template: new, or with where it stands, to change and delete. */
export function TemplatePage(props: {
  action: string
  endpoints: { id: number; name: string }[]
  template?: TemplateDetail
  mayWrite: boolean
  result?: TemplateFormResult
}) {
  const { action, template, mayWrite, result } = props
  const t = useT()
  const isFixed =
    template && (!mayWrite || !mayChange(template.state) || !template.content.isComplete)
  return (
    <Page width="wide">
      <PageHeader
        title={template ? template.name : t('templates.new')}
        description={template ? `${template.language} · ${template.endpointName}` : undefined}
        back={{ to: '/settings/templates', label: t('templates.title') }}
        actions={
          template &&
          mayWrite &&
          template.state !== 'deleting' && (
            <ConfirmDialog
              id="delete"
              trigger={t('common.delete')}
              title={t('templates.deleteTitle', { name: template.name })}
              action={`${action}/deletion`}
              confirmLabel={t('common.delete')}
            >
              {t('templates.deleteLead')}
            </ConfirmDialog>
          )
        }
      />
      {template && <Standing template={template} />}
      {isFixed ? (
        <TemplatePreview content={template.content} />
      ) : (
        <Editor key={JSON.stringify(result?.content)} {...props} />
      )}
    </Page>
  )
}

/** Where it stands and why, and what can be done now. */
function Standing({ template }: { template: TemplateDetail }) {
  const t = useT()
  const toReason = useTemplateReason()
  const { state, reason, content } = template
  const isBad = state === 'rejected' || state === 'failed' || state === 'disabled'
  return (
    <div className="flex flex-col gap-3" role="status">
      <p className="flex flex-wrap items-center gap-2">
        <TemplateStateBadge state={state} />
        <span className="text-soft">{t(`templates.about.${state}`)}</span>
      </p>
      {reason && <Notice tone={isBad ? 'bad' : 'warn'}>{toReason(reason)}</Notice>}
      {!content.isComplete && <Notice>{t('templates.elsewhere')}</Notice>}
    </div>
  )
}

function Editor(props: Parameters<typeof TemplatePage>[0]) {
  const { action, endpoints, template, result } = props
  const t = useT()
  const [content, setContent] = useState(result?.content ?? template?.content ?? EMPTY)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Card>
        <FormState result={result}>
          <Form
            method="post"
            action={action}
            encType="multipart/form-data"
            noValidate
            className="flex flex-col gap-5"
          >
            <FormErrorSummary />
            {!template && <Naming endpoints={endpoints} />}
            <RadioGroup
              name="category"
              legend={t('templates.category')}
              look="cards"
              defaultValue={content.category}
              options={templateCategories
                .filter((one) => one !== 'AUTHENTICATION')
                .map((value) => ({
                  ...{ value, label: t(`templates.category.${value}`) },
                  help: t(`templates.categoryHelp.${value}`),
                }))}
            />
            <ContentFields
              content={content}
              setContent={setContent}
              headerFileId={template?.headerFileId ?? null}
            />
            <div>
              <SubmitButton action={action}>{t('templates.submit')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
      <div className="lg:sticky lg:top-6">
        <TemplatePreview content={content} />
      </div>
    </div>
  )
}

/** Chosen once: the vendor knows a template by these. */
function Naming({ endpoints }: { endpoints: { id: number; name: string }[] }) {
  const t = useT()
  const [only, ...others] = endpoints
  return (
    <>
      {others.length === 0 ? (
        <input type="hidden" name="endpointId" value={only?.id ?? 0} />
      ) : (
        <Field name="endpointId" label={t('templates.number')}>
          <Select defaultValue={only?.id}>
            {endpoints.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field name="name" label={t('templates.name')} help={t('templates.nameHelp')}>
        <Input maxLength={TEMPLATE_LIMITS.name} autoComplete="off" />
      </Field>
      <Field name="language" label={t('templates.language')} help={t('templates.languageHelp')}>
        <Input maxLength={8} autoComplete="off" list="template-languages" defaultValue="en" />
      </Field>
      <datalist id="template-languages">
        {LANGUAGES.map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </>
  )
}
