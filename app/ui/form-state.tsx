import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { MessageValues } from '#app/i18n/format-message.ts'
import { useErrorText } from './i18n-provider.tsx'

/** An error code of the catalogue (`invalid_email`), with the values its sentence needs. */
export type FieldError = string | { code: string; values?: MessageValues }

/** What an action hands back when it refused a form. The key '' is about the form as a whole. */
export type FormResult = {
  errors?: Record<string, FieldError | undefined>
  /**
   * What was typed, so that nothing is lost: `toFormValues(form, ['password'])`. A checkbox that is
   * not in it was unchecked.
   */
  values?: Record<string, string | undefined>
}

const FormContext = createContext<FormResult>({})

/**
 * Gives every `Field` inside its error and the value typed before:
 * `<FormState result={useActionData<typeof action>()}>`.
 */
export function FormState({ result, children }: { result?: FormResult; children: ReactNode }) {
  return <FormContext.Provider value={result ?? {}}>{children}</FormContext.Provider>
}

export function useFormResult(): FormResult {
  return useContext(FormContext)
}

/** Turns a `FieldError` into its sentence. */
export function useFieldErrorText(): (error: FieldError | undefined) => string | undefined {
  const errorText = useErrorText()
  return (error) => {
    if (!error) return undefined
    return typeof error === 'string' ? errorText(error) : errorText(error.code, error.values)
  }
}

/** Whether a checkbox starts checked: as it was sent, if the form came back, otherwise as given. */
export function useKeptCheck(name: string, defaultChecked: boolean | undefined): boolean {
  const { values } = useFormResult()
  return values ? values[name] !== undefined : Boolean(defaultChecked)
}
