import { serverLanguage } from '../../../lib/api/language';
import type { Page } from '../../../lib/route/page';
import * as internal from './internal-queries';
import type { Context, ViewSource } from './model';

export function manage(context: Context, page: Page & { name: 'manage' }): ViewSource {
  const { view, filtered, today } = context;
  const language = serverLanguage(view.language);
  const { region: of } = filtered.filter;
  const trail = Object.entries(view.trail).flatMap(([name, value]) =>
    value ? [[name, String(value)] as const] : [],
  );
  const query = internal.manageQueries[page.part];
  switch (page.part) {
    case 'work':
      return { query, variables: { ...(of ? { where: { region: of } } : {}), language }, internal: true };
    case 'proposals':
    case 'rubric':
      return { query, variables: { language }, internal: page.part === 'proposals' };
    case 'regions':
      return {
        query,
        variables: { set: view.set ?? 'vng-platform', asOf: today },
        regions: [{ set: view.set ?? 'vng-platform' }],
      };
    case 'audit':
      return {
        query,
        variables: trail.length > 0 ? { where: Object.fromEntries(trail) } : {},
        file: { path: '/export/audit.csv', parameters: trail },
        internal: true,
      };
    case 'imports':
      return page.id
        ? { query: internal.importBatchQuery, variables: { id: page.id }, internal: true }
        : { query, variables: {}, internal: true };
    default:
      return { query, variables: {}, internal: true };
  }
}
