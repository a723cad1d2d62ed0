import { auditPlaceOf } from '#app/server/health-jobs.server.ts'
import { beginAudit, findLastRun, listFindings } from '#app/platform/isolation/report.server.ts'
import type { ShownFinding } from '#app/platform/isolation/report.server.ts'
import { isInformational } from '#app/platform/isolation/findings.ts'
import { continueAudit } from '#app/platform/isolation/run.server.ts'
import { startInspector } from '#app/platform/isolation/thread.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { runCommand } from './command/command.ts'

// Every company's file is opened to read only; a run the server left unfinished is gone on with.
await runCommand({}, async (runtime) => {
  const { id } = beginAudit(runtime.platform, 'command line')
  const inspector = startInspector()
  const place = auditPlaceOf(runtime, id)
  await continueAudit(runtime.platform, id, { place, inspector, until: Infinity })
  await inspector.close()
  const findings = readAll(runtime, id)
  const broken = findings.filter(({ kind }) => !isInformational(kind))
  if (broken.length > 0) process.exitCode = 1
  const files = findLastRun(runtime.platform)?.files ?? 0
  return { ok: broken.length === 0, files, broken: broken.length, findings: findings.map(toPlain) }
})

function readAll({ platform }: Runtime, runId: number): ShownFinding[] {
  const all: ShownFinding[] = []
  for (let after = 0; ;) {
    const { rows, hasNext } = listFindings(platform, runId, after)
    all.push(...rows)
    if (!hasNext) return all
    after = rows.at(-1)?.id ?? 0
  }
}

function toPlain({ kind, tenantId, company, subject, detail }: ShownFinding) {
  return { kind, tenantId, company, subject, detail }
}
