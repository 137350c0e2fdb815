// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  CommitImportMutation,
  CommitImportMutationVariables,
  DiscardImportMutation,
  DiscardImportMutationVariables,
  ImportBatchQuery,
  ImportBatchQueryVariables,
  ImportBatchesQuery,
  ImportBatchesQueryVariables,
  ImportRowsQuery,
  ImportRowsQueryVariables,
  RepairImportMutation,
  RepairImportMutationVariables,
  UndoImportMutation,
  UndoImportMutationVariables,
} from '../generated';

export const ImportBatchesDocument = /* @__PURE__ */ new Document<ImportBatchesQuery, ImportBatchesQueryVariables>(
  "query ImportBatches($first:Int!$after:String){importBatches(first:$first after:$after){totalCount nodes{...BatchHead}pageInfo{hasNextPage endCursor}}}fragment BatchHead on ImportBatch{id file kind state createdAt createdBy revision counts{new changed same errors}}",
);

export const ImportBatchDocument = /* @__PURE__ */ new Document<ImportBatchQuery, ImportBatchQueryVariables>(
  "query ImportBatch($id:ID!){importBatch(id:$id){...BatchWhole wrong:rows(outcome:ERROR){line remarks{field content{...Said}proposal understood}cells{field value}}}}fragment BatchWhole on ImportBatch{...BatchHead columns{field title}messages{...Said}kept}fragment BatchHead on ImportBatch{id file kind state createdAt createdBy revision counts{new changed same errors}}fragment Said on Message{code arguments what}",
);

export const ImportRowsDocument = /* @__PURE__ */ new Document<ImportRowsQuery, ImportRowsQueryVariables>(
  "query ImportRows($id:ID!$outcome:RowOutcome$first:Int!$skip:Int!$language:Language!){importBatch(id:$id){rows(outcome:$outcome first:$first skip:$skip){line outcome municipality leftOut fields{field before(language:$language)after(language:$language)}remarks{field content{...Said}proposal understood}cells{field value}}}}fragment Said on Message{code arguments what}",
);

export const RepairImportDocument = /* @__PURE__ */ new Document<RepairImportMutation, RepairImportMutationVariables>(
  "mutation RepairImport($batch:ID!$repairs:[ImportRepairInput!]!){repairImport(batch:$batch repairs:$repairs){id}}",
);

export const CommitImportDocument = /* @__PURE__ */ new Document<CommitImportMutation, CommitImportMutationVariables>(
  "mutation CommitImport($batch:ID!$leaveOut:[Int!]!){commitImport(batch:$batch leaveOut:$leaveOut){id}}",
);

export const DiscardImportDocument = /* @__PURE__ */ new Document<DiscardImportMutation, DiscardImportMutationVariables>(
  "mutation DiscardImport($batch:ID!){discardImport(batch:$batch){id}}",
);

export const UndoImportDocument = /* @__PURE__ */ new Document<UndoImportMutation, UndoImportMutationVariables>(
  "mutation UndoImport($batch:ID!){undoImport(batch:$batch){id}}",
);
