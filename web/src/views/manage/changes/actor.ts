import type { Writer } from '../../../lib/texts/model';

/** Who did something: the name of a person or a token, or a word for the program itself. */
export const actorText = ({ named }: Writer, actor: string): string => named(`actor.${actor}`, actor);
