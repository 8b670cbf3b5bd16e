import type { UseCase } from '../context.ts'

/** Stands in a line of src/use-cases.ts until its use case is there. */
export const unbuilt: UseCase = async () => {
  throw new Error('not built yet')
}
