// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  MunicipalityPageQuery,
  MunicipalityPageQueryVariables,
} from '../generated';

export const MunicipalityPageDocument = /* @__PURE__ */ new Document<MunicipalityPageQuery, MunicipalityPageQueryVariables>(
  "query MunicipalityPage($code:MunicipalityCode!$asOf:Date$language:Language!$knownAt:DateTime){municipality(code:$code asOf:$asOf knownAt:$knownAt){code name asOf validFrom validTo areaKm2 population{inhabitants referenceDate source}regions{set code name}neighbours{code name}predecessors{date code name areaShare}successors{date code name areaShare}coordination{status since inherited inheritedFrom arrangements{id status mode organisation phone commissionedBy ageFrom ageTo forms fte validFrom validTo note(language:$language)source{...SourceParts}}}documents{id title scope identifier validFrom validTo source{...SourceParts}}policy{class lastAssessed assessedBlocks inherited completeness{...CompletenessParts}dimensions{dimension completeness{...CompletenessParts}}themes{theme{id dimension title(language:$language)guidanceUrl}completeness{...CompletenessParts}}verdicts{verdict validFrom established note(language:$language)inherited inheritedFrom block{id level title(language:$language)theme{id}}source{...SourceParts}}}}reorganisations{date kind note(language:$language)from{code name}to{code name}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}fragment CompletenessParts on Completeness{low high present inPreparation absent unknown total}",
);
