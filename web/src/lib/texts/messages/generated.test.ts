import {
  type Expression,
  type InlineExpression,
  type Pattern as FluentPattern,
  type Placeable,
  type TextElement,
  parse,
} from '@fluent/syntax';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import type { Format, Pattern } from './model';

const here = import.meta.dirname;
const files = join(here, '../../../../../server/domain/src/message/texts');

function ofPattern({ elements }: FluentPattern): Pattern {
  return elements.map((element: TextElement | Placeable) =>
    element.type === 'TextElement' ? element.value : ofExpression(element.expression),
  );
}

function ofExpression(expression: Expression | Placeable): Pattern[number] {
  if (expression.type !== 'SelectExpression') return ofInline(expression);
  const { selector, variants } = expression;
  const name = (key: (typeof variants)[number]['key']): string =>
    key.type === 'Identifier' ? key.name : key.value;
  const usual = variants.find((variant) => variant.default);
  const cases = Object.fromEntries(variants.map(({ key, value }) => [name(key), ofPattern(value)]));
  const gap = ofInline(selector);
  if (typeof gap === 'string' || !usual) throw new Error('A choice is made by an argument');
  return [gap[0], cases, name(usual.key)];
}

function ofInline(inline: InlineExpression | Placeable): string | readonly [string, Format?] {
  switch (inline.type) {
    case 'StringLiteral':
      return inline.value;
    case 'VariableReference':
      return [inline.id.name];
    case 'FunctionReference': {
      const [argument] = inline.arguments.positional;
      if (argument?.type !== 'VariableReference') throw new Error(`${inline.id.name} takes an argument`);
      return [argument.id.name, inline.id.name as Format];
    }
    default:
      throw new Error(`${inline.type} is not understood`);
  }
}

/** The texts of a language, as a module; texts of the message files stand nowhere else. */
function generate(language: 'nl' | 'en'): string {
  const texts: Record<string, Pattern> = {};
  for (const file of readdirSync(join(files, language)).sort()) {
    for (const entry of parse(readFileSync(join(files, language, file), 'utf8'), {}).body) {
      if (entry.type === 'Junk') throw new Error(`${file}: ${entry.content}`);
      if (entry.type === 'Message' && entry.value) texts[entry.id.name] = ofPattern(entry.value);
    }
  }
  const lines = Object.entries(texts).map(([code, pattern]) => `  ${code}: ${JSON.stringify(pattern)},`);
  const name = language === 'nl' ? 'messagesNl' : 'messagesEn';
  return [
    '// Made from the message files of the server by `npm run generate`; do not edit.',
    "import type { MessageTexts } from './model';",
    '',
    `export const ${name} = {`,
    ...lines,
    '} satisfies MessageTexts;',
    '',
  ].join('\n');
}

test.each(['nl', 'en'] as const)('the texts in %s.ts are those of the message files', async (language) => {
  await expect(generate(language)).toMatchFileSnapshot(join(here, `${language}.ts`));
});
