// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  NewerPublicDataQuery,
  NewerPublicDataQueryVariables,
  WorkQuery,
  WorkQueryVariables,
} from '../generated';

export const WorkDocument = /* @__PURE__ */ new Document<WorkQuery, WorkQueryVariables>(
  "query Work($where:MunicipalityFilter$language:Language!){serverInfo{revision}municipalities(where:$where){nodes{code name regions{set code}quality{kind reason block record text(language:$language)}}}}",
);

export const NewerPublicDataDocument = /* @__PURE__ */ new Document<NewerPublicDataQuery, NewerPublicDataQueryVariables>(
  "query NewerPublicData{publicData{edition newer{edition date}}}",
);
