/**
 * The remarks as a list beside the letter.
 *
 * @typedef {import("./remarks.js").Remark} Remark
 * @typedef {{goTo: (remark: Remark, spot: number) => void, putIn: (remark: Remark, words: string, spot: number) => void,
 *   explain: (remark: Remark) => void, hide: (remark: Remark) => void, comment?: (remark: Remark) => void}} Actions
 * @typedef {{putIn: (words: string) => string, explain: string, goTo?: string, comment?: string,
 *   where?: (remark: Remark) => string}} Says what the buttons say; where *goTo* has one, the words are none
 */
import { button, make } from "./dom.js";
import { CATEGORIES, LABELS } from "./remarks.js";

/** Characters of the letter's words, or of a suggestion, that a line shows. */
const SHORT = 60;
/** @type {Says} */
const OF_THE_PAGE = { putIn: (words) => `Sätt in ”${words}”`, explain: "Klistra in förklaringen" };

export class List {
  /** @param {HTMLOListElement} list @param {Actions} actions @param {Says} [says] */
  constructor(list, actions, says = OF_THE_PAGE) {
    this.list = list;
    this.actions = actions;
    this.says = says;
    /** @type {Map<string, {item: HTMLLIElement, remark: Remark, says: string}>} */
    this.items = new Map();
    this.made = 0;
    /** Which of its places each remark was last shown at. @type {Map<string, number>} */
    this.places = new Map();
  }

  /** Show these remarks and no others; an item that stays keeps the focus. @param {Remark[]} remarks */
  show(remarks) {
    const lost = this.losing(new Set(remarks.map(({ key }) => key)));
    remarks.forEach((remark, index) => {
      const item = this.itemOf(remark);
      if (this.list.children[index] !== item) this.list.insertBefore(item, this.list.children[index] ?? null);
    });
    if (lost !== null) this.focusNear(lost);
  }

  /** Take out the others; gives the number of the one that had the focus, if it is gone. @param {Set<string>} kept */
  losing(kept) {
    let lost = null;
    for (const [key, { item }] of this.items) {
      if (kept.has(key)) continue;
      if (item.contains(document.activeElement)) lost = [...this.list.children].indexOf(item);
      item.remove();
      this.items.delete(key);
      this.places.delete(key);
    }
    return lost;
  }

  /** @param {number} index */
  focusNear(index) {
    const item = this.list.children[Math.min(index, this.list.children.length - 1)];
    const next = item?.querySelector("button") ?? document.getElementById("remarks-heading");
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  }

  /** @param {Remark} remark */
  itemOf(remark) {
    const known = this.items.get(remark.key);
    const says = JSON.stringify([remark.message, remark.text, remark.level, remark.explanation, remark.near, remark.spots.map((spot) => spot.suggestions)]);
    if (known && known.says === says) {
      known.remark = remark;
      return known.item;
    }
    this.places.delete(remark.key);
    const made = this.build(remark);
    if (known) {
      const hadFocus = known.item.contains(document.activeElement);
      known.item.replaceWith(made);
      if (hadFocus) made.querySelector("button")?.focus({ preventScroll: true });
    }
    this.items.set(remark.key, { item: made, remark, says });
    return made;
  }

  /** @param {Remark} remark @returns {HTMLLIElement} */
  build(remark) {
    this.made += 1;
    const id = `remark-${this.made}`;
    const item = make("li", { class: "remark", "data-level": remark.level, id });
    /** The remark as it stands when something is done, which may have moved since. */
    const now = () => this.items.get(remark.key)?.remark ?? remark;
    const words = remark.spots.length && !this.says.goTo
      ? button(shortened(remark.text), () => this.actions.goTo(now(), 0), { class: "words", "aria-describedby": `${id}-level ${id}-message` })
      : make("span", { class: "words" }, shortened(remark.text) || CATEGORIES[remark.category]);
    item.append(
      make("h3", {}, words),
      make("p", { class: "level", id: `${id}-level` }, LABELS[remark.level], " ", make("span", { class: "category" }, CATEGORIES[remark.category])),
      make("p", { class: "message", id: `${id}-message` }, remark.message),
      ...this.whereOf(remark),
      whyOf(remark),
      this.buttons(remark, now, words),
    );
    return item;
  }

  /** Where to look for words that can't be shown. @param {Remark} remark */
  whereOf(remark) {
    const where = remark.spots.length ? "" : this.says.where?.(remark);
    return where ? [make("p", { class: "hint" }, where)] : [];
  }

  /** @param {Remark} remark @param {() => Remark} now @param {HTMLElement} words */
  buttons(remark, now, words) {
    const row = make("div", { class: "actions" });
    const of = words.textContent ?? "";
    const { goTo, comment, explain } = this.says;
    row.append(...this.putButtons(now));
    if (remark.explanation && remark.spots.length) {
      row.append(button(explain, () => this.actions.explain(now())));
    }
    if (goTo && remark.spots.length) {
      row.append(button(goTo, () => this.actions.goTo(now(), this.placeOf(now())), { "aria-label": `${goTo}: ${of}` }));
    }
    if (remark.spots.length > 1) row.append(this.nextButton(now));
    if (comment && remark.spots.length) {
      row.append(button(comment, () => this.actions.comment?.(now()), { "aria-label": `${comment}: ${of}` }));
    }
    row.append(button("Visa inte mer", () => this.actions.hide(now()), { class: "quiet", "aria-label": `Visa inte mer: ${of}` }));
    return row;
  }

  /** A button for each suggestion for the words that are shown. @param {() => Remark} now */
  putButtons(now) {
    const spot = this.placeOf(now());
    return (now().spots[spot]?.suggestions ?? []).map((words) =>
      button(this.says.putIn(shortened(words)), () => this.actions.putIn(now(), words, spot), { class: "put" }),
    );
  }

  /** Which of a remark's places was last shown. @param {Remark} remark */
  placeOf(remark) {
    return this.places.get(remark.key) ?? 0;
  }

  /** A button that shows the same words where they stand again. @param {() => Remark} now */
  nextButton(now) {
    const next = () => {
      const remark = now();
      const spot = (this.placeOf(remark) + 1) % remark.spots.length;
      this.showPlace(remark, spot);
      this.actions.goTo(remark, spot);
    };
    return button(labelOf(now(), this.placeOf(now())), next, { class: "next" });
  }

  /** Offer what there is for the words at one of a remark's places. @param {Remark} remark @param {number} spot */
  showPlace(remark, spot) {
    const item = this.items.get(remark.key)?.item;
    if (!item || spot === this.placeOf(remark)) return;
    this.places.set(remark.key, spot);
    for (const each of item.querySelectorAll(".put")) each.remove();
    item.querySelector(".actions")?.prepend(...this.putButtons(() => this.items.get(remark.key)?.remark ?? remark));
    const next = item.querySelector(".next");
    if (next) next.textContent = labelOf(remark, spot);
  }

  /** Mark the item of a remark, at the place that is looked at, and let it be seen. @param {Remark | undefined} remark @param {number} [spot] */
  mark(remark, spot) {
    if (remark && spot !== undefined) this.showPlace(remark, spot);
    for (const { item } of this.items.values()) item.removeAttribute("aria-current");
    const item = remark && this.items.get(remark.key)?.item;
    if (!item) return;
    item.setAttribute("aria-current", "true");
    const side = item.closest(".side");
    if (!(side instanceof HTMLElement) || getComputedStyle(side).overflowY !== "auto") return;
    const [inner, outer] = [item.getBoundingClientRect(), side.getBoundingClientRect()];
    if (inner.top < outer.top || inner.bottom > outer.bottom) side.scrollTop += inner.top - outer.top - 80;
  }

  /** Put the focus on a remark's words. @param {Remark | undefined} remark */
  focus(remark) {
    const item = remark && this.items.get(remark.key)?.item;
    item?.querySelector("button")?.focus();
    return Boolean(item);
  }

  /** The remark whose item has the focus. */
  focused() {
    return [...this.items.values()].find(({ item }) => item.contains(document.activeElement))?.remark;
  }
}

/** @param {Remark} remark */
function whyOf(remark) {
  const source = remark.source ? [make("p", { class: "source" }, `Källa: ${remark.source}`)] : [];
  return make("details", {}, make("summary", {}, "Varför?"), make("p", {}, remark.why), ...source);
}

/** @param {Remark} remark @param {number} spot */
function labelOf({ spots }, spot) {
  return `Nästa ställe (${spot + 1} av ${spots.length})`;
}

/** @param {string} text */
export function shortened(text) {
  if (text.length <= SHORT) return text;
  const cut = text.slice(0, SHORT);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 20 ? cut.lastIndexOf(" ") : SHORT)} …`;
}
