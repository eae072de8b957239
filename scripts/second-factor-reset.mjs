/** Resets an account's second factor on the server: npm run second-factor:reset -- EMAIL "REASON" */
import { runProgram } from './steps/program.mjs'

await runProgram('second-factor-reset')
