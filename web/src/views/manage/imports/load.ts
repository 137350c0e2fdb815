import { Failure, type Refused, ask, refusal, send } from '../../../lib/api/client';
import {
  CommitImportDocument,
  DiscardImportDocument,
  ImportBatchDocument,
  ImportBatchesDocument,
  ImportRowsDocument,
  RepairImportDocument,
  type RowOutcome,
  UndoImportDocument,
} from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import { recordChanges } from '../../shared/edit/record-changes.svelte';
import type { Language } from '../../../lib/texts/language';
import type { Batch, Kind, Repair, Row } from './model';

/** So many rows stand on a page: a file of thousands stays fluent. */
export const rowsOfPage = 100;
const batchesOfPage = 20;

export async function loadBatches({ after }: { after?: string | undefined }, signal: AbortSignal) {
  const variables = { first: batchesOfPage, ...(after ? { after } : {}) };
  return (await ask(ImportBatchesDocument, variables, signal)).importBatches;
}

export async function loadBatch({ id }: { id: string }, signal: AbortSignal): Promise<Batch | null> {
  return (await ask(ImportBatchDocument, { id }, signal)).importBatch;
}

export interface RowsQuestion {
  readonly id: string;
  readonly outcome: RowOutcome | undefined;
  readonly page: number;
  readonly language: Language;
}

export async function loadRows(
  { id, outcome, page, language }: RowsQuestion,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  const variables = {
    id,
    first: rowsOfPage,
    skip: page * rowsOfPage,
    language: serverLanguage(language),
    ...(outcome ? { outcome } : {}),
  };
  return (await ask(ImportRowsDocument, variables, signal)).importBatch?.rows ?? [];
}

/** What is handed in. */
export interface Upload {
  readonly kind: Kind;
  readonly file: File;
  readonly date: string;
  readonly layer: string;
}

interface HandedIn {
  batch?: string;
  errors?: Refused[];
}

/** Hands a file in and gives the id of its batch. Throws a `Failure`. */
export async function handIn({ kind, file, date, layer }: Upload): Promise<string> {
  const about = new URLSearchParams({ file: file.name });
  if (date) about.set('date', date);
  if (layer) about.set('layer', layer);
  let body: HandedIn;
  try {
    const response = await fetch(`/import/${kind}?${about}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    });
    body = (await response.json()) as HandedIn;
  } catch (cause) {
    throw new Failure('away', 'UNREACHABLE', 'The server does not answer', { cause });
  }
  const error = body.errors?.[0];
  if (error) throw refusal(error);
  return body.batch ?? '';
}

export async function repair(batch: string, repairs: readonly Repair[]): Promise<void> {
  await send(RepairImportDocument, { batch, repairs: repairs.map((each) => ({ ...each })) });
}

export async function commit(batch: string, leaveOut: readonly number[]): Promise<void> {
  await send(CommitImportDocument, { batch, leaveOut: [...leaveOut] });
  recordChanges.add();
}

export async function discard(batch: string): Promise<void> {
  await send(DiscardImportDocument, { batch });
}

export async function undo(batch: string): Promise<void> {
  await send(UndoImportDocument, { batch });
  recordChanges.add();
}
