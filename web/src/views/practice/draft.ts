import type { BottleneckInput, GoodPracticeInput } from '../../lib/api/generated';
import type { RegionRef } from '../../lib/filter/model';
import type { Found } from '../shared/search/model';
import type { TextKey } from '../../lib/texts/model';

/** Where something is: a region or a municipality. */
export type Place =
  | { readonly kind: 'region'; readonly ref: RegionRef; readonly name: string }
  | { readonly kind: 'municipality'; readonly code: string; readonly name: string };

export const placeOf = (found: Found): Place =>
  found.kind === 'region'
    ? { kind: 'region', ref: found.ref, name: found.name }
    : {
        kind: 'municipality',
        code: found.hit.municipality.code,
        name: found.hit.municipality.name,
      };

const inputOf = (place: Place | undefined): Pick<BottleneckInput, 'region' | 'municipality'> => {
  if (!place) return {};
  return place.kind === 'region'
    ? { region: { set: place.ref.set, code: place.ref.code } }
    : { municipality: place.code };
};

const given = (text: string): string | null => text.trim() || null;

export interface BottleneckDraft {
  readonly category: string;
  readonly text: string;
  readonly place: Place | undefined;
  /** ISO 8601; empty while none is given. */
  readonly raised: string;
  readonly escalatedTo: string;
}

/** What a form can tell before it asks the server, which checks everything else: the text by field. */
export type Wrong = Readonly<Record<string, TextKey>>;

export const checkBottleneck = ({ category, text, place, raised }: BottleneckDraft): Wrong => ({
  ...(category ? {} : { category: 'refusal.choose' }),
  ...(text.trim() ? {} : { text: 'refusal.empty' }),
  ...(place ? {} : { region: 'refusal.place' }),
  ...(raised ? {} : { raised: 'refusal.day' }),
});

export const toBottleneck = (draft: BottleneckDraft): BottleneckInput => ({
  category: draft.category,
  text: draft.text.trim(),
  raised: draft.raised,
  escalatedTo: given(draft.escalatedTo),
  ...inputOf(draft.place),
});

export interface PracticeDraft {
  readonly title: string;
  readonly text: string;
  /** Empty for none. */
  readonly block: string;
  /** Undefined for the whole country. */
  readonly place: Place | undefined;
  readonly sourceUrl: string;
}

export const checkPractice = ({ title, text }: PracticeDraft): Wrong => ({
  ...(title.trim() ? {} : { title: 'refusal.empty' }),
  ...(text.trim() ? {} : { text: 'refusal.empty' }),
});

export const toPractice = (draft: PracticeDraft): GoodPracticeInput => ({
  title: draft.title.trim(),
  text: draft.text.trim(),
  block: given(draft.block),
  sourceUrl: given(draft.sourceUrl),
  ...inputOf(draft.place),
});
