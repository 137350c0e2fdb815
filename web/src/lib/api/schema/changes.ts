import published from './changes.json';
import next from './next.json';
import type { SchemaDifference } from './difference';

/** What became of the schema on a day (ISO 8601). */
export interface SchemaChange extends SchemaDifference {
  readonly date: string;
}

/** The changelog of the schema, the last first. */
export const changes: readonly SchemaChange[] = published;

/** What has changed since and is in this version alone. */
export const unpublished: SchemaDifference = next;
