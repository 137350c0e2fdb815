import type {
  ArrangementInput,
  ArrangementMode,
  CoordinationStatus,
  EditArrangementQuery,
  ExploitationForm,
} from '../../../../lib/api/generated';
import { exploitationForms } from '../../../../lib/route/values';
import type { Writer } from '../../../../lib/texts/model';
import { type Named, type Pair, type Wrong, checkRecord, given, pairsOf } from '../model';

type Read = NonNullable<EditArrangementQuery['municipality']>['coordination']['arrangements'][number];

/** An arrangement as it stands in a form: numbers as they are typed, dates ISO 8601 or empty. */
export interface ArrangementDraft {
  readonly id?: string | undefined;
  status: CoordinationStatus;
  mode: ArrangementMode;
  organisation: string;
  commissionedBy: string;
  ageFrom: string;
  ageTo: string;
  /** Empty for all. */
  forms: readonly ExploitationForm[];
  fte: string;
  validFrom: string;
  validTo: string;
  municipalities: readonly Named[];
  sourceUrl: string;
  note: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
}

export const statuses: readonly CoordinationStatus[] = [
  'STRUCTURAL',
  'TEMPORARY',
  'IN_PREPARATION',
  'REMOTE',
  'NONE',
];
export const modes: readonly ArrangementMode[] = [
  'OWN_STAFF',
  'CENTRE_MUNICIPALITY',
  'CENTRE_MUNICIPALITY_OUTSOURCED',
  'WELFARE_OR_SHELTER_ORGANISATION',
  'PUBLIC_HEALTH_SERVICE',
  'CARE_AND_SAFETY_HOUSE',
  'SAFETY_REGION',
  'COMENSHA_EMPLOYER',
  'COMENSHA_REMOTE',
  'UNKNOWN',
];

export const newArrangement = (of: Named, validFrom: string): ArrangementDraft => ({
  status: 'STRUCTURAL',
  mode: 'UNKNOWN',
  organisation: '',
  commissionedBy: '',
  ageFrom: '',
  ageTo: '',
  forms: [],
  fte: '',
  validFrom,
  validTo: '',
  municipalities: [of],
  sourceUrl: '',
  note: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
});

/** What is on record, to be corrected. */
export const draftOf = (read: Read, municipalities: readonly Named[]): ArrangementDraft => ({
  id: read.id,
  status: read.status,
  mode: read.mode,
  organisation: read.organisation ?? '',
  commissionedBy: read.commissionedBy ?? '',
  ageFrom: read.ageFrom?.toString() ?? '',
  ageTo: read.ageTo?.toString() ?? '',
  forms: read.forms,
  fte: read.fte?.toString().replace('.', ',') ?? '',
  validFrom: read.validFrom,
  validTo: read.validTo ?? '',
  municipalities,
  sourceUrl: read.source.url ?? '',
  note: read.note ?? '',
  contactName: read.contact?.name ?? '',
  contactEmail: read.contact?.email ?? '',
  contactPhone: read.contact?.phone ?? '',
});

/** A number as people type it, with a comma or a point; undefined when it is none. */
const numberOf = (text: string): number | null | undefined => {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
};

const isAge = (text: string): boolean => /^\d{0,3}$/.test(text.trim()) && Number(text) <= 120;

export function checkArrangement(draft: ArrangementDraft): Wrong {
  const { ageFrom, ageTo, fte, contactEmail, municipalities } = draft;
  const full = numberOf(fte);
  const ages = ageFrom.trim() && ageTo.trim() && Number(ageTo) < Number(ageFrom);
  return {
    ...checkRecord(draft),
    ...(isAge(ageFrom) ? {} : { ageFrom: 'edit.age' }),
    ...(!isAge(ageTo) ? { ageTo: 'edit.age' } : ages ? { ageTo: 'edit.ageOrder' } : {}),
    ...(full === undefined || (full ?? 0) > 1000 ? { fte: 'edit.fte' } : {}),
    ...(municipalities.length === 0 ? { municipalities: 'briefing.nobody' } : {}),
    ...(contactEmail.trim() && !contactEmail.includes('@') ? { 'contact.email': 'edit.email' } : {}),
  };
}

export function toArrangement(draft: ArrangementDraft, basedOn?: number): ArrangementInput {
  const contact = {
    name: given(draft.contactName),
    email: given(draft.contactEmail),
    phone: given(draft.contactPhone),
  };
  return {
    ...(draft.id ? { id: draft.id } : {}),
    ...(basedOn === undefined ? {} : { basedOn }),
    status: draft.status,
    mode: draft.mode,
    organisation: given(draft.organisation),
    commissionedBy: given(draft.commissionedBy),
    ageFrom: numberOf(draft.ageFrom) ?? null,
    ageTo: numberOf(draft.ageTo) ?? null,
    forms: exploitationForms.filter((form) => draft.forms.includes(form)),
    fte: numberOf(draft.fte) ?? null,
    validFrom: draft.validFrom,
    validTo: given(draft.validTo),
    municipalities: draft.municipalities.map(({ code }) => code),
    sourceUrl: given(draft.sourceUrl),
    note: given(draft.note),
    contact: Object.values(contact).some((each) => each !== null) ? contact : null,
  };
}

/** Where two versions of an arrangement differ, in words. */
export function compareArrangements(
  writer: Writer,
  mine: ArrangementDraft,
  theirs: ArrangementDraft,
): Pair[] {
  const { t, named, or } = writer;
  const day = (iso: string): string => (iso ? writer.date(iso) : '');
  const words = (draft: ArrangementDraft) => ({
    ...draft,
    id: '',
    status: t(`status.${draft.status}`),
    mode: named(`mode.${draft.mode}`),
    forms: or(draft.forms.map((form) => t(`form.${form}`))),
    validFrom: day(draft.validFrom),
    validTo: day(draft.validTo),
    municipalities: draft.municipalities
      .map(({ name }) => name)
      .toSorted()
      .join(', '),
  });
  const labels = {
    status: t('edit.status'),
    mode: t('page.mode'),
    organisation: t('edit.organisation'),
    commissionedBy: t('page.commissioned'),
    municipalities: t('edit.placesShort'),
    validFrom: t('edit.validFrom'),
    validTo: t('edit.validTo'),
    sourceUrl: t('edit.source'),
    ageFrom: t('edit.ageFrom'),
    ageTo: t('edit.ageTo'),
    fte: t('edit.fteLabel'),
    forms: t('edit.forms'),
    note: t('page.note'),
    contactName: t('edit.contactName'),
    contactEmail: t('signIn.email'),
    contactPhone: t('edit.contactPhone'),
  };
  return pairsOf(labels, words(mine), words(theirs));
}
