import { findBudgetFaults, printPageWeight } from './validate/page-weight.ts'

// `page-weight 30` prints the thirty heaviest pages; either way it fails above the budget.
printPageWeight(Number(process.argv[2] ?? 20))
const faults = findBudgetFaults()
for (const fault of faults) console.error(fault)
process.exitCode = faults.length > 0 ? 1 : 0
