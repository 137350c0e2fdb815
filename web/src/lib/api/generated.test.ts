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

/** One typed `Document` per operation, as the single line of text that is sent. */
function operationDocuments(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return [];
    const name = node.name?.value ?? '';
    const type = `${name}${node.operation === 'mutation' ? 'Mutation' : 'Query'}`;
    const sent: DocumentNode = { kind: Kind.DOCUMENT, definitions: [node, ...spreads(node)] };
    const text = stripIgnoredCharacters(print(sent));
    return [
      `export const ${name}Document = new Document<${type}, ${type}Variables>(\n  ${JSON.stringify(text)},\n);\n`,
    ];
  });
}

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
  const head =
    "// Made from schema.graphql and documents/ by `npm run generate`; do not edit.\nimport { Document } from './document';\n\n";
  return head + types + '\n' + documents.flatMap(({ document }) => operationDocuments(document)).join('\n');
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
