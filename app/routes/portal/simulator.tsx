import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listLines, readPhone, readScreen } from '#app/channels/simulated-phone.server.ts'
import { simulatedActs } from '#app/channels/simulation.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { SimulatorPage } from '#app/ui/simulator/simulator-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, tenant } = requireMember(args.context, 'simulator.use')
  const query = new URL(args.request.url).searchParams
  const lines = listLines(db)
  const phone = readPhone(lines, query)
  return {
    title: pageTitle(args, 'simulator.title'),
    company: tenant.name,
    lines,
    phone,
    acts: phone ? simulatedActs[phone.line.channel] : [],
    screen: phone ? readScreen(db, phone) : [],
    problem: query.get('problem') ?? (lines.length > 0 && !phone ? 'no_line' : undefined),
  }
}

export default function Simulator() {
  const { title: _, ...facts } = useLoaderData<typeof loader>()
  return <SimulatorPage {...facts} />
}
