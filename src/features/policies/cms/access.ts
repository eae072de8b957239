import type { Access } from 'payload'
import { hasRole } from '@/platform/access'

/** Editors write drafts; publishing is for approvers. */
export const editorsAndPublishingApprovers: Access = ({ req, data }) =>
  hasRole(req.user, 'administrator', 'approver') || (hasRole(req.user, 'editor') && data?._status !== 'published')

/** As above, and an approved edition is closed to all of them. */
export const unapprovedOnly: Access = (args) =>
  editorsAndPublishingApprovers(args) === true && { _status: { not_equals: 'published' } }

/** A draft that is no longer wanted; never what was approved. */
export const editorsOfUnapproved: Access = ({ req }) =>
  hasRole(req.user, 'administrator', 'editor') && { _status: { not_equals: 'published' } }
