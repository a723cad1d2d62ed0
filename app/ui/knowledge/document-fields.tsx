import { Field } from '../field.tsx'
import { FileInput } from '../file-input.tsx'
import { useT } from '../i18n-provider.tsx'
import { Textarea } from '../input.tsx'
import { Notice } from '../notice.tsx'

export function DocumentFile() {
  const t = useT()
  return (
    <Field
      name="file"
      label={t('knowledge.documentFile')}
      help={t('knowledge.documentFileHelp')}
      optional
    >
      <FileInput accept=".txt,.md,.markdown,text/plain,text/markdown" />
    </Field>
  )
}

export function DocumentText({ label, text }: { label: string; text?: string }) {
  const t = useT()
  return (
    <Field
      name="text"
      label={label}
      help={t('knowledge.documentTextHelp')}
      optional={text === undefined}
    >
      <Textarea rows={14} defaultValue={text} className="field-sizing-fixed max-h-[70vh]" />
    </Field>
  )
}

/** The beginning of a text that is too long for a form. */
export function LongText({ text, length }: { text: string; length: number }) {
  const t = useT()
  return (
    <>
      <Notice>{t('knowledge.documentLong', { count: length })}</Notice>
      <textarea
        readOnly
        rows={14}
        value={text}
        aria-label={t('knowledge.documentText')}
        className="control"
      />
    </>
  )
}
