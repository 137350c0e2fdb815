/** A view with an address of its own. */
export type Page =
  | { readonly name: PlainPage }
  | { readonly name: 'municipality'; readonly code: string }
  | { readonly name: 'region'; readonly set: string; readonly code: string }
  | { readonly name: 'block'; readonly id: string }
  | { readonly name: 'campaign'; readonly id: string }
  | { readonly name: 'manage'; readonly part: ManagePart; readonly id?: string };

/** The parts of the management of the data by the word in their address; those that are built. */
export const manageParts = {
  work: '',
  imports: 'import',
  changes: 'wijzigingen',
  proposals: 'voorstellen',
  regions: 'regios',
  rubric: 'rubriek',
  people: 'mensen',
  audit: 'logboek',
} as const;
export type ManagePart = keyof typeof manageParts;

export const paths = {
  map: '/',
  table: '/tabel',
  regions: '/regio',
  compare: '/vergelijken',
  time: '/tijd',
  blocks: '/bouwsteen',
  outreach: '/voorlichting',
  bottlenecks: '/knelpunten',
  practices: '/goede-voorbeelden',
  campaigns: '/voorlichting/campagnes',
  accountability: '/verantwoording',
  developers: '/ontwikkelaars',
  signIn: '/aanmelden',
  password: '/wachtwoord',
  check: '/controle',
  invitation: '/uitnodiging',
  request: '/toegang',
  account: '/account',
} as const;
export type PlainPage = keyof typeof paths;

/** The page that a path names; undefined when none does. */
export function parsePage(path: string): Page | undefined {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  const municipality = /^\/gemeente\/(GM\d{4})$/.exec(plain);
  if (municipality) return { name: 'municipality', code: municipality[1] ?? '' };
  const region = /^\/regio\/([a-z0-9-]+)\/([A-Za-z0-9-]+)$/.exec(plain);
  if (region) return { name: 'region', set: region[1] ?? '', code: region[2] ?? '' };
  const block = /^\/bouwsteen\/([a-z0-9-]+)$/.exec(plain);
  if (block) return { name: 'block', id: block[1] ?? '' };
  const campaign = /^\/voorlichting\/campagnes\/([A-Za-z0-9-]+)$/.exec(plain);
  if (campaign) return { name: 'campaign', id: campaign[1] ?? '' };
  const [, word = '', id] = /^\/beheer(?:\/([a-z]+)(?:\/([A-Za-z0-9-]+))?)?$/.exec(plain) ?? [undefined];
  const part = (Object.keys(manageParts) as ManagePart[]).find((each) => manageParts[each] === word);
  if (plain.startsWith('/beheer') && part) return { name: 'manage', part, ...(id ? { id } : {}) };
  const name = (Object.keys(paths) as PlainPage[]).find((each) => paths[each] === plain);
  return name && { name };
}

export function pathOf(page: Page): string {
  switch (page.name) {
    case 'municipality':
      return `/gemeente/${page.code}`;
    case 'region':
      return `/regio/${page.set}/${page.code}`;
    case 'block':
      return `/bouwsteen/${page.id}`;
    case 'campaign':
      return `/voorlichting/campagnes/${page.id}`;
    case 'manage':
      return ['/beheer', manageParts[page.part], page.id].filter(Boolean).join('/');
    default:
      return paths[page.name];
  }
}

/** The pages that always go by what is known now: rankings, campaigns, experiences, and what is managed. */
export const ofNow: ReadonlySet<Page['name']> = new Set<Page['name']>([
  'outreach',
  'campaigns',
  'campaign',
  'bottlenecks',
  'practices',
  'manage',
]);
