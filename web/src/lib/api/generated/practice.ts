// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  BottleneckOverviewQuery,
  BottleneckOverviewQueryVariables,
  BottleneckTextsQuery,
  BottleneckTextsQueryVariables,
  GoodPracticesQuery,
  GoodPracticesQueryVariables,
  RaiseBottleneckMutation,
  RaiseBottleneckMutationVariables,
  RegionNotesQuery,
  RegionNotesQueryVariables,
  ResolveBottleneckMutation,
  ResolveBottleneckMutationVariables,
  ShareGoodPracticeMutation,
  ShareGoodPracticeMutationVariables,
} from '../generated';

export const BottleneckOverviewDocument = /* @__PURE__ */ new Document<BottleneckOverviewQuery, BottleneckOverviewQueryVariables>(
  "query BottleneckOverview($counted:BottleneckFilter!$listed:BottleneckFilter!$language:Language!){bottleneckCounts(where:$counted){...CategoryParts}bottlenecks(where:$listed){...BottleneckParts}}fragment CategoryParts on BottleneckCount{category title(language:$language)open resolved escalated}fragment BottleneckParts on Bottleneck{id category categoryTitle(language:$language)raised resolved region{set code name}}",
);

export const BottleneckTextsDocument = /* @__PURE__ */ new Document<BottleneckTextsQuery, BottleneckTextsQueryVariables>(
  "query BottleneckTexts($where:BottleneckFilter!$language:Language!){bottlenecks(where:$where){...BottleneckParts text escalatedTo municipality{code name}}}fragment BottleneckParts on Bottleneck{id category categoryTitle(language:$language)raised resolved region{set code name}}",
);

export const GoodPracticesDocument = /* @__PURE__ */ new Document<GoodPracticesQuery, GoodPracticesQueryVariables>(
  "query GoodPractices($block:ID$region:RegionRef$language:Language!){goodPractices(block:$block region:$region){...PracticeParts}}fragment PracticeParts on GoodPractice{id title text block{id title(language:$language)}region{set code name}municipality{code name}source{label url}}",
);

export const RegionNotesDocument = /* @__PURE__ */ new Document<RegionNotesQuery, RegionNotesQueryVariables>(
  "query RegionNotes($region:RegionRef!$language:Language!){bottleneckCounts(where:{region:$region}){...CategoryParts}goodPractices(region:$region){...PracticeParts}}fragment CategoryParts on BottleneckCount{category title(language:$language)open resolved escalated}fragment PracticeParts on GoodPractice{id title text block{id title(language:$language)}region{set code name}municipality{code name}source{label url}}",
);

export const RaiseBottleneckDocument = /* @__PURE__ */ new Document<RaiseBottleneckMutation, RaiseBottleneckMutationVariables>(
  "mutation RaiseBottleneck($input:BottleneckInput!){raiseBottleneck(input:$input){id}}",
);

export const ResolveBottleneckDocument = /* @__PURE__ */ new Document<ResolveBottleneckMutation, ResolveBottleneckMutationVariables>(
  "mutation ResolveBottleneck($id:ID!$on:Date!){resolveBottleneck(id:$id on:$on){id}}",
);

export const ShareGoodPracticeDocument = /* @__PURE__ */ new Document<ShareGoodPracticeMutation, ShareGoodPracticeMutationVariables>(
  "mutation ShareGoodPractice($input:GoodPracticeInput!){shareGoodPractice(input:$input){id}}",
);
