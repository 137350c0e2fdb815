import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  buildSchema,
  parse,
  print,
  stripIgnoredCharacters,
  validate,
  visit,
} from 'graphql';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;
const schema = parse(readFileSync(join(here, '../../../schema.graphql'), 'utf8'), { noLocation: true });
const files = readdirSync(join(here, 'documents')).sort();
const documents = files.map((file) => ({
  location: file,
  document: parse(readFileSync(join(here, 'documents', file), 'utf8'), { noLocation: true }),
}));

const scalars = {
  Date: 'string',
  DateTime: 'string',
  MunicipalityCode: 'string',
  ID: { input: 'string', output: 'string' },
  GeoJSON: 'unknown',
  MessageArguments: 'Readonly<Record<string, unknown>>',
};

/** All of them as one, so that a fragment serves operations of any file. */
const whole: DocumentNode = {
  kind: Kind.DOCUMENT,
  definitions: documents.flatMap(({ document }) => document.definitions),
};
const fragments = new Map(
  whole.definitions.flatMap((each) =>
    each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
  ),
);

/** The fragments that a definition spreads, and those that these spread. */
function spreads(of: ASTNode, found = new Set<FragmentDefinitionNode>()): Set<FragmentDefinitionNode> {
  visit(of, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      spreads(fragment, found);
    },
  });
  return found;
}

/** The operations of one file, each as the single line of text that is sent. */
function operationsOf(document: DocumentNode): { name: string; type: string; text: string }[] {
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return [];
    const name = node.name?.value ?? '';
    const type = `${name}${node.operation === 'mutation' ? 'Mutation' : 'Query'}`;
    const sent: DocumentNode = { kind: Kind.DOCUMENT, definitions: [node, ...spreads(node)] };
    return [{ name, type, text: stripIgnoredCharacters(print(sent)) }];
  });
}

/** The documents of one file; a chunk holds only the files it imports. */
function documentFile(document: DocumentNode): string {
  const operations = operationsOf(document);
  if (operations.length === 0) return '';
  const types = operations.flatMap(({ type }) => [type, `${type}Variables`]).sort();
  const made = operations.map(
    ({ name, type, text }) =>
      `export const ${name}Document = /* @__PURE__ */ new Document<${type}, ${type}Variables>(\n  ${JSON.stringify(text)},\n);\n`,
  );
  const imports = `import { Document } from '../document';\nimport type {\n  ${types.join(',\n  ')},\n} from '../generated';\n`;
  return [head + imports, ...made].join('\n');
}

const head = '// Made from schema.graphql and documents/ by `npm run generate`; do not edit.\n';
const documentFiles = documents
  .map(({ location, document }) => ({ name: location.replace('.graphql', ''), text: documentFile(document) }))
  .filter(({ text }) => text);

async function generate(): Promise<string> {
  const types = await codegen({
    filename: 'generated.ts',
    schema,
    documents,
    config: {
      scalars,
      enumsAsTypes: true,
      skipTypename: true,
      onlyOperationTypes: true,
      useTypeImports: true,
      strictScalars: true,
      disableDescriptions: true,
      avoidOptionals: { field: true, inputValue: false },
    },
    plugins: [{ typescript: {} }, { operations: {} }],
    pluginMap: { typescript, operations },
  });
  const exports = documentFiles.map(({ name }) => `export * from './generated/${name}';\n`);
  return `${head}${exports.join('')}\n${types}\n`;
}

test('every operation is valid against the schema file', () => {
  expect(validate(buildSchema(print(schema)), whole)).toEqual([]);
});

test('every document holds operations or fragments only', () => {
  for (const { document } of documents) {
    for (const definition of document.definitions) {
      expect([Kind.OPERATION_DEFINITION, Kind.FRAGMENT_DEFINITION]).toContain(definition.kind);
    }
  }
});

test('the types in generated.ts are those of the schema file', async () => {
  await expect(await generate()).toMatchFileSnapshot(join(here, 'generated.ts'));
});

test.each(documentFiles)('the documents in generated/$name.ts are those of the schema file', async (file) => {
  await expect(file.text).toMatchFileSnapshot(join(here, 'generated', `${file.name}.ts`));
});

test('no documents are left of a file that is gone', () => {
  expect(readdirSync(join(here, 'generated')).sort()).toEqual(documentFiles.map(({ name }) => `${name}.ts`));
});

test('the list of documents holds every one that the client sends', async () => {
  const sent = documents.flatMap(({ document }) => operationsOf(document));
  const texts = Object.fromEntries(sent.map(({ name, text }) => [name, text]));
  expect(Object.keys(texts)).toHaveLength(sent.length);
  await expect(`${JSON.stringify(texts, null, 1)}\n`).toMatchFileSnapshot(join(here, 'documents.json'));
});
