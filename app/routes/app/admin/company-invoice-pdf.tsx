import type { LoaderFunctionArgs } from '@remix-run/node'
import { PLATFORM_TIME_ZONE } from '#app/platform/companies/standing.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { downloadHeaders } from '#app/routes/download.server.ts'

/** A company's invoice or credit note as a file, in the language of whoever takes it. */
export async function loader(args: LoaderFunctionArgs) {
  const { services, user, company } = requireCompany(args, 'admin.read')
  const pdf = await services.documentPdf(
    { tenantId: company.id, id: Number(args.params['invoiceId']) },
    { language: user.language, timeZone: PLATFORM_TIME_ZONE },
  )
  if (!pdf) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(pdf.bytes), {
    headers: downloadHeaders(`${pdf.number}.pdf`, 'application/pdf'),
  })
}
