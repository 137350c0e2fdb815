import type { Component } from 'svelte';

import type { ManagePart } from '../../lib/route/page';
import { isAdmin, readsOutreach } from '../../lib/viewer/permissions';
import type { Viewer } from '../../lib/viewer/model';

/** What every part is given: what day it is (ISO 8601), and the id in its address if there is one. */
export interface PartProps {
  readonly today: string;
  readonly id: string | undefined;
}

/** A part of the management of the data: for whom it is, and its view. */
export interface Part {
  readonly id: ManagePart;
  readonly opens: (viewer: Viewer | undefined) => boolean;
  readonly view: () => Promise<{ default: Component<PartProps> | Component }>;
}

/** In the order of the menu. Each has its address in `route/page.ts` and its name in the texts. */
export const parts: readonly Part[] = [
  { id: 'work', opens: readsOutreach, view: () => import('./work/WorkView.svelte') },
  { id: 'imports', opens: readsOutreach, view: () => import('./imports/ImportsView.svelte') },
  { id: 'changes', opens: readsOutreach, view: () => import('./changes/ChangesView.svelte') },
  { id: 'proposals', opens: readsOutreach, view: () => import('./proposals/ProposalsView.svelte') },
  { id: 'regions', opens: isAdmin, view: () => import('./regions/RegionsView.svelte') },
  { id: 'rubric', opens: readsOutreach, view: () => import('./rubric/RubricView.svelte') },
  { id: 'audit', opens: isAdmin, view: () => import('./audit/AuditView.svelte') },
  { id: 'people', opens: isAdmin, view: () => import('./people/PeopleView.svelte') },
];
