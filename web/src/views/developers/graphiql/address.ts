import { Kind, OperationTypeNode, parse } from 'graphql';

import type { Language } from '../../../lib/texts/language';

/** The language that the address asks for. */
export function languageIn(address: URL): Language | undefined {
  const asked = address.searchParams.get('lang');
  return asked === 'nl' || asked === 'en' ? asked : undefined;
}

/** The same page in another language, with the query that the address holds. */
export function inLanguage(address: URL, language: Language): string {
  const changed = new URL(address);
  changed.searchParams.set('lang', language);
  return changed.pathname + changed.search;
}

/** What the address asks, under the names that the server reads too. */
export function questionIn(address: URL): { initialQuery?: string; initialVariables?: string } {
  const query = address.searchParams.get('query');
  const variables = address.searchParams.get('variables');
  return {
    ...(query && { initialQuery: query }),
    ...(query && variables && { initialVariables: variables }),
  };
}

/** Whether it can be run and only reads. A link may run what reads, never what changes something. */
export function reads(query: string): boolean {
  try {
    return parse(query).definitions.every(
      (each) => each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
    );
  } catch {
    return false;
  }
}
