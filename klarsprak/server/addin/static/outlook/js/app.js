/**
 * The pane beside a mail in Outlook: puts its parts together.
 *
 * Outlook lets nobody mark words in a mail, nor change some of them: a suggestion is put in by writing the body anew,
 * with only those words changed, and only if the body still is what was checked.
 *
 * @typedef {import("/sidan/js/remarks.js").Remark} Remark
 * @typedef {import("/sidan/js/signature.js").Signature} Signature
 * @typedef {import("./mail.js").Body} Body
 */
import { Away, Refused } from "/sidan/js/api.js";
import { byId } from "/sidan/js/dom.js";
import { List } from "/sidan/js/list.js";
import { Missing } from "/sidan/js/missing.js";
import { Panel } from "/sidan/js/panel.js";
import { Remarks } from "/sidan/js/remarks.js";
import { placeOfSignature } from "/sidan/js/signature.js";
import { askOfMail } from "./asking.js";
import { showAttached } from "./attached.js";
import * as mail from "./mail.js";

const AWAY = "Granskningen svarar inte just nu. Mejlet är som det var. Försök igen om en stund.";
const SLOW = "Granskningen dröjer. Du kan skriva vidare så länge.";
const CANNOT = "Outlook kunde inte göra det. Mejlet är som det var.";
const CHANGED = "Mejlet har ändrats sedan det granskades, så inget är insatt. Nu är det granskat igen.";
const NOT_MAIL = "Den här rutan hör hemma i Outlook, bredvid ett mejl som du skriver.";
const NO_UNDO = "Du har skrivit i mejlet sedan dess. Ångra i mejlet i stället, med Ctrl + Z.";
/** Milliseconds until it is told that the server takes its time. */
const PATIENCE = 5000;

class MailPanel extends Panel {
  /** What stands where there are no remarks. @param {any} told */
  emptiness(told) {
    return super.emptiness(told).replace("brevet", "mejlet");
  }
}

const remarks = new Remarks();
const panel = new MailPanel(remarks, show);
const { tell, announce, heading } = panel;
const go = byId("check", HTMLButtonElement);
const back = byId("undo", HTMLButtonElement);
const list = new List(
  byId("list", HTMLOListElement),
  { goTo: copyWords, putIn, explain, hide },
  {
    putIn: (words) => `Sätt in ”${words}”`,
    explain: "Kopiera förklaringen",
    goTo: "Kopiera orden",
    where: ({ role, near }) => (role === "heading" && near ? "Orden står i ämnesraden." : ""),
  },
);
const missing = new Missing(sign, hide);

/** The server's last words on the mail itself. @type {any} */
let told = null;
/** The body that they are about, and the writer's own text in it. */
let checked = { body: /** @type {Body} */ ({ text: "", isHtml: true }), own: "" };
/** The body before the last suggestion was put in, and after. @type {{before: Body, after: string} | null} */
let last = null;
let isBusy = false;

/** Show what there is to show. */
function show() {
  const shown = remarks.shown;
  list.show(shown.filter((remark) => !remark.isWhole).map(withFirstPlace));
  missing.show(shown.filter((remark) => remark.isWhole), told?.signature ?? null);
  panel.show(told, told !== null);
  back.hidden = last === null;
}

/** The same words elsewhere come in turn, when the first ones have been changed. @param {Remark} remark */
function withFirstPlace(remark) {
  return { ...remark, spots: remark.spots.slice(0, 1) };
}

/** Do one thing at a time, and tell what goes wrong. @param {() => Promise<void>} action */
async function act(action) {
  if (isBusy) return;
  setBusy(true);
  const slow = setTimeout(() => tell(SLOW), PATIENCE);
  try {
    await action();
  } catch (error) {
    failed(error);
  } finally {
    clearTimeout(slow);
    if (byId("notice", HTMLElement).textContent === SLOW) tell("");
    setBusy(false);
  }
}

/** @param {boolean} busy */
function setBusy(busy) {
  isBusy = busy;
  panel.busy(busy);
  go.setAttribute("aria-disabled", String(busy));
}

/** @param {unknown} error */
function failed(error) {
  if (error instanceof Away) tell(AWAY, "away");
  else if (error instanceof Refused) tell(error.message, "wrong");
  else if (error instanceof mail.OutlookError) tell(CANNOT, "wrong");
  else throw error;
}

/** Read the mail and check all of it. */
async function check() {
  const draft = await mail.readDraft();
  const { letters, text } = await askOfMail(draft);
  const [own, attached] = [letters.filter(isMail), letters.filter((/** @type {any} */ each) => !isMail(each))];
  told = own[0] ?? { findings: [], notes: [], error: "Mejlet är tomt.", signature: null };
  checked = { body: draft.body, own: text };
  remarks.replaceAll(told.findings, []);
  showAttached(attached, draft.left);
  show();
  announce(heading.textContent ?? "");
}

/** @param {any} letter */
function isMail(letter) {
  return !letter.file.includes("#");
}

/** Put words in the place of a remark's. @param {Remark} remark @param {string} words */
function putIn(remark, words) {
  void act(async () => {
    const [{ span }] = remark.spots;
    const { text, isHtml } = checked.body;
    if ((await mail.readBody()).text !== text) {
      await check();
      tell(CHANGED, "wrong");
      return;
    }
    const put = isHtml ? mail.escaped(words) : words;
    await write({ text: text.slice(0, span.start) + put + text.slice(span.end), isHtml });
    tell(`Insatt: ”${words}”. Läs meningen en gång till.`);
  });
}

/** Write the body, and check it as Outlook has it then. @param {Body} body */
async function write(body) {
  const before = checked.body;
  await mail.writeBody(body);
  last = { before, after: (await mail.readBody()).text };
  await check();
}

/** Take back the last suggestion, unless the mail has changed since. */
async function undo() {
  if (!last) return;
  const { before, after } = last;
  if ((await mail.readBody()).text === after) {
    await mail.writeBody(before);
    last = null;
    await check();
    tell("Ångrat.");
  } else {
    last = null;
    show();
    tell(NO_UNDO, "wrong");
  }
  go.focus();
}

/** Put the signature where Outlook has signatures. @param {Record<string, string>} values @param {Signature | null} found */
function sign(values, found) {
  void act(async () => {
    const { block } = placeOfSignature(checked.own, found, values);
    const before = await mail.readBody();
    await mail.writeSignature(block.trim(), before.isHtml);
    last = { before, after: (await mail.readBody()).text };
    await check();
    const again = found?.name ? " Ta bort den gamla underskriften, om den står kvar ovanför." : "";
    tell(`Underskriften är insatt.${again}`);
    heading.focus();
  });
}

/** @param {Remark} remark */
function explain(remark) {
  void copied(remark.explanation, "Förklaringen är kopierad. Klistra in den i mejlet, efter meningen där ordet står.");
}

/** @param {Remark} remark */
function copyWords(remark) {
  void copied(remark.text, "Orden är kopierade. Sök efter dem i mejlet.");
}

/** Copy a text; in a frame of Office the browser may know only the old way. @param {string} text @param {string} says */
async function copied(text, says) {
  const isCopied = await (navigator.clipboard?.writeText(text).then(() => true, () => false) ?? false);
  if (isCopied || copiedByHand(text)) tell(says);
  else tell(`Det gick inte att kopiera. Skriv själv: ${text}`, "wrong");
}

/** @param {string} text */
function copiedByHand(text) {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  document.body.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

/** @param {Remark} remark */
function hide(remark) {
  remarks.hide(remark);
  show();
  if (document.activeElement === document.body) heading.focus();
}

/** Fill in what Outlook knows of the writer. */
function begin() {
  byId("signature-name", HTMLInputElement).value = mail.ownName();
  go.addEventListener("click", () => {
    tell("");
    void act(check);
  });
  back.addEventListener("click", () => void act(undo));
  void act(check);
}

Office.onReady(() => {
  show();
  if (mail.isComposing()) begin();
  else tell(NOT_MAIL, "wrong");
  document.documentElement.dataset.ready = "";
});
