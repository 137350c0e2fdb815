import type { DocumentScope, EditDocumentQuery, PolicyDocumentInput } from '../../../../lib/api/generated';
import type { Writer } from '../../../../lib/texts/model';
import { type Named, type Pair, type Wrong, checkRecord, given, pairsOf } from '../model';

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

export const toDocument = (draft: DocumentDraft, basedOn?: number): PolicyDocumentInput => ({
  ...(draft.id ? { id: draft.id } : {}),
  ...(basedOn === undefined ? {} : { basedOn }),
  title: draft.title.trim(),
  scope: draft.scope,
  identifier: given(draft.identifier),
  validFrom: draft.validFrom,
  validTo: given(draft.validTo),
  sourceUrl: given(draft.sourceUrl),
  municipalities: draft.municipalities.map(({ code }) => code),
});

/** Where two versions of a document differ, in words. */
export function compareDocuments(writer: Writer, mine: DocumentDraft, theirs: DocumentDraft): Pair[] {
  const { t } = writer;
  const day = (iso: string): string => (iso ? writer.date(iso) : '');
  const words = (draft: DocumentDraft) => ({
    ...draft,
    id: '',
    scope: t(`scope.${draft.scope}`),
    validFrom: day(draft.validFrom),
    validTo: day(draft.validTo),
    municipalities: draft.municipalities
      .map(({ name }) => name)
      .toSorted()
      .join(', '),
  });
  const labels = {
    title: t('edit.documentTitle'),
    scope: t('edit.scope'),
    identifier: t('edit.identifier'),
    municipalities: t('edit.placesShort'),
    validFrom: t('edit.validFrom'),
    validTo: t('edit.validTo'),
    sourceUrl: t('edit.source'),
  };
  return pairsOf(labels, words(mine), words(theirs));
}
