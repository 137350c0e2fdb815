// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  AcceptCorrectionMutation,
  AcceptCorrectionMutationVariables,
  CheckQuery,
  CheckQueryVariables,
  CorrectionsQuery,
  CorrectionsQueryVariables,
  MakeCheckLinkMutation,
  MakeCheckLinkMutationVariables,
  ProposeCorrectionMutation,
  ProposeCorrectionMutationVariables,
  RefuseCorrectionMutation,
  RefuseCorrectionMutationVariables,
  StandingPolicyQuery,
  StandingPolicyQueryVariables,
  SubmitCheckMutation,
  SubmitCheckMutationVariables,
} from '../generated';

export const CorrectionsDocument = /* @__PURE__ */ new Document<CorrectionsQuery, CorrectionsQueryVariables>(
  "query Corrections($state:CorrectionState$first:Int!$language:Language!){corrections(state:$state first:$first){totalCount nodes{id origin name email text proposedAt state decidedAt decidedBy answer municipality{code name}differences{standing proposed note block{id title(language:$language)}}}}}",
);

export const StandingPolicyDocument = /* @__PURE__ */ new Document<StandingPolicyQuery, StandingPolicyQueryVariables>(
  "query StandingPolicy($code:MunicipalityCode!$language:Language!){municipality(code:$code){policy{...PolicyStanding}}}fragment PolicyStanding on PolicyState{themes{theme{id dimension title(language:$language)}}verdicts{verdict validFrom established note(language:$language)inherited source{...SourceParts}block{id level title(language:$language)theme{id}}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}",
);

export const ProposeCorrectionDocument = /* @__PURE__ */ new Document<ProposeCorrectionMutation, ProposeCorrectionMutationVariables>(
  "mutation ProposeCorrection($code:MunicipalityCode!$text:String!$email:String$answers:[ProposedAnswer!]){proposeCorrection(code:$code text:$text email:$email answers:$answers)}",
);

export const AcceptCorrectionDocument = /* @__PURE__ */ new Document<AcceptCorrectionMutation, AcceptCorrectionMutationVariables>(
  "mutation AcceptCorrection($id:ID!$input:AcceptanceInput){acceptCorrection(id:$id input:$input){id revision}}",
);

export const RefuseCorrectionDocument = /* @__PURE__ */ new Document<RefuseCorrectionMutation, RefuseCorrectionMutationVariables>(
  "mutation RefuseCorrection($id:ID!$reason:String!){refuseCorrection(id:$id reason:$reason){id}}",
);

export const CheckDocument = /* @__PURE__ */ new Document<CheckQuery, CheckQueryVariables>(
  "query Check($secret:String!$language:Language!){check(secret:$secret){open expiresAt municipality{code name asOf coordination{status arrangements{id status mode organisation phone commissionedBy ageFrom ageTo forms fte validFrom validTo note(language:$language)source{...SourceParts}}}policy{...PolicyStanding}}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}fragment PolicyStanding on PolicyState{themes{theme{id dimension title(language:$language)}}verdicts{verdict validFrom established note(language:$language)inherited source{...SourceParts}block{id level title(language:$language)theme{id}}}}",
);

export const SubmitCheckDocument = /* @__PURE__ */ new Document<SubmitCheckMutation, SubmitCheckMutationVariables>(
  "mutation SubmitCheck($secret:String!$text:String$name:String$answers:[ProposedAnswer!]){submitCheck(secret:$secret text:$text name:$name answers:$answers)}",
);

export const MakeCheckLinkDocument = /* @__PURE__ */ new Document<MakeCheckLinkMutation, MakeCheckLinkMutationVariables>(
  "mutation MakeCheckLink($code:MunicipalityCode!){makeCheckLink(code:$code){path expiresAt}}",
);
