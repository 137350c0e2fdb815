// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  CreateRegionSetMutation,
  CreateRegionSetMutationVariables,
  RegionMembersQuery,
  RegionMembersQueryVariables,
  SetRegionMutation,
  SetRegionMutationVariables,
} from '../generated';

export const RegionMembersDocument = /* @__PURE__ */ new Document<RegionMembersQuery, RegionMembersQueryVariables>(
  "query RegionMembers($set:ID!$asOf:Date$knownAt:DateTime){serverInfo{revision}regions(set:$set asOf:$asOf knownAt:$knownAt){code name municipalities{code name}}}",
);

export const SetRegionDocument = /* @__PURE__ */ new Document<SetRegionMutation, SetRegionMutationVariables>(
  "mutation SetRegion($set:ID!$code:ID!$name:String!$municipalities:[MunicipalityCode!]!$from:Date!$basedOn:Int){setRegion(set:$set code:$code name:$name municipalities:$municipalities from:$from basedOn:$basedOn){code}}",
);

export const CreateRegionSetDocument = /* @__PURE__ */ new Document<CreateRegionSetMutation, CreateRegionSetMutationVariables>(
  "mutation CreateRegionSet($id:ID!$title:String!){createRegionSet(id:$id title:$title){id}}",
);
