// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  PreviewRubricQuery,
  PreviewRubricQueryVariables,
  RecordRubricMutation,
  RecordRubricMutationVariables,
  RubricChangeQuery,
  RubricChangeQueryVariables,
  RubricsQuery,
  RubricsQueryVariables,
} from '../generated';

export const RubricsDocument = /* @__PURE__ */ new Document<RubricsQuery, RubricsQueryVariables>(
  "query Rubrics{rubrics{id validFrom provisional titleNl:title(language:NL)titleEn:title(language:EN)themes{id dimension titleNl:title(language:NL)titleEn:title(language:EN)guidanceUrl}blocks{id level weight from sourceUrl titleNl:title(language:NL)titleEn:title(language:EN)theme{id}}}}",
);

export const PreviewRubricDocument = /* @__PURE__ */ new Document<PreviewRubricQuery, PreviewRubricQueryVariables>(
  "query PreviewRubric($input:RubricInput!){preview(change:{recordRubric:$input}){date messages{...Said}municipalities{code before{...RubricOutlook}after{...RubricOutlook}}}}fragment Said on Message{code arguments what}fragment RubricOutlook on Outlook{name class completeness{low high}}",
);

export const RecordRubricDocument = /* @__PURE__ */ new Document<RecordRubricMutation, RecordRubricMutationVariables>(
  "mutation RecordRubric($input:RubricInput!){recordRubric(input:$input){id}}",
);

export const RubricChangeDocument = /* @__PURE__ */ new Document<RubricChangeQuery, RubricChangeQueryVariables>(
  "query RubricChange{changeLog(first:1 mine:true){nodes{revision action undoable}}}",
);
