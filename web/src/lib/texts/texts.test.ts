import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { ArrangementMode, Established, ExploitationForm } from '../api/generated';
import { classKey } from '../shade/labels';
import { shades } from '../shade/model';
import { accountabilityEn } from './accountability/en';
import { accountabilityNl } from './accountability/nl';
import { checkEn } from './check/en';
import { checkNl } from './check/nl';
import { en } from './en';
import { manageEn } from './manage/en';
import { manageNl } from './manage/nl';
import { type TextKey, gapsOf, writer } from './model';
import { nl } from './nl';
import { viewsNl } from './nl/views';

const all = {
  nl: { ...nl, ...manageNl, ...checkNl, ...accountabilityNl },
  en: { ...en, ...manageEn, ...checkEn, ...accountabilityEn },
};
const keys = Object.keys(all.nl) as TextKey[];

describe('the two languages', () => {
  test('have the same keys', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted());
    expect(Object.keys(manageEn).toSorted()).toEqual(Object.keys(manageNl).toSorted());
    expect(Object.keys(checkEn).toSorted()).toEqual(Object.keys(checkNl).toSorted());
    expect(Object.keys(accountabilityEn).toSorted()).toEqual(Object.keys(accountabilityNl).toSorted());
  });

  test('have a key in one place only', () => {
    const parts = [nl, manageNl, checkNl, accountabilityNl].map((part) => Object.keys(part).length);
    expect(keys.length).toBe(parts.reduce((sum, each) => sum + each));
  });

  test('have the same gaps', () => {
    for (const key of keys)
      expect(gapsOf(all.en[key]).toSorted(), key).toEqual(gapsOf(all.nl[key]).toSorted());
  });

  test('name every class of every shade', () => {
    for (const { id, classes } of Object.values(shades)) {
      for (const each of classes) expect(keys).toContain(classKey(id, each.id));
    }
    for (const { id } of shades.class.classes) expect(keys).toContain(`accountability.class.${id}`);
  });

  test('call nobody without policy, or incomplete, of whom that is not known', () => {
    const said = /geen beleid|onvolledig|niet volledig|no policy|incomplete|not complete/i;
    const unclear = keys.filter((key) => /(UNCERTAIN|NOT_ASSESSED|UNCLEAR|ASK)$/.test(key));
    expect(unclear.length).toBeGreaterThan(8);
    for (const key of unclear)
      for (const texts of [all.nl, all.en]) expect(texts[key], key).not.toMatch(said);
    expect(all.nl['class.PARTIAL']).toMatch(said);
  });

  test('name what the server names', () => {
    const modes: ArrangementMode[] = [
      'SAFETY_REGION',
      'CARE_AND_SAFETY_HOUSE',
      'CENTRE_MUNICIPALITY_OUTSOURCED',
    ];
    const forms: ExploitationForm[] = ['SEXUAL', 'LABOUR', 'CRIMINAL', 'FORCED_ORGAN_REMOVAL'];
    const established: Established[] = ['SURVEY', 'DEMONSTRATION', 'DERIVED_FROM_ARRANGEMENT'];
    for (const each of modes) expect(keys).toContain(`mode.${each}`);
    for (const each of forms) expect(keys).toContain(`form.${each}`);
    for (const each of established) expect(keys).toContain(`established.${each}`);
  });

  test('come with the first view as far as it says them, and what opens on it', () => {
    const root = join(import.meta.dirname, '../..');
    const seen = new Set<string>();
    const follow = (path: string): void => {
      if (seen.has(path) || !/\.(svelte|ts)$/.test(path)) return;
      seen.add(path);
      for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(
        /^\s*(?:import|export) [^;]*'(\.[^']+)';/gm,
      )) {
        const found = [name, `${name}.ts`]
          .map((each) => join(path, '..', each))
          .find((each) => existsSync(each));
        if (found) follow(found);
      }
    };
    // Those that are fetched without texts of their own.
    const begin = ['app/App', 'views/table/TableView', 'views/map/Presentation', 'app/header/UserMenu'];
    for (const each of begin) follow(join(root, `${each}.svelte`));
    expect(seen.size).toBeGreaterThan(100);
    const later = Object.keys(viewsNl);
    const missed = [...seen]
      .filter((path) => !path.includes('/lib/texts/'))
      .flatMap((path) => {
        const source = readFileSync(path, 'utf8');
        return later.filter((key) => source.includes(`'${key}'`)).map((key) => `${path}: ${key}`);
      });
    expect(missed).toEqual([]);
  });

  test('hold no text that nothing uses', () => {
    const root = join(import.meta.dirname, '../..');
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(svelte|tsx?)$/.test(path) && !/lib\/texts\/.*\b(nl|en)\b|\.test\.ts$/.test(path))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n');
    const made =
      /^(class|status|step|mode|assessed|matrix|briefed|stage|verdict|dimension|level|form|established|scope|indicator|account\.class)\./;
    const built = [...sources.matchAll(/`([a-zA-Z.]+)\.\$\{/g)].map(([, start]) => `${start}.`);
    const unused = keys.filter(
      (key) =>
        !sources.includes(`'${key}'`) && !made.test(key) && !built.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});

describe('writing', () => {
  const dutch = writer('nl', nl);
  const english = writer('en', en);

  test('fills gaps and writes numbers in the language', () => {
    expect(dutch.t('filter.of', { total: 1342 })).toBe('van 1.342 gemeenten');
    expect(english.t('filter.of', { total: 1342 })).toBe('of 1,342 municipalities');
  });

  test('writes whole numbers and shares as the browser does', () => {
    for (const [own, locale] of [
      [dutch, 'nl-NL'],
      [english, 'en-GB'],
    ] as const) {
      for (const value of [0, 7, 342, 1000, 17_942_942, -1234])
        expect(own.number(value)).toBe(new Intl.NumberFormat(locale).format(value));
      for (const share of [0, 0.004, 0.005, 0.857, 1, 12.34])
        expect(own.percent(share)).toBe(new Intl.NumberFormat(locale, { style: 'percent' }).format(share));
    }
  });

  test('chooses the word by the number', () => {
    expect(dutch.t('region.municipalities', { count: 1 })).toBe('1 gemeente');
    expect(dutch.t('region.municipalities', { count: 2 })).toBe('2 gemeenten');
  });

  test('leaves a gap that is not filled visible', () => {
    expect(dutch.t('filter.of')).toBe('van {total} gemeenten');
  });

  test('writes dates and shares as people do', () => {
    expect(dutch.date('2021-01-01')).toBe('1 januari 2021');
    expect(english.date('2021-01-01')).toBe('1 January 2021');
    expect(dutch.percent(0.857)).toBe('86%');
    expect(dutch.score(0.9)).toBe('0,90');
    expect(dutch.or(['a', 'b', 'c'])).toBe('a, b of c');
  });

  test('falls back on a name that has no text', () => {
    expect(dutch.named('mode.TELEPATHY')).toBe('mode.TELEPATHY');
    expect(dutch.named('certainty.guess', 'a guess')).toBe('a guess');
  });
});
