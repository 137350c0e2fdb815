import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect, useState } from 'react';

import { examples } from '../examples';
import type { Writer } from '../../../lib/texts/model';
import { examplesPlugin } from './Examples';
import { Header } from './Header';
import { questionIn, reads } from './address';
import { useDemonstration } from './demonstration';
import { fetcher } from './fetcher';

/** Fits the editors to the page, and runs what they open with. */
function Start() {
  const { queryEditor, variableEditor, responseEditor } = useGraphiQL(
    pick('queryEditor', 'variableEditor', 'responseEditor'),
  );
  const { run } = useGraphiQLActions();
  const [started, setStarted] = useState(false);
  useEffect(() => {
    if (started || !queryEditor || !variableEditor || !responseEditor) return;
    setStarted(true);
    queryEditor.updateOptions({ wordWrap: 'on', fontSize: 14 });
    responseEditor.updateOptions({ fontSize: 14 });
    if (reads(queryEditor.getValue())) void run();
  }, [started, queryEditor, variableEditor, responseEditor, run]);
  return null;
}

/** Without storage, which an office browser can forbid, tabs last as long as the page. */
function storage(): { storage?: Storage } {
  try {
    return localStorage ? {} : none;
  } catch {
    return none;
  }
}

/** GraphiQL takes null for keeping nothing, though its types do not say so. */
const none = { storage: null as unknown as Storage };

interface Props {
  readonly write: Writer;
  readonly address: URL;
}

export function Page({ write, address }: Props) {
  const [plugin] = useState(() => examplesPlugin(write));
  const [plugins] = useState(() => [plugin, HISTORY_PLUGIN]);
  const demonstration = useDemonstration();
  return (
    <>
      <Header write={write} address={address} demonstration={demonstration} />
      {/* GraphiQL itself speaks English only. */}
      <main lang="en">
        <GraphiQL
          fetcher={fetcher}
          {...storage()}
          forcedTheme="light"
          defaultQuery={examples[0]?.query ?? ''}
          {...questionIn(address)}
          plugins={plugins}
          visiblePlugin={plugin}
        >
          <GraphiQL.Logo>{null}</GraphiQL.Logo>
          <Start />
        </GraphiQL>
      </main>
    </>
  );
}
