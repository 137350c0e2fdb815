// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  AccountabilityQuery,
  AccountabilityQueryVariables,
  NationalIndicatorsQuery,
  NationalIndicatorsQueryVariables,
} from '../generated';

export const AccountabilityDocument = /* @__PURE__ */ new Document<AccountabilityQuery, AccountabilityQueryVariables>(
  "query Accountability($asOf:Date$language:Language!$knownAt:DateTime){serverInfo{version revision demonstration dataDate}publicData{edition date}gathered(asOf:$asOf){kind records municipalities sources sites earliest latest recordedAt}coverage(asOf:$asOf knownAt:$knownAt){municipalityCount byStatus{status count}byClass{class count}}untold:municipalities(asOf:$asOf knownAt:$knownAt where:{policyClass:[NOT_ASSESSED]}first:1000){nodes{code name}}rubrics{id title(language:$language)provisional validFrom themes{id dimension title(language:$language)guidanceUrl}blocks{id level title(language:$language)sourceUrl theme{id}}}arrangements(knownAt:$knownAt){id organisation validFrom source{label url certainty(language:$language)}}policyDocuments(knownAt:$knownAt){id title validFrom source{label url}}...IndicatorParts}fragment IndicatorParts on Query{nationalIndicators{indicator date value ofTotal unit source{label url}}}",
);

export const NationalIndicatorsDocument = /* @__PURE__ */ new Document<NationalIndicatorsQuery, NationalIndicatorsQueryVariables>(
  "query NationalIndicators{...IndicatorParts}fragment IndicatorParts on Query{nationalIndicators{indicator date value ofTotal unit source{label url}}}",
);
