/**
 * What stands around the list of remarks: how many there are, which are shown, what the letter's reading gave, and
 * a line for what there is to tell.
 *
 * @typedef {"" | "wrong" | "away"} Kind of what is told: news, something that didn't go, a server that doesn't answer
 */
import { byId, make } from "./dom.js";
import { LEVELS, describeCounts } from "./remarks.js";

/** Milliseconds before it is worth saying that something takes time. */
const PATIENCE = 800;

export class Panel {
  /** @param {import("./remarks.js").Remarks} remarks @param {() => void} show shows all anew */
  constructor(remarks, show) {
    this.remarks = remarks;
    this.heading = byId("remarks-heading", HTMLElement);
    this.notice = byId("notice", HTMLElement);
    /** What was last read out, so that nothing is said twice. */
    this.announced = "";
    this.busyTimer = 0;
    for (const level of LEVELS) {
      const box = byId(`show-${level}`, HTMLInputElement);
      box.checked = true;
      box.addEventListener("change", () => {
        if (box.checked) remarks.levels.add(level);
        else remarks.levels.delete(level);
        show();
      });
    }
    byId("unhide", HTMLButtonElement).addEventListener("click", () => {
      remarks.unhide();
      show();
      this.heading.focus();
    });
  }

  get isWrong() {
    return Boolean(this.notice.dataset.kind);
  }

  get isAway() {
    return this.notice.dataset.kind === "away";
  }

  /** @param {any} told the server's last words on the whole letter @param {boolean} isChecked */
  show(told, isChecked) {
    this.heading.textContent = headingOf(told, isChecked, describeCounts(this.remarks.counts));
    const empty = byId("nothing", HTMLElement);
    empty.hidden = !isChecked || (this.remarks.shown.length > 0 && !told?.error);
    empty.textContent = this.emptiness(told);
    byId("guide", HTMLElement).hidden = isChecked;
    byId("filter", HTMLElement).hidden = this.remarks.all.length === 0;
    for (const level of LEVELS) byId(`count-${level}`, HTMLElement).textContent = String(this.remarks.counts[level]);
    byId("letter-notes", HTMLElement).replaceChildren(...(told?.notes ?? []).map((/** @type {string} */ note) => make("p", {}, note)));
    const hidden = byId("unhide", HTMLButtonElement);
    hidden.hidden = this.remarks.hiddenCount === 0;
    hidden.textContent = `Visa dolda igen (${this.remarks.hiddenCount})`;
  }

  /** What stands where there are no remarks. @param {any} told */
  emptiness(told) {
    if (told?.error) return told.error;
    if (this.remarks.all.length) return "Alla anmärkningar är dolda. Du väljer ovanför vad som visas.";
    return "Läs ändå brevet en gång till. Programmet ser inte om något är fel i sak.";
  }

  /** Say that something takes time, if it does. @param {boolean} isBusy */
  busy = (isBusy) => {
    clearTimeout(this.busyTimer);
    const busy = byId("busy", HTMLElement);
    if (!isBusy) busy.hidden = true;
    else this.busyTimer = setTimeout(() => (busy.hidden = false), PATIENCE);
  };

  /** Tell something on a line of its own. @param {string} says @param {Kind} [kind] */
  tell = (says, kind = "") => {
    if (this.notice.textContent !== says) this.notice.textContent = says;
    this.notice.dataset.kind = kind;
  };

  /** Let a screen reader say something, once. @param {string} says */
  announce = (says) => {
    if (says === this.announced) return;
    this.announced = says;
    byId("announce", HTMLElement).textContent = says;
  };
}

/** @param {any} told @param {boolean} isChecked @param {string} counts */
function headingOf(told, isChecked, counts) {
  if (!isChecked) return "Anmärkningar";
  if (told?.error) return "Inte granskat";
  return counts || "Inget att anmärka på";
}
