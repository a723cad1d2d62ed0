import type { LoaderFunctionArgs } from '@remix-run/node'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { downloadHeaders } from '#app/routes/download.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** An invoice or credit note as a file, in the language of whoever takes it. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { billing, member, db } = requireMember(context, 'billing.read')
  const { timeZone } = getCompany(db)
  const pdf = await billing.documentPdf(Number(params['id']), {
    language: member.language,
    timeZone,
  })
  if (!pdf) throw new Response(null, { status: 404 })
  return new Response(new Uint8Array(pdf.bytes), {
    headers: downloadHeaders(`${pdf.number}.pdf`, 'application/pdf'),
  })
}
