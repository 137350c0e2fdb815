import { Failure, ask } from '../../../lib/api/client';
import {
  ArrangementPlacesDocument,
  DocumentPlacesDocument,
  EditArrangementDocument,
  EditDocumentDocument,
  EditVerdictsDocument,
  RegionMembersDocument,
} from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import type { Language } from '../../../lib/texts/language';
import { type ArrangementDraft, draftOf as arrangementOf } from './arrangement/arrangement';
import { type DocumentDraft, draftOf as documentOf } from './document/document';
import type { RegionDraft } from './region/region';
import type { Read } from './verdict/verdicts';

/** What a form begins with, and the revision of the records that it was read at. */
export interface Begun<Draft> {
  readonly draft: Draft;
  readonly revision: number;
}

/** Which record, of which municipality, on which date (ISO 8601). */
export interface Which {
  readonly code: string;
  readonly asOf: string;
  readonly id: string;
}

/** The first date that has boundaries; a record may hold from before it. */
const firstBoundaries = '2020-01-01';
const since = (date: string | null): string => (date && date > firstBoundaries ? date : firstBoundaries);
const gone = (what: string): Failure => new Failure('refused', 'UNKNOWN_ID', `there is no ${what} any more`);

/** An arrangement with the municipalities that it named, as they were when it began. */
export async function loadArrangement(
  { code, asOf, id, language }: Which & { readonly language: Language },
  signal?: AbortSignal,
): Promise<Begun<ArrangementDraft>> {
  const variables = { code, asOf, language: serverLanguage(language) };
  const { serverInfo, municipality } = await ask(EditArrangementDocument, variables, signal);
  const read = municipality?.coordination.arrangements.find((each) => each.id === id);
  if (!read) throw gone(`arrangement ${id}`);
  const { arrangements } = await ask(ArrangementPlacesDocument, { asOf: since(read.validFrom) }, signal);
  const places = arrangements.find((each) => each.id === id)?.municipalities ?? [];
  return { draft: arrangementOf(read, places), revision: serverInfo.revision };
}

/** A policy document with the municipalities that it named, as they were when it began. */
export async function loadDocument(
  { code, asOf, id }: Which,
  signal?: AbortSignal,
): Promise<Begun<DocumentDraft>> {
  const { serverInfo, municipality } = await ask(EditDocumentDocument, { code, asOf }, signal);
  const read = municipality?.documents.find((each) => each.id === id);
  if (!read) throw gone(`policy document ${id}`);
  const { policyDocuments } = await ask(DocumentPlacesDocument, { asOf: since(read.validFrom) }, signal);
  const places = policyDocuments.find((each) => each.id === id)?.municipalities ?? [];
  return { draft: documentOf(read, places), revision: serverInfo.revision };
}

/** A region with its municipalities on a date; an empty one without a code. */
export async function loadRegion(
  { set, code, asOf }: { readonly set: string; readonly code?: string | undefined; readonly asOf: string },
  signal?: AbortSignal,
): Promise<Begun<RegionDraft>> {
  const { regions, serverInfo } = await ask(RegionMembersDocument, { set, asOf }, signal);
  const stands = regions.find((each) => each.code === code);
  const draft = {
    code: stands?.code ?? '',
    name: stands?.name ?? '',
    from: asOf,
    municipalities: stands?.municipalities ?? [],
  };
  return { draft, revision: serverInfo.revision };
}

/** What stands of a municipality on a date; undefined when nobody bore the code then. */
export async function loadStanding(
  question: { readonly code: string; readonly asOf: string; readonly language: Language },
  signal?: AbortSignal,
): Promise<{ readonly read: Read | undefined; readonly revision: number }> {
  const variables = { ...question, language: serverLanguage(question.language) };
  const { serverInfo, municipality } = await ask(EditVerdictsDocument, variables, signal);
  return { read: municipality ?? undefined, revision: serverInfo.revision };
}
