import type { DocumentScope, EditDocumentQuery, PolicyDocumentInput } from '../api/generated';
import { type Named, type Wrong, checkRecord, given } from './model';

type Read = NonNullable<EditDocumentQuery['municipality']>['documents'][number];

/** A policy document as it stands in a form; dates ISO 8601 or empty. */
export interface DocumentDraft {
  readonly id?: string | undefined;
  title: string;
  scope: DocumentScope;
  identifier: string;
  validFrom: string;
  validTo: string;
  municipalities: readonly Named[];
  sourceUrl: string;
}

export const newDocument = (of: Named, validFrom: string): DocumentDraft => ({
  title: '',
  scope: 'MUNICIPAL',
  identifier: '',
  validFrom,
  validTo: '',
  municipalities: [of],
  sourceUrl: '',
});

/** What is on record, to be corrected. */
export const draftOf = (read: Read, municipalities: readonly Named[]): DocumentDraft => ({
  id: read.id,
  title: read.title,
  scope: read.scope,
  identifier: read.identifier ?? '',
  validFrom: read.validFrom ?? '',
  validTo: read.validTo ?? '',
  municipalities,
  sourceUrl: read.source.url ?? '',
});

export const checkDocument = (draft: DocumentDraft): Wrong => ({
  ...checkRecord(draft),
  ...(draft.title.trim() ? {} : { title: 'refusal.empty' }),
  ...(draft.municipalities.length === 0 ? { municipalities: 'briefing.nobody' } : {}),
});

export const toDocument = (draft: DocumentDraft): PolicyDocumentInput => ({
  ...(draft.id ? { id: draft.id } : {}),
  title: draft.title.trim(),
  scope: draft.scope,
  identifier: given(draft.identifier),
  validFrom: draft.validFrom,
  validTo: given(draft.validTo),
  sourceUrl: given(draft.sourceUrl),
  municipalities: draft.municipalities.map(({ code }) => code),
});
