import type { OutreachStage } from '../api/generated';
import { shades } from '../shade/model';

/** The colour of a stage, as on the map. */
export const stageFill = (stage: OutreachStage): string =>
  shades.stage.classes.find(({ id }) => id === stage)?.fill.colour ?? '#ffffff';
