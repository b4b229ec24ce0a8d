/// <reference lib="dom.iterable" />

/** The element with that id, which the page is known to have. @throws Error if it has not */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no ${type.name} #${id}`);
  return element;
}

/** A new element with its class and what is in it. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className = "",
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  element.append(...children);
  return element;
}

/** A button that does something. */
export function button(label: string, className: string, act: () => void): HTMLButtonElement {
  const element = make("button", className, label);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

/** Sets a text only if it is another one, so that nothing is read out or selected anew. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Makes a list show these items: elements of items that stay are kept, with their focus.
 * @param create makes the element of an item that is new
 * @param update brings the element up to date
 */
export function keepList<Item, Kept extends { readonly element: Element }>(
  parent: Element,
  kept: Map<string | number, Kept>,
  items: readonly Item[],
  keyOf: (item: Item) => string | number,
  create: (item: Item) => Kept,
  update: (kept: Kept, item: Item) => void,
): void {
  const keys = new Set(items.map(keyOf));
  for (const [key, { element }] of kept) {
    if (keys.has(key)) continue;
    element.remove();
    kept.delete(key);
  }
  items.forEach((item, index) => {
    const key = keyOf(item);
    const known = kept.get(key) ?? create(item);
    kept.set(key, known);
    update(known, item);
    if (parent.children[index] !== known.element) {
      parent.insertBefore(known.element, parent.children[index] ?? null);
    }
  });
}
