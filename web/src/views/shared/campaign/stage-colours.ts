import type { OutreachStage } from '../../../lib/api/generated';
import { shades } from '../../../lib/shade/model';
import { palette } from '../../../lib/shade/palette';

/** The colour of a stage, as on the map. */
export const stageColour = (stage: OutreachStage): string =>
  shades.stage.classes.find(({ id }) => id === stage)?.fill.colour ?? palette.unknown.ground;
