import { Button, LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Table } from '../table.tsx'
import type { ImportColumnShown } from './import-mapping.tsx'

export type ShownProblem = {
  row: number
  column: ImportColumnShown | null
  code: string
  cells: string[]
}

const PROBLEMS_SHOWN = 50

/** What became of a file's rows: how many were taken, and of each other one why not. */
export function ImportOutcome(props: { id: number; added: number; problems: ShownProblem[] }) {
  const { id, added, problems } = props
  const t = useT()
  const errorText = useErrorText()
  return (
    <>
      <Notice tone="good">{t('prospects.importDone', { count: added })}</Notice>
      {problems.length > 0 && (
        <>
          <Notice tone="warn">{t('prospects.importProblems', { count: problems.length })}</Notice>
          <Card flush>
            <Table
              caption={t('prospects.importProblem')}
              rows={problems.slice(0, PROBLEMS_SHOWN)}
              rowKey={(problem) => problem.row}
              columns={[
                {
                  ...{ header: t('prospects.importRow'), nowrap: true },
                  cell: (problem) => problem.row,
                },
                {
                  header: t('prospects.importProblem'),
                  cell: (problem) =>
                    [problem.column && t(`prospects.${problem.column}`), errorText(problem.code)]
                      .filter(Boolean)
                      .join(': '),
                },
                {
                  header: t('prospects.one'),
                  cell: (problem) => problem.cells.filter(Boolean).slice(0, 3).join(' · '),
                },
              ]}
            />
            {problems.length > PROBLEMS_SHOWN && (
              <p className="border-t px-4 py-3 text-soft">
                {t('prospects.importMore', { count: problems.length - PROBLEMS_SHOWN })}
              </p>
            )}
          </Card>
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <LinkButton to="/sales/prospects/list" variant="primary">
          {t('prospects.list')}
        </LinkButton>
        {problems.length > 0 && (
          <form method="post" action={`/sales/prospects/import/${id}/rejections`}>
            <Button type="submit">{t('prospects.importRejected')}</Button>
          </form>
        )}
      </div>
    </>
  )
}
