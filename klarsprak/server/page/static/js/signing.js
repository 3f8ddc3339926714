/**
 * The form for a signature.
 *
 * @typedef {import("./signature.js").Signature} Signature
 */
import { sender } from "./api.js";
import { byId, make } from "./dom.js";
import { PARTS, linesOf } from "./signature.js";

export { linesBelow, placeOfSignature } from "./signature.js";

const PROMPT = /^(?:Telefon )?\[/;
/** What each field is called, and what browsers know it as. */
const FIELDS = {
  name: ["Namn", "name"],
  title: ["Befattning", "organization-title"],
  unit: ["Enhet eller förvaltning", "organization"],
  address: ["Postadress", "street-address"],
  phone: ["Ditt eget telefonnummer", "tel"],
};
/** Fields that the organisation has suggestions for, and the lists of these. */
const LISTS = /** @type {Record<string, string>} */ ({ unit: "units", address: "addresses" });

/**
 * Fill in what is known, but nothing over what the writer has written.
 *
 * @param {Signature | null} found
 * @param {string} block as it should look
 * @param {Record<string, string>} own what is known of the writer
 */
export function fill(found, block, own) {
  const form = byId("signature-form", HTMLFormElement);
  if (!form.querySelector("input")) {
    form.replaceChildren(...built());
    void offerOwn();
  }
  const lines = block.split("\n");
  PARTS.forEach((part, index) => {
    const known = own[part] ?? found?.[part] ?? (lines.length >= PARTS.length ? lines[index].replace(/^Telefon /, "") : "");
    const field = fieldOf(part);
    if (known && !PROMPT.test(known) && !field.value) field.value = known;
  });
  preview();
}

/** What the form holds. */
function built() {
  const fields = PARTS.flatMap((part) => {
    const id = `signature-${part}`;
    const [label, autocomplete] = FIELDS[part];
    const list = LISTS[part];
    const field = make("input", { id, autocomplete, ...(part === "phone" ? { type: "tel" } : {}), ...(list ? { list } : {}) });
    return [make("label", { for: id }, label), field, ...(list ? [make("datalist", { id: list })] : [])];
  });
  const [says, shown] = [make("p", { class: "hint" }, "Så här blir underskriften:"), make("p", { id: "signature-preview" })];
  return [...fields, says, shown, make("button", { id: "signature-put" }, "Sätt in underskriften")];
}

/** Suggest the organisation's own units and addresses. */
async function offerOwn() {
  const own = await sender().catch(() => null);
  if (!own) return;
  offer("units", own.units);
  offer("addresses", own.addresses);
}

/** @returns {Record<string, string>} */
export function values() {
  return Object.fromEntries(PARTS.map((part) => [part, fieldOf(part).value.trim()]));
}

/** Show the signature as it will be. */
export function preview() {
  const lines = linesOf(values());
  byId("signature-preview", HTMLElement).textContent = lines.join("\n");
  byId("signature-put", HTMLButtonElement).disabled = lines.length === 0;
}

/** @param {string} part */
function fieldOf(part) {
  return byId(`signature-${part}`, HTMLInputElement);
}

/** @param {string} id @param {string[]} known */
function offer(id, known) {
  byId(id, HTMLDataListElement).replaceChildren(...known.map((value) => make("option", { value })));
}
