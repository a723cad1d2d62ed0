import type { FieldError } from '#app/ui/form-state.tsx'

/** The file of a form field; undefined when none was chosen (browsers then send an empty one). */
export function findUpload(form: FormData, name: string): File | undefined {
  const value = form.get(name)
  return value instanceof File && value.size > 0 ? value : undefined
}

/** All files of a field that takes several. */
export function listUploads(form: FormData, name: string): File[] {
  return form.getAll(name).filter((value): value is File => value instanceof File && value.size > 0)
}

export async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer())
}

const IMAGE_TYPES = 'PNG, JPEG, WebP, GIF'

/** The sentence beside the field, with the limit that was passed. */
export function toImageError(reason: string, max: string): FieldError {
  if (reason === 'file_too_large') return { code: reason, values: { max } }
  if (reason === 'file_type') return { code: reason, values: { types: IMAGE_TYPES } }
  return reason
}
