import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findMacro } from '#app/domain/macros/list.server.ts'
import { readMacroChoices, saveMacroForm } from '#app/routes/macro-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { MacroPage } from '#app/ui/macros/macro-page.tsx'
import type { MacroResult } from '#app/ui/macros/macro-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const macro = findMacro(db, member, Number(args.params['id']))
  if (!macro?.isMine) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'macros.edit'), macro, choices: readMacroChoices(db, member) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const id = Number(params['id'])
  if (!findMacro(db, member, id)?.isMine) throw new Response(null, { status: 404 })
  const saved = saveMacroForm(db, member, { form: await readFormData(request), id })
  return saved.ok
    ? redirect('/settings/macros?saved')
    : Response.json(saved.result, { status: saved.isRefused ? 422 : 200 })
}

export default function EditMacro() {
  const { macro, choices } = useLoaderData<typeof loader>()
  const result = useActionData<MacroResult>()
  return <MacroPage action={`/settings/macros/${macro.id}`} {...{ macro, choices, result }} />
}
