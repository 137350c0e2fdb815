// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  ArrangementPlacesQuery,
  ArrangementPlacesQueryVariables,
  ConfirmInheritedMutation,
  ConfirmInheritedMutationVariables,
  DocumentPlacesQuery,
  DocumentPlacesQueryVariables,
  EditArrangementQuery,
  EditArrangementQueryVariables,
  EditDocumentQuery,
  EditDocumentQueryVariables,
  EditVerdictsQuery,
  EditVerdictsQueryVariables,
  EndArrangementMutation,
  EndArrangementMutationVariables,
  PreviewQuery,
  PreviewQueryVariables,
  RecordArrangementMutation,
  RecordArrangementMutationVariables,
  RecordPolicyDocumentMutation,
  RecordPolicyDocumentMutationVariables,
  RecordVerdictsMutation,
  RecordVerdictsMutationVariables,
} from '../generated';

export const EditArrangementDocument = /* @__PURE__ */ new Document<EditArrangementQuery, EditArrangementQueryVariables>(
  "query EditArrangement($code:MunicipalityCode!$asOf:Date$language:Language!){serverInfo{revision}municipality(code:$code asOf:$asOf){coordination{arrangements{id status mode organisation commissionedBy ageFrom ageTo forms fte validFrom validTo note(language:$language)source{url}contact{name email phone}}}}}",
);

export const ArrangementPlacesDocument = /* @__PURE__ */ new Document<ArrangementPlacesQuery, ArrangementPlacesQueryVariables>(
  "query ArrangementPlaces($asOf:Date){arrangements(asOf:$asOf){id municipalities{code name}}}",
);

export const EditDocumentDocument = /* @__PURE__ */ new Document<EditDocumentQuery, EditDocumentQueryVariables>(
  "query EditDocument($code:MunicipalityCode!$asOf:Date){serverInfo{revision}municipality(code:$code asOf:$asOf){documents{id title scope identifier validFrom validTo source{url}}}}",
);

export const DocumentPlacesDocument = /* @__PURE__ */ new Document<DocumentPlacesQuery, DocumentPlacesQueryVariables>(
  "query DocumentPlaces($asOf:Date){policyDocuments(asOf:$asOf){id municipalities{code name}}}",
);

export const EditVerdictsDocument = /* @__PURE__ */ new Document<EditVerdictsQuery, EditVerdictsQueryVariables>(
  "query EditVerdicts($code:MunicipalityCode!$asOf:Date$language:Language!){serverInfo{revision}municipality(code:$code asOf:$asOf){name coordination{status inherited inheritedFrom arrangements{organisation mode}}predecessors{code name}quality{kind reason text(language:$language)}policy{rubric{id themes{id title(language:$language)}}verdicts{verdict validFrom established note(language:$language)inherited inheritedFrom source{url demonstration}block{id level title(language:$language)theme{id}}}}}}",
);

export const RecordArrangementDocument = /* @__PURE__ */ new Document<RecordArrangementMutation, RecordArrangementMutationVariables>(
  "mutation RecordArrangement($input:ArrangementInput!){recordArrangement(input:$input){id}}",
);

export const EndArrangementDocument = /* @__PURE__ */ new Document<EndArrangementMutation, EndArrangementMutationVariables>(
  "mutation EndArrangement($id:ID!$on:Date!){endArrangement(id:$id on:$on){id}}",
);

export const RecordVerdictsDocument = /* @__PURE__ */ new Document<RecordVerdictsMutation, RecordVerdictsMutationVariables>(
  "mutation RecordVerdicts($input:VerdictsInput!){recordVerdicts(input:$input){code}}",
);

export const RecordPolicyDocumentDocument = /* @__PURE__ */ new Document<RecordPolicyDocumentMutation, RecordPolicyDocumentMutationVariables>(
  "mutation RecordPolicyDocument($input:PolicyDocumentInput!){recordPolicyDocument(input:$input){id}}",
);

export const ConfirmInheritedDocument = /* @__PURE__ */ new Document<ConfirmInheritedMutation, ConfirmInheritedMutationVariables>(
  "mutation ConfirmInherited($code:MunicipalityCode!){confirmInherited(code:$code){code}}",
);

export const PreviewDocument = /* @__PURE__ */ new Document<PreviewQuery, PreviewQueryVariables>(
  "query Preview($change:PreviewInput!){preview(change:$change){date messages{...Said}municipalities{code before{...OutlookParts}after{...OutlookParts}}}}fragment Said on Message{code arguments what}fragment OutlookParts on Outlook{name status class inherited regions completeness{low high total}}",
);
