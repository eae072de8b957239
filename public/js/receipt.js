// It was sent: the draft has done its work.
import { clearDraft } from './draft.js'

clearDraft('contact')
