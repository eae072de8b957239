/** Repairs what saves of earlier versions left half done, after asking: npm run repair [-- --yes] */
import { runProgram } from './steps/program.mjs'

await runProgram('repair', undefined, { isAsking: true })
