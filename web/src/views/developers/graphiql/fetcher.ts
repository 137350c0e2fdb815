import type { GraphiQLProps } from 'graphiql';

/** Asks this server. The answer is JSON, also when it is a refusal. */
export const fetcher: GraphiQLProps['fetcher'] = async (question) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(question),
  });
  if (!response.headers.get('content-type')?.startsWith('application/json')) {
    throw new Error(`${response.status} ${response.statusText}`);
  }
  return response.json();
};
