/**
 * What is said of the letters that are attached; they are mended where they were written.
 */
import { byId, make } from "/sidan/js/dom.js";
import { LABELS } from "/sidan/js/remarks.js";

/** Characters of a letter's words that a line shows. */
const SHORT = 80;

/** @param {any[]} letters as the server tells of them @param {string[]} left names of those that weren't read */
export function showAttached(letters, left) {
  byId("attached", HTMLElement).hidden = letters.length + left.length === 0;
  const items = letters.map((letter) => item(letter.file.slice(letter.file.indexOf("#") + 1), letter));
  const unread = left.map((name) => item(name, { error: "Bilagan är inte granskad. Den är för stor, eller ligger i molnet." }));
  byId("attached-list", HTMLUListElement).replaceChildren(...items, ...unread);
}

/** @param {string} name @param {any} letter */
function item(name, letter) {
  const made = make("li", {}, make("h3", {}, name), make("p", { class: "hint" }, letter.error ?? counted(letter.findings)));
  for (const note of letter.notes ?? []) made.append(make("p", { class: "hint" }, note));
  if (letter.error || !letter.findings.length) return made;
  const list = make("ol", { role: "list" }, ...letter.findings.map(remark));
  made.append(make("details", {}, make("summary", {}, "Visa anmärkningarna", make("span", { class: "unseen" }, ` på ${name}`)), list));
  return made;
}

/** @param {any[]} findings */
function counted(findings) {
  const grave = findings.filter(({ level }) => level === "error").length;
  if (!findings.length) return "Inget att anmärka på.";
  const all = findings.length === 1 ? "En anmärkning" : `${findings.length} anmärkningar`;
  return grave ? `${all}, varav ${grave} måste rättas.` : `${all}.`;
}

/** @param {any} finding */
function remark(finding) {
  const level = /** @type {keyof typeof LABELS} */ (finding.level);
  const words = finding.text.length > SHORT ? `${finding.text.slice(0, SHORT)} …` : finding.text;
  return make(
    "li",
    { "data-level": level },
    make("p", { class: "level" }, LABELS[level]),
    ...(words ? [make("p", { class: "words" }, words)] : []),
    make("p", {}, finding.message),
  );
}
