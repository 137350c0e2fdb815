// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  CompareMunicipalitiesQuery,
  CompareMunicipalitiesQueryVariables,
  CompareRegionQuery,
  CompareRegionQueryVariables,
} from '../generated';

export const CompareMunicipalitiesDocument = /* @__PURE__ */ new Document<CompareMunicipalitiesQuery, CompareMunicipalitiesQueryVariables>(
  "query CompareMunicipalities($codes:[MunicipalityCode!]!$asOf:Date$language:Language!$knownAt:DateTime){municipalities(asOf:$asOf knownAt:$knownAt where:{code:$codes}){nodes{code name asOf areaKm2 population{inhabitants}regions{set name}coordination{status arrangements{organisation mode}}documents{id}policy{class lastAssessed assessedBlocks completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}verdicts{verdict block{id}}}}}rubric{blocks{id title(language:$language)theme{id title(language:$language)}}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);

export const CompareRegionDocument = /* @__PURE__ */ new Document<CompareRegionQuery, CompareRegionQueryVariables>(
  "query CompareRegion($set:ID!$code:ID!$asOf:Date$language:Language!$knownAt:DateTime){region(set:$set code:$code asOf:$asOf knownAt:$knownAt){set code name coverage{...CoverageParts}weakestBlocks(first:3){block{id title(language:$language)}}}nation:coverage(asOf:$asOf knownAt:$knownAt){...CoverageParts}}fragment CoverageParts on Coverage{municipalityCount population perMunicipality:coveredShare(denominator:MUNICIPALITIES)perInhabitant:coveredShare(denominator:INHABITANTS)byStatus{status count population}byClass{class count population}completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);
