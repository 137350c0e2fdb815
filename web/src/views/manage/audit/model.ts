import type { AuditFilter, AuditTrailQuery } from '../../../lib/api/generated';
import type { Trail } from '../../../lib/route/model';

export type Line = AuditTrailQuery['auditTrail']['nodes'][number];

/** What the server is asked for: only what is given. */
export const toWhere = (trail: Trail): AuditFilter =>
  Object.fromEntries(Object.entries(trail).filter(([, value]) => value)) as AuditFilter;

/** The address of the same lines as CSV. */
export function exportAddress(trail: Trail): string {
  const query = new URLSearchParams(toWhere(trail) as Record<string, string>).toString();
  return query ? `/export/audit.csv?${query}` : '/export/audit.csv';
}

/** A field of which the value changed; undefined where there was or is none. */
export interface Value {
  readonly field: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function read(json: string | null): Readonly<Record<string, unknown>> {
  if (json === null) return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? { ...value } : { '': value };
  } catch {
    return { '': json };
  }
}

const write = (value: unknown): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** What a line tells of the values, field by field; those that stayed are left out. */
export function valuesOf({ before, after }: Pick<Line, 'before' | 'after'>): Value[] {
  const [was, is] = [read(before), read(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field) => {
    const [one, other] = [write(was[field]), write(is[field])];
    return one === other ? [] : [{ field, before: one, after: other }];
  });
}
