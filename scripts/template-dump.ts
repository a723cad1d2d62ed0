// Writes tenants-template/schema.sql from the tenant migrations, so that a new company is one
// script away and a test can prove that template and migrations say the same.
import { writeFileSync } from 'node:fs'
import { dumpSchema } from '#app/tenancy/template.server.ts'

writeFileSync('tenants-template/schema.sql', dumpSchema('migrations/tenant'))
console.log('tenants-template/schema.sql written')
