// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  ApproveAccessMutation,
  ApproveAccessMutationVariables,
  ChangePersonMutation,
  ChangePersonMutationVariables,
  CreateTokenMutation,
  CreateTokenMutationVariables,
  EndSessionsMutation,
  EndSessionsMutationVariables,
  InvitePersonMutation,
  InvitePersonMutationVariables,
  PeopleQuery,
  PeopleQueryVariables,
  RefuseAccessMutation,
  RefuseAccessMutationVariables,
  RemovePersonMutation,
  RemovePersonMutationVariables,
  RenewInvitationMutation,
  RenewInvitationMutationVariables,
  ResetPasswordMutation,
  ResetPasswordMutationVariables,
  ResetSecondFactorMutation,
  ResetSecondFactorMutationVariables,
  RevokeTokenMutation,
  RevokeTokenMutationVariables,
} from '../generated';

export const PeopleDocument = /* @__PURE__ */ new Document<PeopleQuery, PeopleQueryVariables>(
  "query People{people{...Somebody}invitations{person{id}madeBy expiresAt}accessRequests{id email verified name organisation region{set code name}reason askedAt}tokens{name role regions{set code name}scope expires madeAt madeBy}}fragment Somebody on Person{id email name role regions{set code name}hasPassword mustChange linked secondFactor lastUse sessions}",
);

export const InvitePersonDocument = /* @__PURE__ */ new Document<InvitePersonMutation, InvitePersonMutationVariables>(
  "mutation InvitePerson($email:String!$name:String$role:Role!$regions:[RegionRef!]!){invitePerson(email:$email name:$name role:$role regions:$regions){link}}",
);

export const RenewInvitationDocument = /* @__PURE__ */ new Document<RenewInvitationMutation, RenewInvitationMutationVariables>(
  "mutation RenewInvitation($id:ID!){renewInvitation(id:$id){link}}",
);

export const ApproveAccessDocument = /* @__PURE__ */ new Document<ApproveAccessMutation, ApproveAccessMutationVariables>(
  "mutation ApproveAccess($request:ID!$name:String$role:Role!$regions:[RegionRef!]!){approveAccess(request:$request name:$name role:$role regions:$regions){link}}",
);

export const RefuseAccessDocument = /* @__PURE__ */ new Document<RefuseAccessMutation, RefuseAccessMutationVariables>(
  "mutation RefuseAccess($request:ID!){refuseAccess(request:$request)}",
);

export const ChangePersonDocument = /* @__PURE__ */ new Document<ChangePersonMutation, ChangePersonMutationVariables>(
  "mutation ChangePerson($id:ID!$name:String$role:Role$regions:[RegionRef!]){changePerson(id:$id name:$name role:$role regions:$regions){id}}",
);

export const ResetPasswordDocument = /* @__PURE__ */ new Document<ResetPasswordMutation, ResetPasswordMutationVariables>(
  "mutation ResetPassword($id:ID!){resetPassword(id:$id){password}}",
);

export const ResetSecondFactorDocument = /* @__PURE__ */ new Document<ResetSecondFactorMutation, ResetSecondFactorMutationVariables>(
  "mutation ResetSecondFactor($id:ID!){resetSecondFactor(id:$id){id}}",
);

export const EndSessionsDocument = /* @__PURE__ */ new Document<EndSessionsMutation, EndSessionsMutationVariables>(
  "mutation EndSessions($id:ID!){endSessions(id:$id){id}}",
);

export const RemovePersonDocument = /* @__PURE__ */ new Document<RemovePersonMutation, RemovePersonMutationVariables>(
  "mutation RemovePerson($id:ID!){removePerson(id:$id)}",
);

export const CreateTokenDocument = /* @__PURE__ */ new Document<CreateTokenMutation, CreateTokenMutationVariables>(
  "mutation CreateToken($name:String!$role:Role!$regions:[RegionRef!]!$scope:Scope!$expires:Date){createToken(name:$name role:$role regions:$regions scope:$scope expires:$expires){secret}}",
);

export const RevokeTokenDocument = /* @__PURE__ */ new Document<RevokeTokenMutation, RevokeTokenMutationVariables>(
  "mutation RevokeToken($name:String!){revokeToken(name:$name)}",
);
