import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { type DocumentNode, Kind, parse } from 'graphql';
import { breakpoints } from '../../../ui/styles/breakpoints';

type Actions = ReturnType<typeof useGraphiQLActions>;

/** Puts a query in the editor, which can undo it, and runs it. */
export function useRun(): (query: string) => void {
  const { queryEditor } = useGraphiQL(pick('queryEditor'));
  const { run, setOperationFacts } = useGraphiQLActions();
  return (query) => {
    const model = queryEditor?.getModel();
    if (!queryEditor || !model) return;
    queryEditor.pushUndoStop();
    queryEditor.executeEdits('example', [{ range: model.getFullModelRange(), text: query }]);
    queryEditor.pushUndoStop();
    queryEditor.setPosition({ lineNumber: 1, column: 1 });
    // The editor tells its operations a moment after a change; the name of an earlier one would be refused.
    setOperationFacts(factsOf(parse(query)));
    // Its type does not say that it is a promise.
    void Promise.resolve(run()).then(showAnswer);
  };
}

function factsOf(document: DocumentNode): Parameters<Actions['setOperationFacts']>[0] {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const name = operations[0]?.name?.value;
  return { documentAST: document, operations, ...(name && { operationName: name }) };
}

/** On a narrow screen the answer stands below the editor. */
function showAnswer(): void {
  if (matchMedia(`(max-width: ${breakpoints.phone}rem)`).matches) {
    document.querySelector('.graphiql-response')?.scrollIntoView({ block: 'start' });
  }
}
