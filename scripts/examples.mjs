/** Fills the database that npm start prepared with examples: npm run seed:examples */
import { runProgram } from './steps/program.mjs'

await runProgram('examples')
