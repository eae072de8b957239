import { FieldDiff as FieldDiff_120be748860689357cd8a21c96cc0602 } from '../../../../src/panel/version-diff/field-diff'
import { EmailOfAccount as EmailOfAccount_487d058d5a86e018fd65cba526045e5c } from '../../../../src/features/staff/panel/email-field'
import { InvitationCell as InvitationCell_057434321fd016a26aff581da4f7f8a9 } from '../../../../src/features/staff/panel/invitation-cell'
import { NoDiff as NoDiff_120be748860689357cd8a21c96cc0602 } from '../../../../src/panel/version-diff/field-diff'
import { AccountAccess as AccountAccess_93ec3ecdb2dc6e6a61b915bfd8c58f40 } from '../../../../src/features/staff/panel/account-access'
import { KeepModified as KeepModified_82bd42403ae0b246fa9c4543b047f4b4 } from '../../../../src/panel/keep-modified'
import { KeepRefusals as KeepRefusals_0d2e60fb39d2712f7ee0d5e1f1dac2d6 } from '../../../../src/panel/keep-refusals'
import { KeepUnsaved as KeepUnsaved_137160b7db4ed7fc53a34d2898e8860a } from '../../../../src/panel/keep-unsaved'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SelectFixedOnceCreated as SelectFixedOnceCreated_697928b184308069c23c394a1755ef05 } from '../../../../src/panel/fixed-fields'
import { ListViews as ListViews_d60d87e98171a3e89abfb85e5b23597e } from '../../../../src/panel/list-views'
import { ViewOnSite as ViewOnSite_0354a9e4ac91e7d5e8d640b808ab8aeb } from '../../../../src/panel/view-on-site'
import { PublishButton as PublishButton_10c4b568317f85b777f39722ab5ae691 } from '../../../../src/panel/publish-button'
import { NoButton as NoButton_10c4b568317f85b777f39722ab5ae691 } from '../../../../src/panel/publish-button'
import { VersionsView as VersionsView_3cd48f782495132cde4ddfaf2a70cf44 } from '../../../../src/panel/versions-view'
import { RestoreVersion as RestoreVersion_9d76dc1049187ebb8d2c2bf6e621925f } from '../../../../src/panel/restore-version'
import { RowLabel as RowLabel_6aa60c07e68664192e029ea608f64b29 } from '../../../../src/panel/row-label'
import { TextFixedOncePublished as TextFixedOncePublished_697928b184308069c23c394a1755ef05 } from '../../../../src/panel/fixed-fields'
import { ApprovedNotice as ApprovedNotice_59dc8682e43cbc9cbbe6514caa3c3a97 } from '../../../../src/features/policies/panel/approved-notice'
import { ClauseRowLabel as ClauseRowLabel_5602fcaef0bdfa8a60cc1b54380d20be } from '../../../../src/features/policies/panel/row-labels'
import { SectionRowLabel as SectionRowLabel_5602fcaef0bdfa8a60cc1b54380d20be } from '../../../../src/features/policies/panel/row-labels'
import { ErratumRowLabel as ErratumRowLabel_5602fcaef0bdfa8a60cc1b54380d20be } from '../../../../src/features/policies/panel/row-labels'
import { ListWithoutBulkEdit as ListWithoutBulkEdit_57dde8a2e8d688857ffbd3c7e4cf04cf } from '../../../../src/panel/list-without-bulk-edit'
import { MissingFacts as MissingFacts_4427a1a312d4b60d30beebecc42b13a6 } from '../../../../src/features/services/panel/missing-facts'
import { UnansweredView as UnansweredView_159f9a0d0149ce056437bc44b7ebbeca } from '../../../../src/features/search/panel/unanswered-view'
import { ImportClosures as ImportClosures_adad61925ea91fa9f09e46f6e84b8846 } from '../../../../src/shared/calendar/panel/import-closures'
import { AnsweredNotice as AnsweredNotice_f7ef182f6353bd9ad8777a7226382427 } from '@/features/surveys/panel/answered-notice'
import { OptionRowLabel as OptionRowLabel_e13458284bf12bfee2c642c46e0c23ca } from '@/shared/forms/panel/row-labels'
import { QuestionRowLabel as QuestionRowLabel_e13458284bf12bfee2c642c46e0c23ca } from '@/shared/forms/panel/row-labels'
import { ResultsView as ResultsView_f7d3b1966142e4281fa93ce29ebb23a2 } from '@/features/surveys/panel/results-view'
import { AccountCell as AccountCell_d2a131665ad6d1525745ba2d75ef1b25 } from '../../../../src/features/staff/panel/account-cell'
import { OpenSeries as OpenSeries_b788647bd446e25918f387a21492a315 } from '../../../../src/features/appointments/panel/open-series'
import { MissingFacts as MissingFacts_5ad0d592c4fb3ebb39615e80208252d0 } from '../../../../src/features/site/panel/missing-facts'
import { RetentionField as RetentionField_755a231da81fbea99a577071915f0e08 } from '@/features/site/panel/retention-field'
import { SecondFactorNotice as SecondFactorNotice_5c4be8566f1e990a670845aa717e8284 } from '../../../../src/features/staff/panel/second-factor-notice'
import { PanelIcon as PanelIcon_6c19392fa675b1968ca91c2a4f8fc74c } from '../../../../src/features/staff/panel/brand'
import { PanelLogo as PanelLogo_6c19392fa675b1968ca91c2a4f8fc74c } from '../../../../src/features/staff/panel/brand'
import { GuideAction as GuideAction_f2e333a686c410e6e79a66cf0a71c860 } from '../../../../src/features/staff/panel/guide-link'
import { SecurityLink as SecurityLink_0b38584ee530f01a876a6654c32d91fa } from '../../../../src/features/staff/panel/security-link'
import { GuideLink as GuideLink_f2e333a686c410e6e79a66cf0a71c860 } from '../../../../src/features/staff/panel/guide-link'
import { OpenMenu as OpenMenu_bbbef12888310b8aa3f2ec0de3545c01 } from '../../../../src/panel/open-menu'
import { InboxLink as InboxLink_0f8d2d4e084e7a281df2bd1e00a13533 } from '../../../../src/shared/casework/panel/inbox-link'
import { DayLink as DayLink_88ac4fb56598ee78cc0fcc16e4a4497c } from '../../../../src/features/appointments/panel/day-link'
import { PanelProvider as PanelProvider_85435606388e47c7dfda0e66c08ab7da } from '../../../../src/panel/panel-provider'
import { ContentLanguage as ContentLanguage_64e8a2edd01a0ea27ec43a377e6d1460 } from '../../../../src/features/staff/panel/content-language'
import { AccessibleNames as AccessibleNames_b0900aa053fd8e8745d7d582a7afdd4c } from '../../../../src/panel/accessible-names'
import { TypedEmail as TypedEmail_b854bc94dcf1c65c4b76ae1a2c0fbb23 } from '../../../../src/panel/typed-email'
import { ForgetUnsaved as ForgetUnsaved_77d7c142ca5a5e5755c6db629a95cecb } from '../../../../src/panel/forget-unsaved'
import { Dashboard as Dashboard_62d9b7ba0e52757b9d889a13e711a82d } from '../../../../src/app/(payload)/panel/dashboard'
import { SignInView as SignInView_70fbbec7d5a4ac4727f98d74302c5657 } from '../../../../src/features/staff/panel/sign-in-view'
import { ForgotView as ForgotView_4df458d6e23a92f99e307c55244f3351 } from '../../../../src/features/staff/panel/forgot-view'
import { PasswordView as PasswordView_d67359ca7e805cdc053f74d6a7eef26f } from '../../../../src/features/staff/panel/password-view'
import { SecurityView as SecurityView_89c8b973323efb00f1c49ff61cff0508 } from '../../../../src/features/staff/panel/security-view'
import { GuideView as GuideView_172762ace9b78f7ae4c5a4ab093be371 } from '../../../../src/features/staff/panel/guide-view'
import { InboxView as InboxView_82d57589baf388ecf816fd894af80e2a } from '../../../../src/shared/casework/panel/inbox-view'
import { DayView as DayView_41a195dd8557e4a1c8a27e9611b00d64 } from '../../../../src/features/appointments/panel/day-view'
import { RecordView as RecordView_7c6c29a3e3919779faaddd3721c14cd9 } from '../../../../src/features/inquiries/panel/record-view'
import { CaseView as CaseView_cde8796a2ee6f0a78de8fa5a661727fd } from '../../../../src/shared/casework/panel/case-view'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/panel/version-diff/field-diff#FieldDiff": FieldDiff_120be748860689357cd8a21c96cc0602,
  "/src/features/staff/panel/email-field#EmailOfAccount": EmailOfAccount_487d058d5a86e018fd65cba526045e5c,
  "/src/features/staff/panel/invitation-cell#InvitationCell": InvitationCell_057434321fd016a26aff581da4f7f8a9,
  "/src/panel/version-diff/field-diff#NoDiff": NoDiff_120be748860689357cd8a21c96cc0602,
  "/src/features/staff/panel/account-access#AccountAccess": AccountAccess_93ec3ecdb2dc6e6a61b915bfd8c58f40,
  "/src/panel/keep-modified#KeepModified": KeepModified_82bd42403ae0b246fa9c4543b047f4b4,
  "/src/panel/keep-refusals#KeepRefusals": KeepRefusals_0d2e60fb39d2712f7ee0d5e1f1dac2d6,
  "/src/panel/keep-unsaved#KeepUnsaved": KeepUnsaved_137160b7db4ed7fc53a34d2898e8860a,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/panel/fixed-fields#SelectFixedOnceCreated": SelectFixedOnceCreated_697928b184308069c23c394a1755ef05,
  "/src/panel/list-views#ListViews": ListViews_d60d87e98171a3e89abfb85e5b23597e,
  "/src/panel/view-on-site#ViewOnSite": ViewOnSite_0354a9e4ac91e7d5e8d640b808ab8aeb,
  "/src/panel/publish-button#PublishButton": PublishButton_10c4b568317f85b777f39722ab5ae691,
  "/src/panel/publish-button#NoButton": NoButton_10c4b568317f85b777f39722ab5ae691,
  "/src/panel/versions-view#VersionsView": VersionsView_3cd48f782495132cde4ddfaf2a70cf44,
  "/src/panel/restore-version#RestoreVersion": RestoreVersion_9d76dc1049187ebb8d2c2bf6e621925f,
  "/src/panel/row-label#RowLabel": RowLabel_6aa60c07e68664192e029ea608f64b29,
  "/src/panel/fixed-fields#TextFixedOncePublished": TextFixedOncePublished_697928b184308069c23c394a1755ef05,
  "/src/features/policies/panel/approved-notice#ApprovedNotice": ApprovedNotice_59dc8682e43cbc9cbbe6514caa3c3a97,
  "/src/features/policies/panel/row-labels#ClauseRowLabel": ClauseRowLabel_5602fcaef0bdfa8a60cc1b54380d20be,
  "/src/features/policies/panel/row-labels#SectionRowLabel": SectionRowLabel_5602fcaef0bdfa8a60cc1b54380d20be,
  "/src/features/policies/panel/row-labels#ErratumRowLabel": ErratumRowLabel_5602fcaef0bdfa8a60cc1b54380d20be,
  "/src/panel/list-without-bulk-edit#ListWithoutBulkEdit": ListWithoutBulkEdit_57dde8a2e8d688857ffbd3c7e4cf04cf,
  "/src/features/services/panel/missing-facts#MissingFacts": MissingFacts_4427a1a312d4b60d30beebecc42b13a6,
  "/src/features/search/panel/unanswered-view#UnansweredView": UnansweredView_159f9a0d0149ce056437bc44b7ebbeca,
  "/src/shared/calendar/panel/import-closures#ImportClosures": ImportClosures_adad61925ea91fa9f09e46f6e84b8846,
  "@/features/surveys/panel/answered-notice#AnsweredNotice": AnsweredNotice_f7ef182f6353bd9ad8777a7226382427,
  "@/shared/forms/panel/row-labels#OptionRowLabel": OptionRowLabel_e13458284bf12bfee2c642c46e0c23ca,
  "@/shared/forms/panel/row-labels#QuestionRowLabel": QuestionRowLabel_e13458284bf12bfee2c642c46e0c23ca,
  "@/features/surveys/panel/results-view#ResultsView": ResultsView_f7d3b1966142e4281fa93ce29ebb23a2,
  "/src/features/staff/panel/account-cell#AccountCell": AccountCell_d2a131665ad6d1525745ba2d75ef1b25,
  "/src/features/appointments/panel/open-series#OpenSeries": OpenSeries_b788647bd446e25918f387a21492a315,
  "/src/features/site/panel/missing-facts#MissingFacts": MissingFacts_5ad0d592c4fb3ebb39615e80208252d0,
  "@/features/site/panel/retention-field#RetentionField": RetentionField_755a231da81fbea99a577071915f0e08,
  "/src/features/staff/panel/second-factor-notice#SecondFactorNotice": SecondFactorNotice_5c4be8566f1e990a670845aa717e8284,
  "/src/features/staff/panel/brand#PanelIcon": PanelIcon_6c19392fa675b1968ca91c2a4f8fc74c,
  "/src/features/staff/panel/brand#PanelLogo": PanelLogo_6c19392fa675b1968ca91c2a4f8fc74c,
  "/src/features/staff/panel/guide-link#GuideAction": GuideAction_f2e333a686c410e6e79a66cf0a71c860,
  "/src/features/staff/panel/security-link#SecurityLink": SecurityLink_0b38584ee530f01a876a6654c32d91fa,
  "/src/features/staff/panel/guide-link#GuideLink": GuideLink_f2e333a686c410e6e79a66cf0a71c860,
  "/src/panel/open-menu#OpenMenu": OpenMenu_bbbef12888310b8aa3f2ec0de3545c01,
  "/src/shared/casework/panel/inbox-link#InboxLink": InboxLink_0f8d2d4e084e7a281df2bd1e00a13533,
  "/src/features/appointments/panel/day-link#DayLink": DayLink_88ac4fb56598ee78cc0fcc16e4a4497c,
  "/src/panel/panel-provider#PanelProvider": PanelProvider_85435606388e47c7dfda0e66c08ab7da,
  "/src/features/staff/panel/content-language#ContentLanguage": ContentLanguage_64e8a2edd01a0ea27ec43a377e6d1460,
  "/src/panel/accessible-names#AccessibleNames": AccessibleNames_b0900aa053fd8e8745d7d582a7afdd4c,
  "/src/panel/typed-email#TypedEmail": TypedEmail_b854bc94dcf1c65c4b76ae1a2c0fbb23,
  "/src/panel/forget-unsaved#ForgetUnsaved": ForgetUnsaved_77d7c142ca5a5e5755c6db629a95cecb,
  "/src/app/(payload)/panel/dashboard#Dashboard": Dashboard_62d9b7ba0e52757b9d889a13e711a82d,
  "/src/features/staff/panel/sign-in-view#SignInView": SignInView_70fbbec7d5a4ac4727f98d74302c5657,
  "/src/features/staff/panel/forgot-view#ForgotView": ForgotView_4df458d6e23a92f99e307c55244f3351,
  "/src/features/staff/panel/password-view#PasswordView": PasswordView_d67359ca7e805cdc053f74d6a7eef26f,
  "/src/features/staff/panel/security-view#SecurityView": SecurityView_89c8b973323efb00f1c49ff61cff0508,
  "/src/features/staff/panel/guide-view#GuideView": GuideView_172762ace9b78f7ae4c5a4ab093be371,
  "/src/shared/casework/panel/inbox-view#InboxView": InboxView_82d57589baf388ecf816fd894af80e2a,
  "/src/features/appointments/panel/day-view#DayView": DayView_41a195dd8557e4a1c8a27e9611b00d64,
  "/src/features/inquiries/panel/record-view#RecordView": RecordView_7c6c29a3e3919779faaddd3721c14cd9,
  "/src/shared/casework/panel/case-view#CaseView": CaseView_cde8796a2ee6f0a78de8fa5a661727fd,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
