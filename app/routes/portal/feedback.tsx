import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { addressKey } from '#app/credentials/throttle.server.ts'
import { answerSurvey, COMMENT_MAX, findSurveyState } from '#app/domain/csat/answer.server.ts'
import { parseFields, readFields } from '#app/routes/account/posted-form.server.ts'
import { tooMany } from '#app/routes/account/throttled.server.ts'
import { optionalText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toPortal } from '#app/routes/require.server.ts'
import type { FormResult } from '#app/ui/form-state.tsx'
import { FeedbackPage } from '#app/ui/feedback-page.tsx'

export { actionHeaders as headers, titleMeta as meta } from '#app/routes/page-exports.ts'

const answer = z.object({
  rating: z.enum(['1', '2', '3', '4', '5'], 'rating_required').transform(Number),
  comment: optionalText(COMMENT_MAX),
})

/** Behind the link that a customer got. Opening it changes nothing: programs open links too. */
export function loader(args: LoaderFunctionArgs) {
  const { db, tenant, member } = toPortal(args.context)
  const state = findSurveyState(db, args.params['token'] ?? '')
  const shown = {
    title: pageTitle(args, 'csat.pageTitle'),
    company: tenant.name,
    // Whoever works here must not rate themselves with a link they can read in the thread.
    state: member && state === 'open' ? ('staff' as const) : (state ?? ('dead' as const)),
  }
  return data(shown, { status: state ? 200 : 410 })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, tenant, member, services, ip } = toPortal(context)
  const fields = await readFields(request)
  const key = { 'link.address': `${tenant.id}:${addressKey(ip)}` }
  const counted = await services.throttle.count(key)
  if (!counted.ok) return tooMany(counted.retryAfterS, fields)
  if (member) throw new Response(null, { status: 403 })
  const parsed = parseFields(answer, fields)
  if (!parsed.ok) return data({ result: parsed.result }, { status: 422 })
  // Answered already, or dead by now: the page behind the link says so.
  answerSurvey(db, params['token'] ?? '', parsed.values)
  return redirect(`/feedback/${params['token'] ?? ''}`, 303)
}

export default function Feedback() {
  const { company, state } = useLoaderData<typeof loader>()
  const result = useActionData<{ result?: FormResult }>()?.result
  return <FeedbackPage company={company} state={state} result={result} />
}
