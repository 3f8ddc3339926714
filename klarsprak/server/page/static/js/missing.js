/**
 * What the letter lacks, and a signature to fill in.
 *
 * @typedef {import("./remarks.js").Remark} Remark
 * @typedef {{name: string | null, title: string | null, unit: string | null, address: string | null, phone: string | null, missing: string[]}} Signature
 */
import { sender } from "./api.js";
import { byId, make } from "./dom.js";
import { LABELS } from "./remarks.js";

/** @type {("name" | "title" | "unit" | "address" | "phone")[]} */
const PARTS = ["name", "title", "unit", "address", "phone"];
const CLOSING = /(?:hälsning|hälsar|vänligen|mvh)/i;
const PROMPT = /^(?:Telefon )?\[/;
/** Lines from the end that a signature may begin on. */
const LAST_LINES = 14;

export class Missing {
  /** @param {(start: number, words: string) => void} write puts the words in the place of all that stands from there on
   *  @param {() => string} text */
  constructor(write, text) {
    this.section = byId("missing", HTMLElement);
    this.list = byId("missing-list", HTMLUListElement);
    this.form = byId("signature", HTMLFormElement);
    /** @type {Signature | null} */
    this.found = null;
    this.isAsked = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { start, block } = placeOfSignature(text(), this.found, this.values());
      write(start, block);
    });
    this.form.addEventListener("input", () => this.preview());
  }

  /** @param {Remark[]} remarks about the whole letter @param {Signature | null} signature as found in it */
  show(remarks, signature) {
    this.section.hidden = remarks.length === 0;
    this.list.replaceChildren(...remarks.map(itemOf));
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

  preview() {
    byId("signature-preview", HTMLElement).textContent = linesOf(this.values()).join("\n");
    byId("signature-put", HTMLButtonElement).disabled = linesOf(this.values()).length === 0;
  }
}

/** @param {Remark} remark */
function itemOf(remark) {
  const why = make("details", {}, make("summary", {}, "Varför?"), make("p", {}, remark.why));
  return make("li", { "data-level": remark.level }, make("p", { class: "level" }, LABELS[remark.level]), make("p", { class: "message" }, remark.message), why);
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
 * Where the signature begins, and what is to stand from there on: in the place of the one that is there, where the
 * letter ends in one, or else last.
 *
 * @param {string} text
 * @param {Signature | null} found
 * @param {Record<string, string>} values
 */
export function placeOfSignature(text, found, values) {
  const written = linesOf(values);
  const there = found?.name ? lineOf(text, found.name) : -1;
  if (there >= 0) {
    const rest = text.slice(there);
    const old = rest.split("\n");
    const parts = new Set(PARTS.map((part) => found?.[part]).filter(Boolean));
    const kept = old.filter((line) => line.trim() && !isPart(line.trim(), parts, written));
    return { start: there, block: [...written, ...kept].join("\n") };
  }
  const body = text.trimEnd();
  const closing = CLOSING.test(body.slice(-200)) ? [] : ["Med vänlig hälsning", ""];
  const before = body ? (CLOSING.test(body.slice(body.lastIndexOf("\n") + 1)) ? "\n" : "\n\n") : "";
  return { start: body.length, block: before + [...closing, ...written].join("\n") };
}

/** @param {string} line @param {Set<string | null | undefined>} parts @param {string[]} written */
function isPart(line, parts, written) {
  return written.includes(line) || [...parts].some((part) => part && line.includes(part));
}

/** The offset of the line that is the name, among the letter's last; -1 where there is none. @param {string} text @param {string} name */
function lineOf(text, name) {
  const lines = text.trimEnd().split("\n");
  const first = Math.max(0, lines.length - LAST_LINES);
  for (let index = lines.length - 1; index >= first; index -= 1) {
    if (lines[index].trim() === name) return lines.slice(0, index).join("\n").length + (index ? 1 : 0);
  }
  return -1;
}
