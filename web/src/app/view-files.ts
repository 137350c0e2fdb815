import type { Page } from '../lib/route/page';

/** The file of each view that comes when it is asked for; the map is part of the first load. */
export const viewFiles = {
  table: () => import('../views/table/TableView.svelte'),
  municipality: () => import('../views/municipality/MunicipalityView.svelte'),
  regions: () => import('../views/region/RegionsView.svelte'),
  region: () => import('../views/region/RegionView.svelte'),
  compare: () => import('../views/compare/CompareView.svelte'),
  time: () => import('../views/time/TimeView.svelte'),
  blocks: () => import('../views/block/BlocksView.svelte'),
  block: () => import('../views/block/BlockView.svelte'),
  outreach: () => import('../views/outreach/OutreachView.svelte'),
  campaigns: () => import('../views/campaign/CampaignsView.svelte'),
  campaign: () => import('../views/campaign/CampaignView.svelte'),
  bottlenecks: () => import('../views/practice/BottlenecksView.svelte'),
  practices: () => import('../views/practice/PracticesView.svelte'),
  accountability: () => import('../views/accountability/AccountabilityView.svelte'),
  manage: () => import('../views/manage/ManageView.svelte'),
  check: () => import('../views/check/CheckView.svelte'),
  developers: () => import('../views/developers/DevelopersView.svelte'),
} as const;

const hasFile = (name: Page['name']): name is keyof typeof viewFiles => name in viewFiles;

/** Asks for the file of a view before anything shows it. Whoever shows it meets the same failure, and can tell. */
export function askForView(page: Page | undefined): void {
  if (page && hasFile(page.name)) viewFiles[page.name]().catch(() => undefined);
}
