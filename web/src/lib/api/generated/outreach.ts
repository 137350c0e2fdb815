// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  FactorValuesQuery,
  FactorValuesQueryVariables,
  SessionsQuery,
  SessionsQueryVariables,
  TargetDetailsQuery,
  TargetDetailsQueryVariables,
} from '../generated';

export const FactorValuesDocument = /* @__PURE__ */ new Document<FactorValuesQuery, FactorValuesQueryVariables>(
  "query FactorValues($asOf:Date$brief:PriorityWeights!$ask:PriorityWeights!){brief:outreachTargets(purpose:BRIEF asOf:$asOf where:{completenessLow:{gte:0}}weights:$brief first:1000){...FactorParts}ask:outreachTargets(purpose:ASK asOf:$asOf where:{completenessLow:{gte:0}}weights:$ask first:1000){...FactorParts}}fragment FactorParts on OutreachTargetConnection{nodes{municipality{code}priority{factors{factor value}}}}",
);

export const TargetDetailsDocument = /* @__PURE__ */ new Document<TargetDetailsQuery, TargetDetailsQueryVariables>(
  "query TargetDetails($purpose:OutreachPurpose!$asOf:Date$codes:[MunicipalityCode!]!$weights:PriorityWeights!$first:Int!$language:Language!){outreachTargets(purpose:$purpose asOf:$asOf where:{code:$codes completenessLow:{gte:0}}weights:$weights first:$first){nodes{municipality{code policy{verdicts(verdict:[UNKNOWN]){block{title(language:$language)}}}}priority{explanation(language:$language)factors{factor text(language:$language)}}missing{title(language:$language)}solvedNearby{code}}}}",
);

export const SessionsDocument = /* @__PURE__ */ new Document<SessionsQuery, SessionsQueryVariables>(
  "query Sessions($asOf:Date$set:ID!$where:MunicipalityFilter$language:Language!){sessionProposals(set:$set asOf:$asOf where:$where first:12){region{set code name}municipalities{code name}sharedMissing{id title(language:$language)}population spanKm}}",
);
