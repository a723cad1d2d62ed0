import { printPageWeight } from './validate/page-weight.ts'

printPageWeight(Number(process.argv[2] ?? 20))
