// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  ReferenceQuery,
  ReferenceQueryVariables,
  SearchQuery,
  SearchQueryVariables,
  ViewerQuery,
  ViewerQueryVariables,
} from '../generated';

export const ReferenceDocument = /* @__PURE__ */ new Document<ReferenceQuery, ReferenceQueryVariables>(
  "query Reference($language:Language!$knownAt:DateTime){regionSets{id title(language:$language)provisional regions(knownAt:$knownAt){code name}}rubric{id title(language:$language)provisional validFrom themes{id dimension title(language:$language)guidanceUrl}blocks{id level title(language:$language)sourceUrl theme{id}}}}",
);

export const SearchDocument = /* @__PURE__ */ new Document<SearchQuery, SearchQueryVariables>(
  "query Search($text:String!$asOf:Date){search(text:$text asOf:$asOf first:8){matched reason since municipality{code name regions(set:\"provincie\"){name}}}}",
);

export const ViewerDocument = /* @__PURE__ */ new Document<ViewerQuery, ViewerQueryVariables>(
  "query Viewer{viewer{signedIn name role regions{set code name}}}",
);
