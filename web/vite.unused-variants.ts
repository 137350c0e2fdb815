import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is used here of a rule of PostCSS. */
interface Rule {
  selectors: string[];
  remove: () => void;
}

/** The classes of the components that a file of the client names. */
function usedClasses(folder: string): ReadonlySet<string> {
  const used = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:svelte|ts|html|tsx)$/.test(name)) continue;
    for (const [found] of readFileSync(join(folder, name), 'utf8').matchAll(/utrecht-[\w-]+/g))
      used.add(found);
  }
  return used;
}

/**
 * Leaves the rules out of the component files that no element here can match: those of
 * variants, such as a button that is a hint, are nine tenths of them, and the first view waits for all.
 */
export function dropUnusedVariants(): { postcssPlugin: string; Rule: (rule: Rule) => void } {
  const used = usedClasses(join(import.meta.dirname, 'src'));
  // Only what is asked of the element itself: a class within `:not()` is one that it lacks.
  const isUsed = (selector: string): boolean =>
    [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.(utrecht-[\w-]+)/g)].every(([, name = '']) =>
      used.has(name),
    );
  return {
    postcssPlugin: 'drop-unused-variants',
    Rule: (rule) => {
      if (!rule.selectors.some((selector) => selector.includes('.utrecht-'))) return;
      const kept = rule.selectors.filter(isUsed);
      if (kept.length === 0) rule.remove();
      else if (kept.length < rule.selectors.length) rule.selectors = kept;
    },
  };
}
