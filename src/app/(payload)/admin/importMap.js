import { ApprovedNotice as ApprovedNotice_59dc8682e43cbc9cbbe6514caa3c3a97 } from '../../../../src/features/policies/panel/approved-notice'
import { ClauseRowLabel as ClauseRowLabel_5602fcaef0bdfa8a60cc1b54380d20be } from '../../../../src/features/policies/panel/row-labels'
import { SectionRowLabel as SectionRowLabel_5602fcaef0bdfa8a60cc1b54380d20be } from '../../../../src/features/policies/panel/row-labels'
import { ErratumRowLabel as ErratumRowLabel_5602fcaef0bdfa8a60cc1b54380d20be } from '../../../../src/features/policies/panel/row-labels'
import { StillToFill as StillToFill_58851179268c38bf64f5efbb0abb9e24 } from '../../../../src/features/services/panel/still-to-fill'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/features/policies/panel/approved-notice#ApprovedNotice": ApprovedNotice_59dc8682e43cbc9cbbe6514caa3c3a97,
  "/src/features/policies/panel/row-labels#ClauseRowLabel": ClauseRowLabel_5602fcaef0bdfa8a60cc1b54380d20be,
  "/src/features/policies/panel/row-labels#SectionRowLabel": SectionRowLabel_5602fcaef0bdfa8a60cc1b54380d20be,
  "/src/features/policies/panel/row-labels#ErratumRowLabel": ErratumRowLabel_5602fcaef0bdfa8a60cc1b54380d20be,
  "/src/features/services/panel/still-to-fill#StillToFill": StillToFill_58851179268c38bf64f5efbb0abb9e24,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
