// Made from schema.graphql and documents/ by `npm run generate`; do not edit.
import { Document } from '../document';
import type {
  MunicipalityContextQuery,
  MunicipalityContextQueryVariables,
  SolvedByQuery,
  SolvedByQueryVariables,
  WhoCoversQuery,
  WhoCoversQueryVariables,
} from '../generated';

export const MunicipalityContextDocument = /* @__PURE__ */ new Document<MunicipalityContextQuery, MunicipalityContextQueryVariables>(
  "query MunicipalityContext($code:MunicipalityCode!$asOf:Date$language:Language!$knownAt:DateTime){municipality(code:$code asOf:$asOf knownAt:$knownAt){highlights(language:$language)quality{kind text(language:$language)}peers(first:5){reason(language:$language)municipality{code name}}history{...HistoryParts}}}fragment HistoryParts on HistoryEvent{date recordedAt text(language:$language)municipalities{code name}source{...SourceParts}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}",
);

export const SolvedByDocument = /* @__PURE__ */ new Document<SolvedByQuery, SolvedByQueryVariables>(
  "query SolvedBy($code:MunicipalityCode!$block:ID!$asOf:Date$language:Language!$knownAt:DateTime){municipality(code:$code asOf:$asOf knownAt:$knownAt){solvedBy(block:$block first:3){reason(language:$language)municipality{code name}verdict{validFrom source{...SourceParts}}document{id title source{...SourceParts}}}}}fragment SourceParts on Source{label url certainty(language:$language)demonstration}",
);

export const WhoCoversDocument = /* @__PURE__ */ new Document<WhoCoversQuery, WhoCoversQueryVariables>(
  "query WhoCovers($code:MunicipalityCode!$asOf:Date$age:Int$form:ExploitationForm$language:Language!$knownAt:DateTime){whoCovers(code:$code asOf:$asOf knownAt:$knownAt age:$age form:$form){fallback explanation(language:$language)arrangement{id organisation status mode}}}",
);
