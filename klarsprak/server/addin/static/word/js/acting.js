/**
 * What the writer lets the pane do in Word: one thing after the other, with a word on what came of it.
 */
import { Away } from "/sidan/js/api.js";
import { Gone } from "./word.js";

const GONE = "Stycket har ändrats sedan det granskades, så inget är gjort. Anmärkningen gäller kanske inte längre.";
const AWAY = "Servern svarar inte just nu. Brevet är som det var. Försök igen om en stund.";
const CANNOT = "Word kunde inte göra det. Kanske är brevet skyddat mot ändringar.";

export class Acting {
  /** @param {import("/sidan/js/panel.js").Panel} panel @param {() => Promise<void>} readAll reads the letter anew */
  constructor(panel, readAll) {
    this.panel = panel;
    this.readAll = readAll;
    this.queue = Promise.resolve();
    /** What has been asked for and isn't done: who presses twice wants it once. @type {Set<string>} */
    this.waiting = new Set();
  }

  /**
   * Do something when what was asked for before is done.
   *
   * @param {string} name the same for the same thing
   * @param {() => Promise<unknown>} action
   * @param {string} [done] what is told then
   */
  start(name, action, done = "") {
    if (this.waiting.has(name)) return;
    this.waiting.add(name);
    this.queue = this.queue
      .then(() => this.run(action, done))
      .catch(reportError)
      .finally(() => this.waiting.delete(name));
  }

  /** @param {() => Promise<unknown>} action @param {string} done */
  async run(action, done) {
    if (this.panel.isWrong && !this.panel.isAway) this.panel.tell("");
    try {
      await action();
      if (done) this.panel.tell(done);
    } catch (error) {
      await this.failed(error);
    }
  }

  /** @param {unknown} error */
  async failed(error) {
    this.panel.busy(false);
    if (error instanceof Gone) {
      this.panel.tell(GONE, "wrong");
      await this.readAll();
    } else if (error instanceof OfficeExtension.Error) this.panel.tell(CANNOT, "wrong");
    else if (error instanceof Away) this.panel.tell(AWAY, "wrong");
    else throw error;
  }
}
