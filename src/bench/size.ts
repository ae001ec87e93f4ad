export type Size = { debtors: number; runs: number }
