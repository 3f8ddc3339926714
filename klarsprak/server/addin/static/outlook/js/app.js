/**
 * The pane beside a mail in Outlook: puts its parts together.
 *
 * Outlook lets nobody mark words in a mail, nor change some of them: a suggestion is put in by writing the body anew,
 * with only those words changed, and only if the body still is what was checked.
 *
 * @typedef {import("/sidan/js/remarks.js").Remark} Remark
 * @typedef {import("./mail.js").Body} Body
 */
import { Away, Refused } from "/sidan/js/api.js";
import { byId } from "/sidan/js/dom.js";
import { List } from "/sidan/js/list.js";
import { Missing } from "/sidan/js/missing.js";
import { Panel } from "/sidan/js/panel.js";
import { Remarks } from "/sidan/js/remarks.js";
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

const remarks = new Remarks();
const panel = new Panel(remarks, show);
const { tell, announce, heading } = panel;
const go = byId("check", HTMLButtonElement);
const back = byId("undo", HTMLButtonElement);
const list = new List(
  byId("list", HTMLOListElement),
  {
    goTo: ({ text }) => copy(text, "Orden är kopierade. Sök efter dem i mejlet."),
    explain: ({ explanation }) => copy(explanation, "Förklaringen är kopierad. Klistra in den i mejlet, efter meningen där ordet står."),
    putIn,
    hide,
  },
  { putIn: (words) => `Sätt in ”${words}”`, explain: "Kopiera förklaringen", goTo: "Kopiera orden" },
);
const missing = new Missing(sign, hide);

/** The server's last words on the mail itself. @type {any} */
let told = null;
/** The body that they are about, and the writer's own text in it. */
let checked = { body: "", html: true, own: "" };
/** The body before the last change of ours, and after. @type {{before: Body, after: string} | null} */
let last = null;
let isBusy = false;

/** Show what there is to show. */
function show() {
  const shown = remarks.shown;
  // The same words elsewhere come in turn, when the first ones have been changed.
  list.show(shown.filter(({ isWhole }) => !isWhole).map((remark) => ({ ...remark, spots: remark.spots.slice(0, 1) })));
  missing.show(shown.filter(({ isWhole }) => isWhole), told?.signature ?? null);
  panel.show(told, told !== null);
  const nothing = byId("nothing", HTMLElement);
  nothing.textContent = nothing.textContent?.replace("brevet", "mejlet") ?? "";
  back.hidden = last === null;
}

/** Do one thing at a time, and tell what goes wrong. @param {() => Promise<void>} action */
async function act(action) {
  if (isBusy) return;
  setBusy(true);
  const slow = setTimeout(() => tell(SLOW), PATIENCE);
  try {
    await action();
  } catch (error) {
    if (error instanceof Away) tell(AWAY, "away");
    else if (error instanceof Refused) tell(error.message, "wrong");
    else if (error instanceof mail.OutlookError) tell(CANNOT, "wrong");
    else throw error;
  } finally {
    clearTimeout(slow);
    if (panel.notice.textContent === SLOW) tell("");
    setBusy(false);
  }
}

/** @param {boolean} busy */
function setBusy(busy) {
  isBusy = busy;
  panel.busy(busy);
  go.ariaDisabled = String(busy);
}

/** Read the mail and check all of it. */
async function check() {
  const draft = await mail.readDraft();
  const { letters, text } = await askOfMail(draft);
  const isMail = (/** @type {any} */ letter) => !letter.file.includes("#");
  told = letters.find(isMail) ?? { findings: [], error: "Mejlet är tomt." };
  checked = { ...draft, own: text };
  remarks.replaceAll(told.findings, []);
  showAttached(letters.filter((letter) => !isMail(letter)), draft.left);
  show();
  announce(heading.textContent ?? "");
}

/** Put words in the place of a remark's. @param {Remark} remark @param {string} words */
function putIn(remark, words) {
  void act(async () => {
    const { start, end } = remark.spots[0].span;
    const { body, html } = checked;
    if ((await mail.readBody()).body !== body) {
      await check();
      tell(CHANGED, "wrong");
      return;
    }
    const put = html ? mail.asHtml(words) : words;
    await change({ body, html }, () => mail.writeBody({ body: body.slice(0, start) + put + body.slice(end), html }));
    tell(`Insatt: ”${words}”. Läs meningen en gång till.`);
  });
}

/** Change the mail, and check it as Outlook has it then. @param {Body} before @param {() => Promise<void>} write */
async function change(before, write) {
  await write();
  last = { before, after: (await mail.readBody()).body };
  await check();
}

/** Take back the last change of ours, unless the mail has changed since. */
async function undo() {
  if (!last) return;
  const { before, after } = last;
  last = null;
  if ((await mail.readBody()).body === after) {
    await mail.writeBody(before);
    await check();
    tell("Ångrat.");
  } else {
    show();
    tell(NO_UNDO, "wrong");
  }
  go.focus();
}

/**
 * Put the signature where Outlook has signatures.
 *
 * @param {Record<string, string>} values
 * @param {import("/sidan/js/signature.js").Signature | null} found
 * @param {import("/sidan/js/missing.js").Signing} signing
 */
function sign(values, found, { placeOfSignature }) {
  void act(async () => {
    const { block } = placeOfSignature(checked.own, found, values);
    const before = await mail.readBody();
    await change(before, () => mail.writeSignature(block.trim(), before.html));
    const again = found?.name ? " Ta bort den gamla underskriften, om den står kvar ovanför." : "";
    tell(`Underskriften är insatt.${again}`);
    heading.focus();
  });
}

/** Copy a text; a frame of Office may not be let to. @param {string} text @param {string} says */
async function copy(text, says) {
  const isCopied = await navigator.clipboard?.writeText(text).then(() => true, () => false);
  tell(isCopied ? says : `Markera och kopiera härifrån: ${text}`);
}

/** @param {Remark} remark */
function hide(remark) {
  remarks.hide(remark);
  show();
  if (document.activeElement === document.body) heading.focus();
}

Office.onReady(() => {
  show();
  if (mail.isComposing()) {
    missing.own = { name: Office.context.mailbox.userProfile.displayName };
    go.addEventListener("click", () => {
      tell("");
      void act(check);
    });
    back.addEventListener("click", () => void act(undo));
    void act(check);
  } else tell(NOT_MAIL, "wrong");
  document.documentElement.dataset.ready = "";
});
