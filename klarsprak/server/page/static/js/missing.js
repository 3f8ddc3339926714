/**
 * What the letter lacks, and a signature to fill in; what fills it in is loaded when somebody opens it.
 *
 * @typedef {import("./remarks.js").Remark} Remark
 * @typedef {import("./signature.js").Signature} Signature
 * @typedef {typeof import("./signing.js")} Signing
 */
import { button, byId, make } from "./dom.js";
import { LABELS } from "./remarks.js";

const AWAY = "Servern svarar inte just nu. Försök igen om en stund.";

export class Missing {
  /**
   * @param {(values: Record<string, string>, found: Signature | null, signing: Signing) => void} put writes the
   *   signature into the letter
   * @param {(remark: Remark) => void} hide
   */
  constructor(put, hide) {
    this.hide = hide;
    this.section = byId("missing", HTMLElement);
    this.list = byId("missing-list", HTMLUListElement);
    this.form = byId("signature", HTMLDetailsElement);
    /** @type {Signature | null} */
    this.found = null;
    /** The signature as it should look. */
    this.block = "";
    /** What is known of the writer. @type {Record<string, string>} */
    this.own = {};
    this.says = "";
    /** What fills in the form, once it is loaded. @type {Signing | null} */
    this.signing = null;
    /** How often it could not be loaded. */
    this.failed = 0;
    byId("signature-form", HTMLFormElement).addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.signing) put(this.signing.values(), this.found, this.signing);
    });
    this.form.addEventListener("input", () => this.signing?.preview());
    this.form.addEventListener("toggle", () => this.fill());
  }

  /** @param {Remark[]} remarks about the whole letter @param {Signature | null} signature as found in it */
  show(remarks, signature) {
    this.section.hidden = remarks.length === 0;
    const says = remarks.map((remark) => remark.message).join("\n");
    if (says !== this.says) this.list.replaceChildren(...remarks.map((remark) => this.itemOf(remark)));
    this.says = says;
    this.block = remarks.find(({ category, block }) => category === "signatur" && block)?.block ?? "";
    this.form.hidden = !this.block;
    if (signature) this.found = signature;
    void this.fill();
  }

  /** Fill in what is known, where the form is open. */
  async fill() {
    if (!this.block || !this.form.open) return;
    try {
      // A module that could not be fetched is never asked for again under the same address.
      this.signing ??= await import(this.failed ? `./signing.js?${this.failed}` : "./signing.js");
    } catch {
      this.failed += 1;
      byId("signature-form", HTMLFormElement).replaceChildren(make("p", {}, AWAY));
      return;
    }
    this.signing?.fill(this.found, this.block, this.own);
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
}
