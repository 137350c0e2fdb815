// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  AtlasQuery,
  AtlasQueryVariables,
  BlockMembersQuery,
  BlockMembersQueryVariables,
  ClassesOnQuery,
  ClassesOnQueryVariables,
} from '../generated';

export const AtlasDocument = /* @__PURE__ */ new Document<AtlasQuery, AtlasQueryVariables>(
  "query Atlas($asOf:Date$knownAt:DateTime){serverInfo{version revision demonstration dataDate boundariesKnownUntil}boundaryDates{date municipalityCount topologyUrl(detail:NATIONAL)regionalUrl:topologyUrl(detail:REGIONAL)}municipalities(asOf:$asOf knownAt:$knownAt){totalCount nodes{code name asOf areaKm2 population{inhabitants}regions{set code}coordination{status inherited arrangements{status mode organisation phone}}policy{class inherited lastAssessed assessedBlocks completeness{low high present inPreparation absent unknown total}dimensions{dimension completeness{low high total}}}}}}",
);

export const ClassesOnDocument = /* @__PURE__ */ new Document<ClassesOnQuery, ClassesOnQueryVariables>(
  "query ClassesOn($asOf:Date!$knownAt:DateTime){municipalities(asOf:$asOf knownAt:$knownAt){nodes{code policy{class}}}}",
);

export const BlockMembersDocument = /* @__PURE__ */ new Document<BlockMembersQuery, BlockMembersQueryVariables>(
  "query BlockMembers($asOf:Date$where:MunicipalityFilter!$knownAt:DateTime){municipalities(asOf:$asOf knownAt:$knownAt where:$where){totalCount nodes{code}}}",
);
