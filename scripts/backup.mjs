/** Writes a backup of the SQLite database and all files, while the site runs: npm run backup -- FILE */
import { runProgram } from './steps/program.mjs'

await runProgram('backup')
