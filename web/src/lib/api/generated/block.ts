// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  BlockDistributionsQuery,
  BlockDistributionsQueryVariables,
  BlockVerdictsQuery,
  BlockVerdictsQueryVariables,
} from '../generated';

export const BlockVerdictsDocument = /* @__PURE__ */ new Document<BlockVerdictsQuery, BlockVerdictsQueryVariables>(
  "query BlockVerdicts($block:ID!$asOf:Date$knownAt:DateTime){PRESENT:municipalities(asOf:$asOf knownAt:$knownAt where:{block:{block:$block verdict:[PRESENT]}}){nodes{code}}IN_PREPARATION:municipalities(asOf:$asOf knownAt:$knownAt where:{block:{block:$block verdict:[IN_PREPARATION]}}){nodes{code}}ABSENT:municipalities(asOf:$asOf knownAt:$knownAt where:{block:{block:$block verdict:[ABSENT]}}){nodes{code}}UNKNOWN:municipalities(asOf:$asOf knownAt:$knownAt where:{block:{block:$block verdict:[UNKNOWN]}}){nodes{code}}}",
);

export const BlockDistributionsDocument = /* @__PURE__ */ new Document<BlockDistributionsQuery, BlockDistributionsQueryVariables>(
  "query BlockDistributions($asOf:Date$where:MunicipalityFilter$knownAt:DateTime){rubric{blocks{id distribution(asOf:$asOf knownAt:$knownAt where:$where){verdict count}}}}",
);
