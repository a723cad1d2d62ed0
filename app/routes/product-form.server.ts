import type { ProductRow } from '#app/domain/catalog/products.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import type { FitsStorage } from '#app/domain/files/store.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { FieldError } from '#app/ui/form-state.tsx'
import { productForm } from './knowledge-forms.server.ts'
import { parseForm, readFormData, refuseForm, textFields } from './read-form.server.ts'
import { bytesOf, findUpload, toImageError } from './uploaded-file.server.ts'

const IMAGE_MAX = '5 MB'

export type PostedProduct = {
  product: ProductRow
  isActive: boolean
  /** a new picture, null for none from now on, undefined for the one there is */
  imageFileId: number | null | undefined
  refuse: (errors: Record<string, FieldError>) => ReturnType<typeof refuseForm>
}

/** Reads a product's form and keeps its picture, if one came with it. */
export async function readProductForm(
  request: Request,
  db: TenantDb,
  by: { memberId: number; fits: FitsStorage },
) {
  const form = await readFormData(request)
  const refuse: PostedProduct['refuse'] = (errors) => refuseForm(textFields(form), errors)
  const read = parseForm(form, productForm)
  if (!read.ok) return read
  const { product, isActive, removeImage } = read.values
  const upload = findUpload(form, 'image')
  const posted = { product, isActive, refuse, imageFileId: removeImage ? null : undefined }
  if (!upload) return { ok: true as const, posted: posted satisfies PostedProduct }
  const file = { name: upload.name, bytes: await bytesOf(upload) }
  const put = await putFile(db, { ...file, purpose: 'product', ...by })
  if (!put.ok) return refuse({ image: toImageError(put.reason, IMAGE_MAX) })
  return { ok: true as const, posted: { ...posted, imageFileId: put.fileId } as PostedProduct }
}

/** The field a domain's refusal belongs to. */
export function toProductErrors(reason: string): Record<string, FieldError> {
  return reason === 'sku_taken' ? { sku: reason } : { '': 'invalid' }
}
