// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  AddTargetsMutation,
  AddTargetsMutationVariables,
  BriefingLogQuery,
  BriefingLogQueryVariables,
  CampaignQuery,
  CampaignQueryVariables,
  CampaignsQuery,
  CampaignsQueryVariables,
  CreateCampaignMutation,
  CreateCampaignMutationVariables,
  EffectQuery,
  EffectQueryVariables,
  FollowUpsQuery,
  FollowUpsQueryVariables,
  LastBriefedQuery,
  LastBriefedQueryVariables,
  RecordBriefingMutation,
  RecordBriefingMutationVariables,
  SetStageMutation,
  SetStageMutationVariables,
  TargetCodesQuery,
  TargetCodesQueryVariables,
} from '../generated';

export const CampaignsDocument = /* @__PURE__ */ new Document<CampaignsQuery, CampaignsQueryVariables>(
  "query Campaigns{campaigns{...CampaignParts}municipalities(first:0){totalCount}}fragment CampaignParts on Campaign{id title goal from to partners progress{reached byStage{stage count}}}",
);

export const FollowUpsDocument = /* @__PURE__ */ new Document<FollowUpsQuery, FollowUpsQueryVariables>(
  "query FollowUps($later:Date!){followUps{...BriefingParts}all:followUps(until:$later){...BriefingParts}}fragment BriefingParts on Briefing{id date stage kind campaignId region{set code name}municipalities{code name}owner partners outcome followUp}",
);

export const CampaignDocument = /* @__PURE__ */ new Document<CampaignQuery, CampaignQueryVariables>(
  "query Campaign($id:ID!$language:Language!){campaign(id:$id){...CampaignParts targets{municipality{code name asOf toBrief:priority(purpose:BRIEF){...ListPlace}toAsk:priority(purpose:ASK){...ListPlace}}stage owner briefing{...BriefingParts}replaces{code name}}}municipalities(first:0){totalCount}}fragment CampaignParts on Campaign{id title goal from to partners progress{reached byStage{stage count}}}fragment ListPlace on Priority{purpose listRank listSize explanation(language:$language)}fragment BriefingParts on Briefing{id date stage kind campaignId region{set code name}municipalities{code name}owner partners outcome followUp}",
);

export const TargetCodesDocument = /* @__PURE__ */ new Document<TargetCodesQuery, TargetCodesQueryVariables>(
  "query TargetCodes($id:ID!){campaign(id:$id){targets{municipality{code}stage replaces{code}}}}",
);

export const EffectDocument = /* @__PURE__ */ new Document<EffectQuery, EffectQueryVariables>(
  "query Effect($id:ID!$language:Language!$total:Boolean!){campaign(id:$id){effect{municipality{code name}briefed assessed before{...PolicyThen}after{...PolicyThen}}effectTotal@include(if:$total){briefed reassessed matched comparable ofReassessed{blocks lost learned noLongerKnown completenessLow}ofMatched{blocks lost learned noLongerKnown completenessLow}ofComparable{blocks lost learned noLongerKnown completenessLow}note(language:$language)}}}fragment PolicyThen on PolicyState{class completeness{low high total}verdicts{verdict block{id title(language:$language)}}}",
);

export const LastBriefedDocument = /* @__PURE__ */ new Document<LastBriefedQuery, LastBriefedQueryVariables>(
  "query LastBriefed($asOf:Date$where:MunicipalityFilter$knownAt:DateTime){municipalities(asOf:$asOf knownAt:$knownAt where:$where){nodes{code lastBriefing{date}}}}",
);

export const CreateCampaignDocument = /* @__PURE__ */ new Document<CreateCampaignMutation, CreateCampaignMutationVariables>(
  "mutation CreateCampaign($input:CampaignInput!){createCampaign(input:$input){id}}",
);

export const AddTargetsDocument = /* @__PURE__ */ new Document<AddTargetsMutation, AddTargetsMutationVariables>(
  "mutation AddTargets($campaign:ID!$codes:[MunicipalityCode!]!){addTargets(campaign:$campaign codes:$codes){id}}",
);

export const SetStageDocument = /* @__PURE__ */ new Document<SetStageMutation, SetStageMutationVariables>(
  "mutation SetStage($campaign:ID!$code:MunicipalityCode!$stage:OutreachStage!$owner:String){setStage(campaign:$campaign code:$code stage:$stage owner:$owner){id}}",
);

export const RecordBriefingDocument = /* @__PURE__ */ new Document<RecordBriefingMutation, RecordBriefingMutationVariables>(
  "mutation RecordBriefing($input:BriefingInput!){recordBriefing(input:$input){id municipalities{code}}}",
);

export const BriefingLogDocument = /* @__PURE__ */ new Document<BriefingLogQuery, BriefingLogQueryVariables>(
  "query BriefingLog($code:MunicipalityCode!$asOf:Date!){municipality(code:$code asOf:$asOf){briefings{...BriefingParts}}}fragment BriefingParts on Briefing{id date stage kind campaignId region{set code name}municipalities{code name}owner partners outcome followUp}",
);
