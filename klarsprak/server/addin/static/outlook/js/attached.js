/**
 * What is said of the letters that are attached; they are mended where they were written.
 */
import { byId, make } from "/sidan/js/dom.js";
import { shortened } from "/sidan/js/list.js";
import { LABELS } from "/sidan/js/remarks.js";

const LEFT = { error: "Bilagan är inte granskad. Den är för stor, eller ligger i molnet." };

/** @param {any[]} letters as the server tells of them @param {string[]} left names of those that weren't read */
export function showAttached(letters, left) {
  byId("attached", HTMLElement).hidden = letters.length + left.length === 0;
  const items = letters.map((letter) => itemOf(letter.file.slice(letter.file.indexOf("#") + 1), letter));
  byId("attached-list", HTMLUListElement).replaceChildren(...items, ...left.map((name) => itemOf(name, LEFT)));
}

/** @param {string} name @param {any} letter */
function itemOf(name, { error, findings, notes = [] }) {
  const says = [error ?? counted(findings), ...notes].map((line) => make("p", { class: "hint" }, line));
  const item = make("li", {}, make("h3", {}, name), ...says);
  if (error || !findings.length) return item;
  const summary = make("summary", {}, "Visa anmärkningarna", make("span", { class: "unseen" }, ` på ${name}`));
  item.append(make("details", {}, summary, make("ol", { role: "list" }, ...findings.map(remark))));
  return item;
}

/** @param {any[]} findings */
function counted(findings) {
  const grave = findings.filter(({ level }) => level === "error").length;
  if (!findings.length) return "Inget att anmärka på.";
  const all = findings.length === 1 ? "En anmärkning" : `${findings.length} anmärkningar`;
  return grave ? `${all}, varav ${grave} måste rättas.` : `${all}.`;
}

/** @param {any} finding */
function remark({ level, text, message }) {
  const words = text ? [make("p", { class: "words" }, shortened(text))] : [];
  const label = LABELS[/** @type {keyof typeof LABELS} */ (level)];
  return make("li", { "data-level": level }, make("p", { class: "level" }, label), ...words, make("p", {}, message));
}
