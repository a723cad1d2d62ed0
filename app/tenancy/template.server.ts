import { migrate, readMigrations, schemaVersion } from './migrations.server.ts'
import { openSqlite } from './sqlite.server.ts'

const HEADER = '-- Made from migrations/tenant by `npm run template:dump`. Do not edit by hand.\n'

/** The schema that all migrations together arrive at, as one script. */
export function dumpSchema(migrationsDir: string): string {
  const sqlite = openSqlite(':memory:', { create: true })
  migrate(sqlite, readMigrations(migrationsDir))
  const statements = sqlite
    .prepare<[], string>(
      // Shadow tables of full-text indexes and sqlite's own tables make themselves.
      `select sql from sqlite_schema
       where sql is not null and name not like 'sqlite_%'
         and not exists (
           select 1 from sqlite_schema v
           where v.sql like 'create virtual table%' and sqlite_schema.name like v.name || '\\_%' escape '\\'
             and sqlite_schema.type = 'table')
       order by rowid`,
    )
    .pluck()
    .all()
  const version = schemaVersion(sqlite)
  sqlite.close()
  return `${HEADER}${statements.map((sql) => `${sql};\n`).join('')}pragma user_version = ${version};\n`
}
