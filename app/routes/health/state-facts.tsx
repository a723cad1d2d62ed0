import type { ReactNode } from 'react'
import type { DiskFigures, StateFigures } from '#app/platform/health/read.server.ts'
import type { BackupFigures } from '#app/platform/health/backups.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Time } from '#app/ui/time.tsx'
import { useDuration } from './duration.ts'

/** The process, the disk and the copies, each with the moment it was looked at. */
export function StateFacts(props: {
  state: StateFigures | undefined
  disk: DiskFigures | undefined
  backups: BackupFigures
}) {
  return (
    <div className="grid items-start gap-6 lg:grid-cols-3">
      <ProcessCard state={props.state} />
      <DiskCard disk={props.disk} />
      <BackupCard backups={props.backups} />
    </div>
  )
}

function ProcessCard({ state }: { state: StateFigures | undefined }) {
  const t = useT()
  const format = useFormat()
  const duration = useDuration()
  if (!state) return <Unmeasured title={t('health.process')} />
  const lag = state.lagMs === null ? t('health.notReplicated') : duration(state.lagMs)
  return (
    <Card title={t('health.process')} description={<At at={state.at} />}>
      <Facts
        rows={[
          [t('health.role'), t(state.role === 'primary' ? 'health.primary' : 'health.replica')],
          [t('health.lag'), lag],
          [t('health.loopDelay'), duration(state.loopDelayMs)],
          [t('health.memory'), format.bytes(state.memoryBytes)],
          [t('health.handles'), format.number(state.handles)],
          [t('health.streams'), format.number(state.streams)],
          [t('health.jobsRunning'), format.number(state.jobsRunning)],
        ]}
      />
    </Card>
  )
}

function DiskCard({ disk }: { disk: DiskFigures | undefined }) {
  const t = useT()
  const format = useFormat()
  if (!disk) return <Unmeasured title={t('health.disk')} />
  const used = disk.total === 0 ? 0 : 1 - disk.free / disk.total
  return (
    <Card title={t('health.disk')} description={<At at={disk.at} />}>
      <Facts
        rows={[
          [t('health.diskUsed'), format.percent(used)],
          [t('health.diskFree'), format.bytes(disk.free)],
          [t('health.databases'), format.bytes(disk.databases)],
          [t('health.uploads'), format.bytes(disk.uploads)],
        ]}
      />
    </Card>
  )
}

function BackupCard({ backups }: { backups: BackupFigures }) {
  const t = useT()
  const format = useFormat()
  if (backups.lastAt === null) {
    return (
      <Card title={t('health.backups')}>
        <p className="font-medium text-warn">{t('health.backupsNone')}</p>
        <p className="mt-1 text-soft">{t('health.backupsNoneLead')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('health.backups')}>
      <Facts
        rows={[
          [t('health.backupLast'), <Time key="last" at={backups.lastAt} />],
          [
            t('health.backupVerified'),
            backups.verifiedAt === null ? (
              t('health.never')
            ) : (
              <Time key="verified" at={backups.verifiedAt} />
            ),
          ],
          [t('health.backupFailed'), format.number(backups.failed)],
        ]}
      />
    </Card>
  )
}

function Unmeasured({ title }: { title: string }) {
  const t = useT()
  return (
    <Card title={title}>
      <p className="text-soft">{t('health.notYet')}</p>
    </Card>
  )
}

function At({ at }: { at: number }) {
  const t = useT()
  return (
    <>
      {t('health.measured')} <Time at={at} />
    </>
  )
}

function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="flex flex-col gap-2">
      {rows.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-4">
          <dt className="text-soft">{label}</dt>
          <dd className="text-right tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
