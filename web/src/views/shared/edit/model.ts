import type { Message } from '../../../lib/texts/messages/model';
import type { CorrectionsQuery, QualityReason } from '../../../lib/api/generated';
import type { TextKey } from '../../../lib/texts/model';

/** A municipality by name. */
export interface Named {
  readonly code: string;
  readonly name: string;
}

/** Something that somebody is about to change; `asOf` is the date that they look at, ISO 8601. */
export type Edit = { readonly asOf: string } & (
  | { readonly what: 'arrangement'; readonly of: Named; readonly id?: string | undefined }
  | { readonly what: 'document'; readonly of: Named; readonly id?: string | undefined }
  | { readonly what: 'end'; readonly of: Named; readonly id: string; readonly title: string }
  | {
      readonly what: 'verdicts';
      readonly of: Named;
      readonly theme?: string | undefined;
      readonly block?: string | undefined;
    }
  | { readonly what: 'confirm'; readonly of: Named }
  | { readonly what: 'undo'; readonly revision: number; readonly title: string }
  | { readonly what: 'set' }
  | { readonly what: 'propose'; readonly of: Named; readonly theme?: string | undefined }
  | {
      readonly what: 'decide';
      readonly of: Named;
      readonly accept: boolean;
      readonly correction: CorrectionsQuery['corrections']['nodes'][number];
    }
  | {
      readonly what: 'region';
      readonly set: string;
      readonly setTitle: string;
      /** Undefined for a new one. */
      readonly code?: string | undefined;
    }
);

/** A notice, as far as it says what would settle it. */
interface Reasoned {
  readonly reason: QualityReason;
  readonly block: string | null;
  readonly record: string | null;
}

/** The very edit that settles a notice about a municipality. */
export function editFor({ reason, block, record }: Reasoned, of: Named, asOf: string): Edit {
  switch (reason) {
    case 'NO_ARRANGEMENT':
      return { what: 'arrangement', of, asOf };
    case 'NO_ORGANISATION':
      return { what: 'arrangement', of, asOf, id: record ?? undefined };
    case 'EXPIRES':
      return { what: 'document', of, asOf, id: record ?? undefined };
    case 'INHERITED_VERDICTS':
    case 'INHERITED_COORDINATION':
    case 'GREW':
      return { what: 'confirm', of, asOf };
    case 'CARE_RECORDED':
    case 'DOCUMENT_AGAINST':
      return { what: 'verdicts', of, asOf, block: block ?? undefined };
    case 'NEVER_ASSESSED':
    case 'STALE':
      return { what: 'verdicts', of, asOf };
  }
}

/** What is wrong with a form, by the field of the server's input. */
export type Wrong = Readonly<Record<string, TextKey>>;

/** What came of a change, in words, and what is to be known beside it. */
export interface Done {
  readonly text: string;
  readonly notices?: readonly Message[];
  /** Records that were changed since and stay as they are, when something was taken back. */
  readonly kept?: readonly string[];
  /** False when nothing on record changed, so that there is nothing to take back. */
  readonly changed?: boolean;
}

/** What is written, or null for nothing. */
export const given = (text: string): string | null => text.trim() || null;

const firstDate = '2000-01-01';
const lastDate = '2100-01-01';

/** What is wrong with the dates and the source of a record. */
export function checkRecord(draft: {
  readonly validFrom: string;
  readonly validTo?: string;
  readonly sourceUrl: string;
}): Wrong {
  const { validFrom, validTo, sourceUrl } = draft;
  const outside = (day: string): boolean => day < firstDate || day > lastDate;
  return {
    ...(!validFrom
      ? { validFrom: 'refusal.day' }
      : outside(validFrom)
        ? { validFrom: 'edit.dateRange' }
        : {}),
    ...(validTo && validTo < validFrom
      ? { validTo: 'edit.toBefore' }
      : validTo && outside(validTo)
        ? { validTo: 'edit.dateRange' }
        : {}),
    ...(sourceUrl.trim() && !/^https:\/\/\S+$/.test(sourceUrl.trim())
      ? { sourceUrl: 'refusal.address' }
      : {}),
  };
}

/** One thing of which two people wrote something else, in words. */
export interface Pair {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
}

/** What became of a record that somebody else changed, and what can be done about it. */
export interface Clash {
  readonly pairs: readonly Pair[];
  /** Goes on with what stands. */
  readonly take: () => void;
  /** Goes by what stands, so that what is written here can take its place. */
  readonly insist: () => void;
}

/** The parts of two drafts, by label, that are not the same. */
export const pairsOf = (
  labels: Readonly<Record<string, string>>,
  mine: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): Pair[] =>
  Object.entries(labels).flatMap(([field, label]) => {
    const [here, there] = [mine[field] ?? '', theirs[field] ?? ''];
    return here === there ? [] : [{ label, mine: here, theirs: there }];
  });
