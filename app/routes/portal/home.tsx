import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { homePath } from '#app/server/enforce.server.ts'

/** The bare host: on to where this person belongs. */
export function loader({ context }: LoaderFunctionArgs) {
  return redirect(homePath(context.baraza))
}
