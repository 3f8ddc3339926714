/**
 * What the letter lacks, and a signature to fill in.
 *
 * @typedef {import("./remarks.js").Remark} Remark
 * @typedef {{name: string | null, title: string | null, unit: string | null, address: string | null, phone: string | null, missing: string[]}} Signature
 */
import { sender } from "./api.js";
import { button, byId, make } from "./dom.js";
import { LABELS } from "./remarks.js";

/** @type {("name" | "title" | "unit" | "address" | "phone")[]} */
const PARTS = ["name", "title", "unit", "address", "phone"];
const CLOSING = /(?:hälsning|hälsar|vänligen|mvh)/i;
const PROMPT = /^(?:Telefon )?\[/;
/** Lines from the end that a signature may begin on, and lines that it may have. */
const LAST_LINES = 30;
const LONGEST = 10;
const LABELS_OF_PARTS = /telefon|direktnummer|direkt|tfn|tel|mobil|postadress|adress/gi;

export class Missing {
  /**
   * @param {(span: import("./text.js").Span, words: string) => void} write
   * @param {() => string} text
   * @param {(remark: Remark) => void} hide
   */
  constructor(write, text, hide) {
    this.hide = hide;
    this.section = byId("missing", HTMLElement);
    this.list = byId("missing-list", HTMLUListElement);
    this.form = byId("signature", HTMLDetailsElement);
    /** @type {Signature | null} */
    this.found = null;
    this.isAsked = false;
    this.says = "";
    byId("signature-form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      const { start, end, block } = placeOfSignature(text(), this.found, this.values());
      write({ start, end }, block);
    });
    this.form.addEventListener("input", () => this.preview());
  }

  /** @param {Remark[]} remarks about the whole letter @param {Signature | null} signature as found in it */
  show(remarks, signature) {
    this.section.hidden = remarks.length === 0;
    const says = remarks.map((remark) => remark.message).join("\n");
    if (says !== this.says) this.list.replaceChildren(...remarks.map((remark) => this.itemOf(remark)));
    this.says = says;
    const ofSignature = remarks.filter((remark) => remark.category === "signatur" && remark.block);
    this.form.hidden = ofSignature.length === 0;
    if (signature) this.found = signature;
    if (!this.form.hidden) void this.fill(ofSignature[0].block);
  }

  /** Fill in what is known, but nothing over what the writer has written. @param {string} block as it should look */
  async fill(block) {
    const lines = block.split("\n");
    PARTS.forEach((part, index) => {
      const known = this.found?.[part] ?? (lines.length >= PARTS.length ? lines[index].replace(/^Telefon /, "") : "");
      if (known && !PROMPT.test(known)) this.suggest(part, known);
    });
    this.preview();
    if (this.isAsked) return;
    this.isAsked = true;
    const own = await sender().catch(() => null);
    if (!own) return;
    offer("units", own.units);
    offer("addresses", own.addresses);
  }

  /** @param {string} part @param {string} value */
  suggest(part, value) {
    const field = byId(`signature-${part}`, HTMLInputElement);
    if (!field.value) field.value = value;
  }

  /** @returns {Record<string, string>} */
  values() {
    return Object.fromEntries(PARTS.map((part) => [part, byId(`signature-${part}`, HTMLInputElement).value.trim()]));
  }

  /** @param {Remark} remark */
  itemOf(remark) {
    const hide = button("Visa inte mer", () => this.hide(remark), { class: "quiet", "aria-label": `Visa inte mer: ${remark.message}` });
    return make(
      "li",
      { "data-level": remark.level },
      make("p", { class: "level" }, LABELS[remark.level]),
      make("p", { class: "message" }, remark.message),
      make("details", {}, make("summary", {}, "Varför?"), make("p", {}, remark.why)),
      hide,
    );
  }

  preview() {
    byId("signature-preview", HTMLElement).textContent = linesOf(this.values()).join("\n");
    byId("signature-put", HTMLButtonElement).disabled = linesOf(this.values()).length === 0;
  }
}

/** @param {string} id @param {string[]} values */
function offer(id, values) {
  byId(id, HTMLDataListElement).replaceChildren(...values.map((value) => make("option", { value })));
}

/** @param {Record<string, string>} values */
function linesOf(values) {
  const phone = values.phone && (/^\d|^\+/.test(values.phone) ? `Telefon ${values.phone}` : values.phone);
  return [values.name, values.title, values.unit, values.address, phone].filter(Boolean);
}

/**
 * The stretch that the signature is to stand in, and what is to stand there: in the place of the one that is there,
 * where the letter ends in one, or else last.  What is no part of a signature stays.
 *
 * @param {string} text
 * @param {Signature | null} found
 * @param {Record<string, string>} values
 * @returns {{start: number, end: number, block: string}}
 */
export function placeOfSignature(text, found, values) {
  const written = linesOf(values);
  const parts = PARTS.map((part) => found?.[part] ?? "").filter(Boolean);
  const lines = text.split("\n");
  const first = found?.name ? lines.findLastIndex((line) => line.trim() === found.name) : -1;
  if (first < 0 || first < lines.length - LAST_LINES) return atTheEnd(text, written);
  const last = lastOfSignature(lines, first, parts);
  const old = lines.slice(first, last + 1).filter((line) => line.trim() && !isOnly(line, [...parts, ...written]));
  const start = lines.slice(0, first).join("\n").length + (first ? 1 : 0);
  return { start, end: lines.slice(0, last + 1).join("\n").length, block: [...written, ...old].join("\n") };
}

/** @param {string} text @param {string[]} written */
function atTheEnd(text, written) {
  const body = text.trimEnd();
  const isClosed = CLOSING.test(body.slice(body.lastIndexOf("\n") + 1));
  const closing = CLOSING.test(body.slice(-200)) ? [] : ["Med vänlig hälsning", ""];
  const before = !body ? "" : isClosed ? "\n" : "\n\n";
  return { start: body.length, end: text.length, block: before + [...closing, ...written].join("\n") };
}

/** The number of the last line that still is the signature's. @param {string[]} lines @param {number} first @param {string[]} parts */
function lastOfSignature(lines, first, parts) {
  let last = first;
  for (let index = first + 1; index < lines.length && index < first + LONGEST; index += 1) {
    if (parts.some((part) => lines[index].includes(part))) last = index;
  }
  return last;
}

/** Whether a line says nothing but these, and what they are: *Telefon 0980-319 245*. @param {string} line @param {string[]} parts */
function isOnly(line, parts) {
  const rest = parts.reduce((left, part) => left.replace(part, ""), line);
  return !/[\p{L}\p{N}]/u.test(rest.replace(LABELS_OF_PARTS, ""));
}
