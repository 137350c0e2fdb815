// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  PriorityOfQuery,
  PriorityOfQueryVariables,
  TopOfListQuery,
  TopOfListQueryVariables,
} from '../generated';

export const PriorityOfDocument = /* @__PURE__ */ new Document<PriorityOfQuery, PriorityOfQueryVariables>(
  "query PriorityOf($code:MunicipalityCode!$asOf:Date$weights:PriorityWeights$language:Language!$knownAt:DateTime){municipality(code:$code asOf:$asOf knownAt:$knownAt){toBrief:priority(purpose:BRIEF weights:$weights){...ListPlace}toAsk:priority(purpose:ASK weights:$weights){...ListPlace}}}fragment ListPlace on Priority{purpose listRank listSize explanation(language:$language)}",
);

export const TopOfListDocument = /* @__PURE__ */ new Document<TopOfListQuery, TopOfListQueryVariables>(
  "query TopOfList($purpose:OutreachPurpose!$asOf:Date$where:MunicipalityFilter$language:Language!){outreachTargets(purpose:$purpose asOf:$asOf where:$where first:8){totalCount nodes{municipality{code name}priority{listRank listSize explanation(language:$language)}}}}",
);
