import { type GraphiQLPlugin, pick, useGraphiQL } from '@graphiql/react';

import { examples } from '../examples';
import type { Writer } from '../../../lib/texts/model';
import { useRun } from './run';

function Examples({ write: { t, language } }: { readonly write: Writer }) {
  const { queryEditor } = useGraphiQL(pick('queryEditor'));
  const run = useRun();
  return (
    <section className="examples" lang={language} aria-labelledby="examples">
      <h2 id="examples">{t('developers.examples')}</h2>
      <p>{t('developers.exampleHint')}</p>
      <ul>
        {examples.map(({ title, query }) => (
          <li key={title}>
            <button type="button" disabled={!queryEditor} onClick={() => run(query)}>
              {t(title)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Icon = () => (
  <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round">
    <path d="M7.5 5H17M7.5 10H17M7.5 15H17M3 5h.01M3 10h.01M3 15h.01" />
  </svg>
);

/** A panel beside the editor with questions that run at once. */
export const examplesPlugin = (write: Writer): GraphiQLPlugin => ({
  title: write.t('developers.examples'),
  icon: Icon,
  content: () => <Examples write={write} />,
});
