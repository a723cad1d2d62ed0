import { Field } from '../field.tsx'
import { FileInput } from '../file-input.tsx'
import { useT } from '../i18n-provider.tsx'
import { Textarea } from '../input.tsx'
import { Notice } from '../notice.tsx'

const READABLE = '.pdf,.docx,.xlsx,.csv,.html,.htm,.txt,.md,.markdown'

/** Several files at once; each becomes a document. */
export function DocumentFiles() {
  const t = useT()
  return (
    <Field name="file" label={t('teaching.files')} help={t('teaching.filesHelp')} optional>
      <FileInput accept={READABLE} multiple />
    </Field>
  )
}

/** The next version of a document. */
export function DocumentFile() {
  const t = useT()
  return (
    <Field name="file" label={t('teaching.replaceFile')}>
      <FileInput accept={READABLE} />
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
