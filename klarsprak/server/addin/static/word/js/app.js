/**
 * The pane beside a letter in Word: puts its parts together.
 *
 * @typedef {import("/sidan/js/remarks.js").Remark} Remark
 * @typedef {import("/sidan/js/signature.js").Signature} Signature
 * @typedef {import("./letter.js").Place} Place
 */
import { loaded } from "/sidan/js/api.js";
import { Checking } from "/sidan/js/checking.js";
import { byId } from "/sidan/js/dom.js";
import { List } from "/sidan/js/list.js";
import { Missing } from "/sidan/js/missing.js";
import { Panel } from "/sidan/js/panel.js";
import { LABELS, Remarks } from "/sidan/js/remarks.js";
import { moved, placeForExplanation } from "/sidan/js/text.js";
import { Acting } from "./acting.js";
import { askOfLetter, askOfParagraph } from "./asking.js";
import { Letter } from "./letter.js";
import { Underlines } from "./underlines.js";
import * as word from "./word.js";

const AWAY = "Granskningen svarar inte just nu. Brevet är som det var. Rutan försöker igen av sig själv.";
const NOT_WORD = "Den här rutan hör hemma i Word. Brev granskar du också på webbsidan.";
const NO_OFFICE = "Rutan får inte kontakt med Word. Granska brevet på webbsidan så länge.";
const TOO_OLD = "Den här versionen av Word är för gammal för rutan. Granska brevet på webbsidan i stället.";
const NO_UNDO = "Ändringen går inte att ångra härifrån. Ångra i Word, med Ctrl + Z.";
const UNTRACKED = "Den här versionen av Word spårar inte ändringen.";
const WHERE = /** @type {Record<string, string>} */ ({
  header: "Orden står i sidhuvudet.",
  footer: "Orden står i sidfoten.",
  text_box: "Orden står i en textruta.",
  footnote: "Orden står i en fotnot.",
});
/** Milliseconds after the last change that Word has told of. */
const REST = 600;

const remarks = new Remarks();
const panel = new Panel(remarks, showAndDraw);
const { tell, announce, heading } = panel;
const go = byId("check", HTMLButtonElement);
const back = byId("undo", HTMLButtonElement);
const letter = new Letter(edited);
const missing = new Missing(sign, hide);
const acting = new Acting(panel, readAll);
/** @type {List} */
let list;
/** @type {Underlines} */
let underlines;
/** The server's last words on the whole letter. @type {any} */
let told = null;
/** Whether somebody has asked for the letter to be checked; before that nothing is sent. */
let isAsked = false;
let restTimer = 0;
/** What the pane has written and nobody has changed since, and the words before. @type {{span: import("/sidan/js/text.js").Span, before: string}[]} */
let made = [];
/** What has changed since Word was last read: paragraphs by their ids, or more than that. */
const changed = { ids: /** @type {Set<string>} */ (new Set()), isMore: false };

const checking = new Checking(
  remarks,
  {
    text: () => letter.text,
    busy: showBusy,
    away: () => tell(AWAY, "away"),
    told: (answer) => {
      if (answer) take(answer);
      showAndDraw();
      if (answer) announce(heading.textContent ?? "");
    },
  },
  {
    rests: { paragraph: 0, letter: null },
    ask: {
      paragraph: (words, span) => askOfParagraph(letter, words, span),
      letter: (_, signal) => askOfLetter(letter, signal, () => (checking.since = [])),
    },
  },
);

/** @param {any} answer on the whole letter */
function take(answer) {
  told = answer.isEmpty ? { ...answer, error: "Brevet är tomt." } : answer;
  go.textContent = "Granska igen";
  byId("since", HTMLElement).hidden = word.has("1.6");
  if (panel.isAway) tell("");
}

/** @param {boolean} isBusy */
function showBusy(isBusy) {
  panel.busy(isBusy);
  go.setAttribute("aria-disabled", String(isBusy));
}

function show() {
  const shown = remarks.shown;
  list.show(shown.filter((remark) => !remark.isWhole));
  missing.show(shown.filter((remark) => remark.isWhole), told?.signature ?? null);
  panel.show(told, told !== null);
  back.hidden = made.length === 0;
}

/** Lines under words are drawn when there is something new to say, not at every key. */
function showAndDraw() {
  show();
  underlines.show(letter, remarks.shown);
}

/** @param {import("/sidan/js/text.js").Edit} edit */
function edited(edit) {
  if (!isAsked) return;
  made = made.flatMap(({ span, before }) => {
    const now = moved(span, edit);
    return now ? [{ span: now, before }] : [];
  });
  checking.edited(edit);
  byId("since", HTMLElement).hidden = told === null;
  if (!panel.isWrong) tell("");
  show();
}

/** Read the letter and check all of it. */
function checkAll() {
  if (go.getAttribute("aria-disabled") === "true") return;
  acting.start("check", async () => {
    tell("");
    isAsked = true;
    changed.ids.clear();
    panel.busy(true);
    await readAll();
    void checking.checkLetter();
  });
}

async function readAll() {
  letter.take(await word.readParagraphs(letter.paragraphs.length ? letter.paragraphs : null));
}

/** Follow what is written, when the writer rests. */
function changes() {
  clearTimeout(restTimer);
  // What Word can't be read for now is read with the next change, or when somebody asks.
  restTimer = setTimeout(() => void read().catch(() => {}), REST);
}

async function read() {
  if (!isAsked) return;
  const ids = [...changed.ids];
  const isMore = changed.isMore || ids.some((id) => !letter.paragraphs.some((paragraph) => paragraph.id === id));
  changed.ids.clear();
  changed.isMore = false;
  try {
    if (isMore) await readAll();
    const anew = await word.readAnew(ids);
    letter.change(({ id }) => anew.find((each) => each.id === id));
  } catch {
    await readAll();
  }
}

/**
 * Do something with a remark's words: those that it had when that was asked for, whatever comes before it.
 *
 * @param {string} what
 * @param {Remark} remark
 * @param {number} spot
 * @param {(place: Place) => Promise<unknown>} action
 * @param {string} [done]
 */
function act(what, remark, spot, action, done) {
  const place = letter.placeOf(remark.spots[spot].span);
  const start = async () => {
    if (!place) throw new word.Gone();
    await action(place);
  };
  acting.start(`${what} ${remark.key} ${spot}`, start, done);
}

/** @param {Remark} remark @param {number} spot */
function goTo(remark, spot) {
  list.mark(remark, spot);
  act("show", remark, spot, async (place) => {
    await word.select(place);
    announce(`Markerat i brevet: ${remark.spots[spot].text}`);
  });
}

/** Put words in the place of those that are shown. @param {Remark} remark @param {string} words @param {number} spot */
function putIn(remark, words, spot) {
  const write = async (/** @type {Place} */ place) => {
    const { replace } = await writing();
    await replace(place, words);
    await readAfter(place);
    keep(place, words, remark.spots[spot].text);
  };
  act("replace", remark, spot, write, `Ersatt: ”${words}”. ${howToUndo()}`);
}

/** @param {Remark} remark */
function explain(remark) {
  const [{ span }] = remark.spots;
  const { at, insert } = placeForExplanation(letter.text, span, remark.role, remark.explanation);
  const write = async (/** @type {Place} */ place) => {
    const { writeAfter, writeBelow } = await writing();
    const end = place.start + at - span.start;
    const isBelow = insert.startsWith("\n");
    if (isBelow) await writeBelow(place, [remark.explanation]);
    else await writeAfter({ ...place, end }, insert);
    remarks.all = remarks.all.filter(({ key }) => key !== remark.key);
    await readAfter(place);
    if (!isBelow) keep({ ...place, start: end }, insert, "");
    show();
  };
  act("explain", remark, 0, write, `Förklaringen är insatt. ${howToUndo()}`);
}

/** @param {Remark} remark */
function comment(remark) {
  const says = `${LABELS[remark.level]}: ${remark.message}\n${remark.why}`;
  act("comment", remark, list.placeOf(remark), async (place) => (await writing()).remark(place, says), "Kommentaren står i brevet.");
}

/** @param {Remark} remark */
function hide(remark) {
  remarks.hide(remark);
  showAndDraw();
  if (document.activeElement === document.body) heading.focus();
}

/**
 * Write the lines of the signature that aren't there, below those that are.
 *
 * @param {Record<string, string>} values
 * @param {Signature | null} found
 * @param {import("/sidan/js/missing.js").Signing} signing
 */
function sign(values, found, { linesBelow }) {
  const { after, lines } = linesBelow(letter.paragraphs.map(({ text }) => text), values, found);
  const paragraph = letter.paragraphs[after];
  if (!paragraph || !lines.length) return;
  const write = async () => {
    const { writeBelow } = await writing();
    await writeBelow({ paragraph, index: after }, lines);
    await readAll();
    void checking.checkLetter();
  };
  acting.start("sign", write, `Underskriften är insatt. ${howToUndo()}`);
}

/** Read a paragraph that has been written in. @param {Place} place */
async function readAfter({ paragraph: { id } }) {
  if (!word.has("1.6")) return readAll();
  const [anew] = await word.readAnew([id]);
  letter.change((paragraph) => (paragraph.id === id ? anew : undefined));
}

/** Remember what has been written, where Word can take it back. @param {Place} place where it begins @param {string} words @param {string} before */
function keep({ index, start }, words, before) {
  if (!word.has("1.6")) return;
  const from = letter.starts[index] + start;
  made.push({ span: { start: from, end: from + words.length }, before });
  show();
}

/** Take back what the pane wrote last. */
function undo() {
  acting.start("undo", async () => {
    const last = made.pop();
    const place = last && letter.placeOf(last.span);
    show();
    try {
      if (!place) throw new word.Gone();
      const { takeBack } = await writing();
      await takeBack(place, last.before);
      await readAfter(place);
      tell("Ångrat.");
    } catch (error) {
      if (!(error instanceof word.Gone)) throw error;
      tell(NO_UNDO, "wrong");
    }
    if (back.hidden) go.focus();
  });
}

function howToUndo() {
  return word.has("1.4") ? "Ändringen är spårad i brevet." : `${UNTRACKED} Ångra med Ctrl + Z i brevet.`;
}

/** What writes in the letter. */
function writing() {
  return loaded(import("./writing.js"));
}

/** The next remark, or the one before. @param {KeyboardEvent} event */
function step(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const shown = remarks.shown.filter((remark) => !remark.isWhole);
  if (!event.altKey || event.ctrlKey || !by || !shown.length) return;
  event.preventDefault();
  const at = shown.findIndex((remark) => remark === list.focused());
  const next = shown[(Math.max(at, by < 0 ? 0 : -1) + by + shown.length) % shown.length];
  list.focus(next);
  list.mark(next);
}

/** Why the pane can't work where it stands. @param {{host: Office.HostType | null} | null} info */
function hindrance(info) {
  if (!info) return NO_OFFICE;
  if (info.host !== Office.HostType.Word) return NOT_WORD;
  return word.has("1.3") ? "" : TOO_OLD;
}

async function start() {
  const info = typeof Office === "undefined" ? null : await Office.onReady();
  byId("starting", HTMLElement).remove();
  const wrong = hindrance(info);
  if (wrong) {
    tell(wrong, "wrong");
    for (const part of [byId("guide", HTMLElement), heading, go]) part.hidden = true;
    byId("elsewhere", HTMLElement).hidden = false;
    document.documentElement.dataset.ready = "";
    return;
  }
  list = new List(
    byId("list", HTMLOListElement),
    { goTo, putIn, explain, comment, hide },
    {
      putIn: (words) => `Ersätt med ”${words}”`,
      explain: "Klistra in förklaringen",
      goTo: "Visa i brevet",
      comment: word.has("1.4") ? "Kommentera" : "",
      where: ({ role, near }) => WHERE[role] ?? (near ? `Orden står här: ${near}.` : "Orden går inte att visa i brevet."),
    },
  );
  underlines = new Underlines((key) => {
    const remark = remarks.all.find((each) => each.key === key);
    list.mark(remark);
    list.focus(remark);
  });
  go.addEventListener("click", checkAll);
  back.addEventListener("click", undo);
  document.addEventListener("keydown", step);
  // A Word that doesn't tell what happens is one that is asked.
  await Promise.allSettled([
    underlines.watch(),
    word.watch(
      (ids) => {
        for (const id of ids) changed.ids.add(id);
        changes();
      },
      () => {
        changed.isMore = true;
        changes();
      },
    ),
  ]);
  document.documentElement.dataset.ready = "";
}

void start();
