/**
 * The page: puts its parts together.
 *
 * @typedef {import("./remarks.js").Remark} Remark
 * @typedef {import("./remarks.js").Level} Level
 * @typedef {import("./text.js").Span} Span
 */
import { Away, Refused } from "./api.js";
import { Checking } from "./checking.js";
import { byId } from "./dom.js";
import { Editor } from "./editor.js";
import { Files } from "./files.js";
import { List } from "./list.js";
import { point, underline } from "./marks.js";
import { Missing } from "./missing.js";
import { Panel } from "./panel.js";
import { LABELS, Remarks } from "./remarks.js";
import { editBetween, placeForExplanation } from "./text.js";

const AWAY = "Granskningen svarar inte just nu. Din text är kvar här på sidan, som försöker igen av sig själv.";

const editor = new Editor(byId("text", HTMLElement));
const remarks = new Remarks();
const panel = new Panel(remarks, show);
const { tell, announce, heading } = panel;
const menu = byId("menu", HTMLDetailsElement);

/** The remark that is looked at, and which of its places. @type {{remark: Remark, spot: number} | null} */
let current = null;
/** The text as the writer has it elsewhere: in a file, or copied. */
let kept = "";
/** The text before a letter was opened over it. @type {string | null} */
let replaced = null;
let isChecked = false;
/** The server's last words on the whole letter. @type {any} */
let told = null;

const checking = new Checking(remarks, {
  text: () => editor.text,
  busy: panel.busy,
  away: () => tell(AWAY, "away"),
  told: (letter) => {
    if (letter) take(letter);
    show();
    if (letter && !letter.isEmpty) announce(heading.textContent ?? "");
  },
});
const list = new List(byId("list", HTMLOListElement), { goTo, putIn, explain, hide });
const missing = new Missing(sign, hideOfWhole);
const files = new Files({
  tell,
  open: (text, notes, name) => {
    replaced = editor.text.trim() ? editor.text : null;
    editor.replaceAll(text);
    scrollTo(0, 0);
    kept = text;
    remarks.unhide();
    tell([`${name} är öppnad.`, ...notes].join(" "));
    void checking.checkLetter();
  },
});

editor.onChange = (/** @type {string} */ before) => {
  const edit = editBetween(before, editor.text);
  current = null;
  peek(undefined);
  if (!panel.isWrong) tell("");
  checking.edited(edit);
  show();
};

/** Take over what the server says of the whole letter. @param {any} letter */
function take(letter) {
  told = letter;
  isChecked = !letter.isEmpty;
  if (panel.isAway) tell("");
}

/** Show what there is to show. */
function show() {
  const shown = remarks.shown;
  underline(editor, shown);
  list.show(shown.filter((remark) => !remark.isWhole));
  missing.show(shown.filter((remark) => remark.isWhole), told?.signature ?? null);
  point(editor, current?.remark.spots[current.spot]?.span ?? null);
  panel.show(told, isChecked);
}

/** Show a remark's words in the letter, and put the caret there. @param {Remark} remark @param {number} spot */
function goTo(remark, spot) {
  const { span } = remark.spots[spot];
  current = { remark, spot };
  editor.select(span);
  editor.show(span);
  point(editor, span);
  list.mark(remark, spot);
  peek(remark);
}

/** Put words in the place of a remark's. @param {Remark} remark @param {string} words @param {number} spot */
function putIn(remark, words, spot) {
  write(remark.spots[spot].span, words);
}

/** Put in the sentence that explains a remark's words. @param {Remark} remark */
function explain(remark) {
  const { at, insert } = placeForExplanation(editor.text, remark.spots[0].span, remark.role, remark.explanation);
  write({ start: at, end: at }, insert);
  remarks.all = remarks.all.filter((each) => each.key !== remark.key);
  show();
}

/**
 * Put in the signature, over the one that is there.
 *
 * @param {Record<string, string>} values
 * @param {import("./signature.js").Signature | null} found
 * @param {import("./missing.js").Signing} signing
 */
function sign(values, found, { placeOfSignature }) {
  const { start, end, block } = placeOfSignature(editor.text, found, values);
  write({ start, end }, block);
}

/** Write in the letter, and leave the focus where the writer was. @param {Span} span @param {string} words */
function write(span, words) {
  const before = document.activeElement;
  editor.replace(span, words);
  editor.show({ start: span.start, end: span.start + words.length });
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  else list.focusNear(0);
  announce(`Insatt: ${words.trim()}`);
}

/** @param {Remark} remark */
function hide(remark) {
  remarks.hide(remark);
  show();
}

/** Hide what is said of the whole letter; the focus goes to what comes next. @param {Remark} remark */
function hideOfWhole(remark) {
  hide(remark);
  const next = document.querySelector("#missing:not([hidden]) #missing-list button");
  (next instanceof HTMLElement ? next : heading).focus({ preventScroll: true });
}

/** Where the list isn't beside the letter, say at the window's edge what there is on the words. @param {Remark | undefined} remark */
function peek(remark) {
  byId("peek", HTMLElement).hidden = !remark;
  byId("peek-message", HTMLElement).textContent = remark ? `${LABELS[remark.level]}: ${remark.message}` : "";
}

byId("peek-go", HTMLButtonElement).addEventListener("click", () => {
  list.focus(current?.remark);
  peek(undefined);
});

/** Go to the next remark, or the one before, from where the caret or the focus is. @param {number} by */
function step(by) {
  const shown = remarks.shown.filter((remark) => remark.spots.length);
  if (!shown.length) return;
  const focused = list.focused();
  const from = focused ?? current?.remark;
  const known = from ? shown.findIndex((remark) => remark.key === from.key) : -1;
  const index = known >= 0 ? known + by : nearest(shown, by);
  const next = shown[(index + shown.length) % shown.length];
  if (focused) {
    list.focus(next);
    list.mark(next, 0);
    point(editor, next.spots[0].span);
    editor.show(next.spots[0].span);
    return;
  }
  goTo(next, 0);
  announce(`${LABELS[next.level]}: ${next.message}`);
}

/** The first remark after the caret, or the last before it. @param {Remark[]} shown @param {number} by */
function nearest(shown, by) {
  const caret = editor.caret() ?? 0;
  const after = shown.findIndex((remark) => remark.spots[0].span.start >= caret);
  if (by > 0) return after < 0 ? 0 : after;
  return (after < 0 ? shown.length : after) - 1;
}

/** The remark at the caret becomes the one that is looked at. */
function lookAtCaret() {
  const caret = editor.caret();
  const remark = caret === null ? undefined : remarks.at(caret);
  if (!remark || caret === null) {
    current = null;
  } else {
    const spot = remark.spots.findIndex(({ span }) => span.start <= caret && caret <= span.end);
    current = { remark, spot };
  }
  list.mark(remark, current?.spot);
  peek(remark);
  point(editor, current ? current.remark.spots[current.spot].span : null);
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing) return;
  if (event.altKey && !event.ctrlKey && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
    if (menu.open) closeMenu();
    else goBack();
  }
});

/** Close the menu; the focus stays on what opens it. */
function closeMenu() {
  const hadFocus = menu.contains(document.activeElement);
  menu.open = false;
  if (hadFocus) menu.querySelector("summary")?.focus();
}

document.addEventListener("click", (event) => {
  if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
});

/** From the letter to the remark that it was looked at from, and from the remarks to the letter. */
function goBack() {
  if (document.activeElement === editor.field) {
    lookAtCaret();
    list.focus(current?.remark);
  } else if (list.focused()) {
    const remark = list.focused();
    if (remark?.spots.length) goTo(remark, 0);
    else editor.field.focus();
  }
}

editor.field.addEventListener("click", lookAtCaret);
editor.field.addEventListener("keyup", (event) => {
  if (/^(?:Arrow|Home|End|Page)/.test(event.key) && !event.altKey && !event.shiftKey) lookAtCaret();
});

byId("undo", HTMLButtonElement).addEventListener("click", undo);
document.addEventListener("keydown", (event) => {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z";
  if (!isUndo || document.activeElement === editor.field || document.activeElement instanceof HTMLInputElement) return;
  event.preventDefault();
  undo();
});

/** Take back the last change, from wherever the focus is, and leave it there. */
function undo() {
  const before = document.activeElement;
  const text = editor.text;
  editor.undo();
  if (editor.text === text && replaced !== null) {
    editor.overwrite(replaced);
    replaced = null;
  }
  announce(editor.text === text ? "Det finns inget att ångra." : "Ångrat.");
  if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus({ preventScroll: true });
}

byId("copy", HTMLButtonElement).addEventListener("click", async () => {
  if (await copied(editor.text)) {
    kept = editor.text;
    tell("Texten är kopierad. Klistra in den där du skriver brevet.");
  } else {
    tell("Det gick inte att kopiera. Markera texten och tryck Ctrl + C.", "wrong");
  }
});

/** Whether the text could be copied; over plain HTTP browsers know only the old way. @param {string} text */
async function copied(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(() => true, () => false);
  editor.select({ start: 0, end: text.length });
  return document.execCommand("copy");
}

const picker = byId("file", HTMLInputElement);
byId("open", HTMLButtonElement).addEventListener("click", () => picker.click());
picker.addEventListener("change", () => {
  const [file] = picker.files ?? [];
  picker.value = "";
  if (file) void attempt(() => files.open(file));
});

for (const mode of /** @type {const} */ (["comments", "changes"])) {
  byId(`save-${mode}`, HTMLButtonElement).addEventListener("click", () => {
    if (!editor.text.trim()) tell("Det finns inget brev att spara än.", "wrong");
    else {
      closeMenu();
      void attempt(async () => {
        const text = editor.text;
        await files.save(text, mode);
        kept = text;
      });
    }
  });
}

document.addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  void attempt(() => files.open(file));
});

addEventListener("beforeunload", (event) => {
  if (editor.text.trim() && editor.text !== kept) event.preventDefault();
});

/** Do what asks the server, and tell what goes wrong. @param {() => Promise<void>} action */
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    if (error instanceof Refused) tell(error.message, "wrong");
    else if (error instanceof Away) tell("Granskningen svarar inte just nu. Försök igen om en stund.", "wrong");
    else throw error;
  }
}

show();
if (editor.text.trim()) void checking.checkLetter();
document.documentElement.dataset.ready = "";
