/**
 * What was typed into a form, to hand back with its errors: every text field of it, without files
 * and without what `leaveOut` names (passwords, codes). A name sent twice keeps its last value.
 */
export function toFormValues(form: FormData, leaveOut: string[] = []): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of form) {
    if (typeof value === 'string' && !leaveOut.includes(name)) values[name] = value
  }
  return values
}
