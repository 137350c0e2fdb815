import {
  AccountabilityDocument,
  AtlasDocument,
  ChangesDocument,
  MunicipalityContextDocument,
  MunicipalityPageDocument,
  PriorityOfDocument,
  ReferenceDocument,
  RegionListDocument,
  RegionNotesDocument,
  RegionPageDocument,
  TimelineDocument,
  TopOfListDocument,
  ViewerDocument,
  WhoCoversDocument,
} from '../api/generated';
import { purposeClasses } from '../route/purpose';

/** For what a question is asked: once, or for each of these. */
type Each = 'site' | 'set' | 'region' | 'municipality';

interface Question {
  readonly each: Each;
  readonly text: string;
  /** What begins with `$` stands for the day, the language, or the code of what it is asked for. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const asked = (each: Each, { text }: { readonly text: string }, variables: object): Question => ({
  each,
  text,
  variables: { ...variables },
});

const language = '$language';
const asOf = '$today';
const region = { set: '$set', code: '$code' };
const top = (purpose: 'BRIEF' | 'ASK'): Question =>
  asked('site', TopOfListDocument, {
    purpose,
    asOf,
    language,
    where: { policyClass: purposeClasses[purpose] },
  });

/** What the map, the table, and the pages of municipalities and regions ask when they are opened. */
export const questions: readonly Question[] = [
  asked('site', AtlasDocument, {}),
  asked('site', ReferenceDocument, { language }),
  asked('site', ViewerDocument, {}),
  top('BRIEF'),
  top('ASK'),
  asked('site', AccountabilityDocument, { asOf, language }),
  asked('set', RegionListDocument, { set: '$set', asOf }),
  asked('region', RegionPageDocument, { ...region, language }),
  asked('region', TimelineDocument, { from: '2020-01-01', to: asOf, where: { region } }),
  asked('region', ChangesDocument, { from: '2021-01-01', to: asOf, language, where: { region } }),
  asked('region', RegionNotesDocument, { region, language }),
  asked('municipality', MunicipalityPageDocument, { code: '$code', language }),
  asked('municipality', PriorityOfDocument, { code: '$code', language }),
  asked('municipality', WhoCoversDocument, { code: '$code', asOf, language }),
  asked('municipality', MunicipalityContextDocument, { code: '$code', asOf, language }),
];
