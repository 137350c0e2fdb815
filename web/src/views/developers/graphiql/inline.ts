/**
 * The editor writes style sheets and style attributes as text, which a content
 * security policy without 'unsafe-inline' refuses. What a script sets by the
 * object model of CSS is allowed, so the one is turned into the other here,
 * before the editor is loaded.
 */

const sheets = new WeakMap<Node, CSSStyleSheet>();
const held = 'data-inline-style';

/** Gives a style element a sheet that was made by a script, and its text to that. */
function adopt(element: HTMLStyleElement): void {
  const sheet = new CSSStyleSheet();
  let css = '';
  const write = (text: string): void => {
    css = text;
    sheet.replaceSync(css);
  };
  sheets.set(element, sheet);
  const text: PropertyDescriptor = { get: () => css, set: (value: unknown) => write(String(value)) };
  Object.defineProperties(element, {
    sheet: { get: () => sheet },
    textContent: text,
    innerText: text,
    innerHTML: text,
    appendChild: {
      value: (node: Node): Node => {
        write(css + (node.textContent ?? ''));
        return node;
      },
    },
  });
}

/** Has the sheets of style elements count while the elements stand in the page. */
function follow(records: readonly MutationRecord[]): void {
  const of = (nodes: NodeList): CSSStyleSheet[] =>
    [...nodes].flatMap((node) => {
      const sheet = sheets.get(node);
      return sheet ? [sheet] : [];
    });
  const gone = new Set(records.flatMap((record) => of(record.removedNodes)));
  const come = records.flatMap((record) => of(record.addedNodes));
  const kept = document.adoptedStyleSheets.filter((sheet) => !gone.has(sheet));
  document.adoptedStyleSheets = [...kept, ...come];
}

/** The text with its style attributes under another name; what is text in it holds no tags. */
export function withoutStyles(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle=/gi, ` ${held}=`));
}

function apply(root: Element | null): void {
  for (const element of root?.querySelectorAll<HTMLElement>(`[${held}]`) ?? []) {
    element.style.cssText = element.getAttribute(held) ?? '';
    element.removeAttribute(held);
  }
}

function install(): void {
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) adopt(element);
    return element;
  };
  new MutationObserver(follow).observe(document.head, { childList: true });

  const inner = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...inner,
    set(this: Element, html: unknown) {
      inner?.set?.call(this, withoutStyles(String(html)));
      apply(this);
    },
  });
  const insert = Element.prototype.insertAdjacentHTML;
  Element.prototype.insertAdjacentHTML = function (position, html) {
    insert.call(this, position, withoutStyles(String(html)));
    apply(this.parentElement ?? this);
  };
}

if (typeof document !== 'undefined') install();
