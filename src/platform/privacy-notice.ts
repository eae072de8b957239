/**
 * The version of the privacy notice that is shown now. A submission stores the version its sender
 * agreed to; raise it whenever the notice's stated purposes or periods change.
 */
export const privacyNoticeVersion = '2026-11.8'
