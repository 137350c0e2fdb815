// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  ChangesQuery,
  ChangesQueryVariables,
  RegionListQuery,
  RegionListQueryVariables,
  RegionPageQuery,
  RegionPageQueryVariables,
  TimelineQuery,
  TimelineQueryVariables,
} from '../generated';

export const RegionPageDocument = /* @__PURE__ */ new Document<RegionPageQuery, RegionPageQueryVariables>(
  "query RegionPage($set:ID!$code:ID!$asOf:Date$language:Language!$knownAt:DateTime){region(set:$set code:$code asOf:$asOf knownAt:$knownAt){set code name coverage{...CoverageParts}weakestBlocks(first:5){block{id title(language:$language)theme{title(language:$language)}}counts{verdict count}}municipalities{code}documents{id title validFrom source{...SourceParts}municipalities(asOf:$asOf){code}}history(first:12){...HistoryParts}}nation:coverage(asOf:$asOf knownAt:$knownAt){...CoverageParts}regions:coverageBy(group:{regionSet:$set}asOf:$asOf knownAt:$knownAt){key label coverage{...CoverageParts}}}fragment CoverageParts on Coverage{municipalityCount population perMunicipality:coveredShare(denominator:MUNICIPALITIES)perInhabitant:coveredShare(denominator:INHABITANTS)byStatus{status count population}byClass{class count population}completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}fragment SourceParts on Source{label url certainty(language:$language)demonstration}fragment HistoryParts on HistoryEvent{date recordedAt text(language:$language)municipalities{code name}source{...SourceParts}}",
);

export const RegionListDocument = /* @__PURE__ */ new Document<RegionListQuery, RegionListQueryVariables>(
  "query RegionList($set:ID!$asOf:Date$knownAt:DateTime){nation:coverage(asOf:$asOf knownAt:$knownAt){...CoverageParts}regions:coverageBy(group:{regionSet:$set}asOf:$asOf knownAt:$knownAt){key label coverage{...CoverageParts}}}fragment CoverageParts on Coverage{municipalityCount population perMunicipality:coveredShare(denominator:MUNICIPALITIES)perInhabitant:coveredShare(denominator:INHABITANTS)byStatus{status count population}byClass{class count population}completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);

export const TimelineDocument = /* @__PURE__ */ new Document<TimelineQuery, TimelineQueryVariables>(
  "query Timeline($from:Date!$to:Date!$where:MunicipalityFilter$knownAt:DateTime){timeline(from:$from to:$to step:QUARTER where:$where knownAt:$knownAt){date coverage{municipalityCount population byStatus{status count population}byClass{class count population}}}}",
);

export const ChangesDocument = /* @__PURE__ */ new Document<ChangesQuery, ChangesQueryVariables>(
  "query Changes($from:Date!$to:Date!$where:MunicipalityFilter$language:Language!$knownAt:DateTime){changes(from:$from to:$to where:$where knownAt:$knownAt){counts{kind count}municipalities{kind reason(language:$language)before{code name}municipality{code name}}}}",
);
