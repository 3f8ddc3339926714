/**
 * What the letter lacks, and a signature to fill in.
 *
 * @typedef {import("./remarks.js").Remark} Remark
 * @typedef {import("./signature.js").Signature} Signature
 */
import { sender } from "./api.js";
import { button, byId, make } from "./dom.js";
import { LABELS } from "./remarks.js";
import { PARTS, linesOf } from "./signature.js";

const PROMPT = /^(?:Telefon )?\[/;

export class Missing {
  /**
   * @param {(values: Record<string, string>, found: Signature | null) => void} put writes the signature into the letter
   * @param {(remark: Remark) => void} hide
   */
  constructor(put, hide) {
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
      put(this.values(), this.found);
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
