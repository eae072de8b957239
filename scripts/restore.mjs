/** Puts a backup in place of the data: npm run restore -- FILE [--replace] */
import { runProgram } from './steps/program.mjs'

await runProgram('restore')
