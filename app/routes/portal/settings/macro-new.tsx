import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readMacroChoices, saveMacroForm } from '#app/routes/macro-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { MacroPage } from '#app/ui/macros/macro-page.tsx'
import type { MacroResult } from '#app/ui/macros/macro-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  return { title: pageTitle(args, 'macros.new'), choices: readMacroChoices(db, member) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const saved = saveMacroForm(db, member, { form: await readFormData(request) })
  return saved.ok
    ? redirect('/settings/macros?saved')
    : Response.json(saved.result, { status: saved.isRefused ? 422 : 200 })
}

export default function NewMacro() {
  const { choices } = useLoaderData<typeof loader>()
  const result = useActionData<MacroResult>()
  return <MacroPage action="/settings/macros/new" choices={choices} result={result} />
}
