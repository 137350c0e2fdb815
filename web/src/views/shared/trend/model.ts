import type { Denominator, TimelineQuery } from '../../../lib/api/generated';
import type { Moment } from '../../../lib/chart/area';
import { classCounts, statusCounts } from '../region/model';

export type Points = TimelineQuery['timeline'];

/** The points of a timeline as the moments of a chart, by status or by policy class. */
export const momentsOf = (points: Points, by: 'status' | 'class', per: Denominator): Moment[] =>
  points.map(({ date, coverage }) => ({
    date,
    values: by === 'status' ? statusCounts(coverage, per) : classCounts(coverage, per),
  }));
