import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN } from '#app/credentials/passwords.server.ts'
import type { FieldError } from '#app/ui/form-state.tsx'

/** Where a refused password's sentence belongs, with the figures it needs. */
export function passwordError(reason: string, field = 'password'): Record<string, FieldError> {
  if (reason === 'link_expired') return { '': reason }
  if (reason === 'password_wrong') return { currentPassword: reason }
  const values = { min: PASSWORD_LENGTH_MIN, max: PASSWORD_LENGTH_MAX }
  return { [field]: { code: reason, values } }
}
