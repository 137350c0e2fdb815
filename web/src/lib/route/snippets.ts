/** As what the developers' page writes a view. */
export const snippetIds = ['graphql', 'curl', 'python', 'r', 'qgis'] as const;
export type SnippetId = (typeof snippetIds)[number];
