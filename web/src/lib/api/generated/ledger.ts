// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  AuditTrailQuery,
  AuditTrailQueryVariables,
  ChangeLogQuery,
  ChangeLogQueryVariables,
  LastChangeQuery,
  LastChangeQueryVariables,
  UndoChangeMutation,
  UndoChangeMutationVariables,
} from '../generated';

export const ChangeLogDocument = /* @__PURE__ */ new Document<ChangeLogQuery, ChangeLogQueryVariables>(
  "query ChangeLog($first:Int!$mine:Boolean!){changeLog(first:$first mine:$mine){totalCount nodes{revision at by action message{...Said}undoes undoneBy undoable}}}fragment Said on Message{code arguments what}",
);

export const AuditTrailDocument = /* @__PURE__ */ new Document<AuditTrailQuery, AuditTrailQueryVariables>(
  "query AuditTrail($where:AuditFilter$first:Int!){auditTrail(where:$where first:$first){totalCount nodes{at actor action message{...Said}before after}}}fragment Said on Message{code arguments what}",
);

export const LastChangeDocument = /* @__PURE__ */ new Document<LastChangeQuery, LastChangeQueryVariables>(
  "query LastChange{changeLog(first:1 mine:true){nodes{revision undoable}}}",
);

export const UndoChangeDocument = /* @__PURE__ */ new Document<UndoChangeMutation, UndoChangeMutationVariables>(
  "mutation UndoChange($revision:Int!){undoChange(revision:$revision){revision withdrawn restored kept}}",
);
