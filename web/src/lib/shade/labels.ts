import type { Writer } from '../texts/model';
import type { ShadeId } from './model';

const stepped: readonly ShadeId[] = ['completeness', 'awareness', 'policy', 'approach'];

/** The key of the name of a class. */
export const classKey = (shade: ShadeId, id: string): string =>
  `${stepped.includes(shade) ? 'step' : shade}.${id}`;

/** The name of a class of a shade. */
export const className = (writer: Writer, shade: ShadeId, id: string): string =>
  writer.named(classKey(shade, id), id);
