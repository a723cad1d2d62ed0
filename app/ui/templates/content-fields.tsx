import { buttonKinds, gapsOf, headerKinds } from '#app/domain/templates/content.ts'
import type { HeaderKind, TemplateButton, TemplateContent } from '#app/domain/templates/content.ts'
import { Field, FieldError, fieldId } from '../field.tsx'
import { FileInput } from '../file-input.tsx'
import { useFieldErrorText, useFormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'

const BUTTON_ROWS_MIN = 3

type Props = {
  content: TemplateContent
  setContent: (content: TemplateContent) => void
  headerFileId: number | null
}

/** Header, words with their examples, footer and buttons. */
export function ContentFields({ content, setContent, headerFileId }: Props) {
  const t = useT()
  const set = (part: Partial<TemplateContent>) => setContent({ ...content, ...part })
  const gaps = gapsOf(content.body)
  return (
    <>
      <Header content={content} set={set} headerFileId={headerFileId} />
      <Field
        name="body"
        label={t('templates.body')}
        help={t('templates.bodyHelp', { one: '{{1}}', two: '{{2}}' })}
      >
        <Textarea
          rows={6}
          value={content.body}
          onChange={(event) => set({ body: event.target.value })}
        />
      </Field>
      {gaps.map((name, index) => (
        <Field
          key={name}
          name={`examples.${index}`}
          label={t('templates.example', { name: `{{${name}}}` })}
        >
          <Input
            autoComplete="off"
            value={content.examples[index] ?? ''}
            onChange={(event) => {
              const examples = gaps.map((_, at) => content.examples[at] ?? '')
              set({ examples: examples.with(index, event.target.value) })
            }}
          />
        </Field>
      ))}
      <Field name="footer" label={t('templates.footer')} optional>
        <Input
          maxLength={60}
          autoComplete="off"
          value={content.footer}
          onChange={(event) => set({ footer: event.target.value })}
        />
      </Field>
      <Buttons content={content} set={set} />
    </>
  )
}

/** What a field of a button's row says; no kind: there is no such button. */
type ButtonPart = { kind?: TemplateButton['kind'] | ''; text?: string; value?: string }

type PartProps = {
  content: TemplateContent
  set: (part: Partial<TemplateContent>) => void
}

function Header({ content, set, headerFileId }: PartProps & { headerFileId: number | null }) {
  const t = useT()
  const { header, headerText } = content
  const hasFile = header !== 'NONE' && header !== 'TEXT'
  return (
    <>
      <Field name="header" label={t('templates.header')}>
        <Select
          value={header}
          onChange={(event) => set({ header: event.target.value as HeaderKind })}
        >
          {headerKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`templates.header.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {header === 'TEXT' && (
        <Field name="headerText" label={t('templates.headerText')}>
          <Input
            maxLength={60}
            autoComplete="off"
            value={headerText}
            onChange={(event) => set({ headerText: event.target.value })}
          />
        </Field>
      )}
      {header === 'TEXT' && gapsOf(headerText).length > 0 && (
        <Field name="headerExample" label={t('templates.example', { name: '{{1}}' })}>
          <Input
            autoComplete="off"
            value={content.headerExample}
            onChange={(event) => set({ headerExample: event.target.value })}
          />
        </Field>
      )}
      {hasFile && (
        <Field
          name="headerFile"
          label={t(`templates.header.${header}`)}
          help={t(headerFileId === null ? 'templates.fileHelp' : 'templates.fileKept')}
        >
          <FileInput />
        </Field>
      )}
    </>
  )
}

function Buttons({ content, set }: PartProps) {
  const t = useT()
  const { buttons } = content
  const rows = Array.from({ length: Math.max(BUTTON_ROWS_MIN, buttons.length) }, (_, at) => at)
  function change(at: number, part: ButtonPart) {
    const { kind = 'QUICK_REPLY', text = '', value = '' } = { ...buttons[at], ...part }
    if (kind === '') return set({ buttons: buttons.filter((_, index) => index !== at) })
    set({ buttons: [...buttons.slice(0, at), { kind, text, value }, ...buttons.slice(at + 1)] })
  }
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">
        {t('templates.buttons')}
        <span className="ml-2 font-normal text-faint">{t('common.optional')}</span>
      </legend>
      {rows.map((at) => (
        <ButtonRow key={at} at={at} button={buttons[at]} onChange={(part) => change(at, part)} />
      ))}
    </fieldset>
  )
}

function ButtonRow(props: {
  at: number
  button: TemplateButton | undefined
  onChange: (part: ButtonPart) => void
}) {
  const { at, button, onChange } = props
  const t = useT()
  const errorText = useFieldErrorText()(useFormResult().errors?.[`buttons.${at}`])
  const number = at + 1
  return (
    <div
      role="group"
      aria-label={t('templates.button', { number })}
      id={fieldId(`buttons.${at}`)}
      className="flex flex-col gap-1.5"
    >
      <div className="grid gap-2 sm:grid-cols-3">
        <Select
          name={`buttonKind.${at}`}
          aria-label={t('templates.buttonKind', { number })}
          value={button?.kind ?? ''}
          onChange={(event) => onChange({ kind: event.target.value as ButtonPart['kind'] })}
        >
          <option value="">{t('templates.buttonNone')}</option>
          {buttonKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`templates.button.${kind}`)}
            </option>
          ))}
        </Select>
        <Input
          name={`buttonText.${at}`}
          aria-label={t('templates.buttonText', { number })}
          placeholder={t('templates.buttonWords')}
          maxLength={25}
          autoComplete="off"
          value={button?.text ?? ''}
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <Input
          name={`buttonValue.${at}`}
          aria-label={t('templates.buttonValue', { number })}
          placeholder={button?.kind === 'PHONE_NUMBER' ? '+254712345678' : 'https://'}
          autoComplete="off"
          value={button?.value ?? ''}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      </div>
      <FieldError id={`button-${at}-error`} text={errorText} />
    </div>
  )
}
