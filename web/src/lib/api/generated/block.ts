// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  BlockDistributionsQuery,
  BlockDistributionsQueryVariables,
  BlockVerdictsQuery,
  BlockVerdictsQueryVariables,
} from '../generated';

export const BlockVerdictsDocument = /* @__PURE__ */ new Document<BlockVerdictsQuery, BlockVerdictsQueryVariables>(
  "query BlockVerdicts($block:ID!$asOf:Date){PRESENT:municipalities(asOf:$asOf where:{block:{block:$block verdict:[PRESENT]}}){nodes{code}}IN_PREPARATION:municipalities(asOf:$asOf where:{block:{block:$block verdict:[IN_PREPARATION]}}){nodes{code}}ABSENT:municipalities(asOf:$asOf where:{block:{block:$block verdict:[ABSENT]}}){nodes{code}}UNKNOWN:municipalities(asOf:$asOf where:{block:{block:$block verdict:[UNKNOWN]}}){nodes{code}}}",
);

export const BlockDistributionsDocument = /* @__PURE__ */ new Document<BlockDistributionsQuery, BlockDistributionsQueryVariables>(
  "query BlockDistributions($asOf:Date$where:MunicipalityFilter){rubric{blocks{id distribution(asOf:$asOf where:$where){verdict count}}}}",
);
