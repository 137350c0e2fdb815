import type { Page } from 'playwright-core';

/** A piece of text or a control as it lies on the page, in its pixels. */
interface Piece {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is wrong with how a page is laid out, in sentences; empty when nothing is. */
export interface LayoutFaults {
  /** What reaches over the edge of the screen or the sheet. */
  readonly beyond: string[];
  /** Text of which a part is cut off. */
  readonly cut: string[];
  /** Text that lies over other text. */
  readonly overlapping: string[];
  /** Text that lies on an area of a map. */
  readonly onMap: string[];
  /** Bars and notices that are higher than their text needs. */
  readonly tall: string[];
}

/**
 * Looks at all text of a page, line by line. What scrolls in a frame of its own counts as
 * cut off where nobody can scroll: on paper.
 */
export const layoutFaults = (page: Page, paper = false): Promise<LayoutFaults> =>
  page.evaluate((paper) => {
    const width = document.documentElement.clientWidth;
    // What lies behind a dialog is not looked at by anybody.
    const root = document.querySelector('dialog:modal') ?? document.body;
    const words = (text: string): string => `‘${text.trim().replace(/\s+/g, ' ').slice(0, 40)}’`;

    const isHidden = (element: Element): boolean =>
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      element.closest('.visually-hidden, noscript, script, style, [hidden]') !== null ||
      getComputedStyle(element).clipPath.startsWith('inset(50%') ||
      // A section that is folded on the screen is open on paper.
      element.closest(`details:not([open])${paper ? ':not(.fold)' : ''} > :not(summary)`) !== null;

    /** The box that a chain of frames leaves of a piece, and what cuts it. */
    function clip(element: Element, box: DOMRect): { seen: DOMRect; cut: boolean } {
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      let cut = false;
      for (let frame = element; frame !== document.body; frame = frame.parentElement ?? document.body) {
        const style = getComputedStyle(frame);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const edge = frame.getBoundingClientRect();
        for (const [way, outside] of [
          [style.overflowX, left < edge.left - 1 || right > edge.right + 1],
          [style.overflowY, top < edge.top - 1 || bottom > edge.bottom + 1],
        ] as const)
          if (outside && (paper || way === 'hidden' || way === 'clip')) cut = true;
        left = Math.max(left, edge.left);
        right = Math.min(right, edge.right);
        top = Math.max(top, edge.top);
        bottom = Math.min(bottom, edge.bottom);
      }
      return { seen: new DOMRect(left, top, right - left, bottom - top), cut };
    }

    const pieces: (Piece & { element: Element })[] = [];
    const cut: string[] = [];
    const beyond: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (!element || text.trim() === '' || isHidden(element)) continue;
      const isSvg = element instanceof SVGElement;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        const { seen, cut: isCut } = clip(element, box);
        if (isCut && !isSvg) cut.push(words(text));
        if (seen.width < 1 || seen.height < 1) continue;
        if (seen.left < -1 || seen.right > width + 1) beyond.push(words(text));
        const { left, top, right, bottom } = seen;
        pieces.push({ element, words: words(text), left, top, right, bottom });
      }
    }
    for (const element of root.querySelectorAll('svg, img, table, button, input, select, textarea')) {
      if (isHidden(element)) continue;
      const { seen } = clip(element, element.getBoundingClientRect());
      if (seen.width >= 1 && seen.height >= 1 && (seen.left < -1 || seen.right > width + 1))
        beyond.push(`${element.tagName.toLowerCase()} ${element.getAttribute('class') ?? ''}`);
    }
    if (document.documentElement.scrollWidth > width + 1)
      beyond.push(`the page: ${document.documentElement.scrollWidth} of ${width}`);
    // What nobody sees can make a page longer as well.
    const end = document.querySelector('.app')?.getBoundingClientRect().bottom ?? Infinity;
    const height = document.documentElement.scrollHeight;
    if (!paper && height > Math.max(end + window.scrollY, document.documentElement.clientHeight) + 1)
      beyond.push(`the page goes on below its end: ${height} of ${end + window.scrollY}`);

    /** Whether it lies in a layer with a ground of its own, over which it may be. */
    const layerOf = (element: Element): Element | undefined => {
      for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
        const { position, backgroundColor } = getComputedStyle(each);
        const opaque = backgroundColor !== 'rgba(0, 0, 0, 0)' && backgroundColor !== 'transparent';
        if (opaque && ['absolute', 'fixed', 'sticky'].includes(position)) return each;
      }
      return undefined;
    };
    pieces.sort((one, other) => one.top - other.top);
    const overlapping: string[] = [];
    for (const [at, one] of pieces.entries()) {
      for (let next = at + 1; next < pieces.length; next++) {
        const other = pieces[next];
        if (!other || other.top > one.bottom - 3) break;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        if (across <= 2 || Math.min(one.bottom, other.bottom) - other.top <= 3) continue;
        // The lines of one text stand as close as its line height puts them.
        if (one.element === other.element) continue;
        if (layerOf(one.element) !== layerOf(other.element)) continue;
        overlapping.push(`${one.words} and ${other.words}`);
      }
    }

    const onMap: string[] = [];
    for (const { element, words, left, top, right, bottom } of pieces) {
      if (element instanceof SVGElement || layerOf(element)) continue;
      const points = [0.02, 0.25, 0.5, 0.75, 0.98].map((share) => left + share * (right - left));
      const middle = (top + bottom) / 2;
      if (points.some((x) => document.elementsFromPoint(x, middle).some((each) => each.matches('path.area'))))
        onMap.push(words);
    }
    const tall: string[] = [];
    for (const bar of root.querySelectorAll('[role="alert"], [role="status"], .demonstration, .notice')) {
      if (isHidden(bar)) continue;
      const inside = pieces.filter(({ element }) => bar.contains(element));
      const controls = [...bar.querySelectorAll('button, a, input')].map((each) =>
        each.getBoundingClientRect(),
      );
      const ends = [...inside, ...controls].map(({ top, bottom }) => [top, bottom] as const);
      if (inside.length === 0) continue;
      const needed = Math.max(...ends.map(([, end]) => end)) - Math.min(...ends.map(([start]) => start));
      const { height } = bar.getBoundingClientRect();
      if (height > needed + 56) tall.push(`${words(bar.textContent)}: ${height} of ${needed}`);
    }

    const once = (all: string[]): string[] => [...new Set(all)].slice(0, 12);
    return {
      beyond: once(beyond),
      cut: once(cut),
      overlapping: once(overlapping),
      onMap: once(onMap),
      tall: once(tall),
    };
  }, paper);

export const noFaults: LayoutFaults = { beyond: [], cut: [], overlapping: [], onMap: [], tall: [] };

/** Controls that are too small for a finger: lower or narrower than 44 pixels. Links in a text are not controls. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const small: string[] = [];
    for (const control of document.querySelectorAll(
      'button, select, input, textarea, summary, nav a, .utrecht-button',
    )) {
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('[hidden]')) continue;
      // A box to tick is as large as the words beside it.
      const target = (control.matches('input') && control.closest('label')) || control;
      const { width, height } = target.getBoundingClientRect();
      if (width === 0 || height === 0 || control.matches('[type=file]')) continue;
      if (width >= 43.5 && height >= 43.5) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent.trim();
      small.push(
        `${control.tagName.toLowerCase()} ${name.slice(0, 30)}: ${Math.round(width)} x ${Math.round(height)}`,
      );
    }
    return [...new Set(small)].slice(0, 12);
  });

/** What is reached by the tab key without being seen to be. */
export async function unseenFocus(page: Page): Promise<string[]> {
  // From here on the browser takes focus to be moved by keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    const unseen: string[] = [];
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, select, input, textarea, summary, [tabindex="0"]',
    );
    for (const element of all) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.matches('.utrecht-skip-link'))
        continue;
      const look = (): string =>
        [element, element.parentElement, element.nextElementSibling]
          .map((each) => {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow } = each
              ? getComputedStyle(each)
              : ({} as CSSStyleDeclaration);
            return `${outlineStyle} ${outlineWidth} ${outlineColor} ${boxShadow}`;
          })
          .join();
      const before = look();
      element.focus({ preventScroll: true });
      if (document.activeElement === element && look() === before)
        unseen.push(`${element.tagName.toLowerCase()} ${element.textContent.trim().slice(0, 30)}`);
    }
    return [...new Set(unseen)].slice(0, 12);
  });
}
