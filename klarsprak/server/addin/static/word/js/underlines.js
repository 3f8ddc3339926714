/**
 * Words that there is a remark on, underlined in the letter where Word lets add-ins do that (WordApi 1.7).  Word
 * doesn't keep the lines when the letter is closed.
 *
 * @typedef {import("/sidan/js/remarks.js").Remark} Remark
 * @typedef {import("./letter.js").Letter} Letter
 * @typedef {import("./letter.js").Place} Place
 * @typedef {{ids: string[], says: string}} Drawn
 */
import { Gone, has, paragraphOf } from "./word.js";

const COLOURS = /** @type {const} */ ({ error: "Red", warning: "Berry", info: "Blue" });

export class Underlines {
  /** @param {(key: string) => void} clicked told the key of the remark whose words are clicked */
  constructor(clicked) {
    this.clicked = clicked;
    this.isKnown = has("1.7");
    /** By the paragraph's id. @type {Map<string, Drawn>} */
    this.drawn = new Map();
    /** The remark's key by the line's id. @type {Map<string, string>} */
    this.keys = new Map();
    this.queue = Promise.resolve();
  }

  async watch() {
    if (!this.isKnown) return;
    await Word.run(async (context) => {
      context.document.onAnnotationClicked.add(async ({ id }) => {
        const key = this.keys.get(id);
        if (key) this.clicked(key);
      });
      await context.sync();
    });
  }

  /** Draw what isn't drawn, and take away what shouldn't be. @param {Letter} letter @param {Remark[]} remarks */
  show(letter, remarks) {
    if (!this.isKnown) return;
    const wanted = byParagraph(letter, remarks);
    this.queue = this.queue.then(() => this.draw(wanted)).catch(() => {
      // A line that can't be drawn is no loss: the list says the same.
    });
  }

  /** @param {Map<string, {remark: Remark, place: Place}[]>} wanted */
  async draw(wanted) {
    for (const id of [...this.drawn.keys()]) if (!wanted.has(id)) await this.erase(id);
    for (const [id, marks] of wanted) {
      const says = JSON.stringify(marks.map(({ remark, place: { start, end } }) => [remark.key, remark.level, start, end]));
      if (this.drawn.get(id)?.says === says) continue;
      await this.erase(id);
      const ids = await underline(marks).catch((error) => {
        if (error instanceof Gone) return [];
        throw error;
      });
      this.drawn.set(id, { ids, says });
      ids.forEach((each, index) => this.keys.set(each, marks[index].remark.key));
    }
  }

  /** @param {string} id of a paragraph */
  async erase(id) {
    const ids = this.drawn.get(id)?.ids ?? [];
    this.drawn.delete(id);
    for (const each of ids) this.keys.delete(each);
    // One by one: the writer, or Word, may have taken some away.
    for (const each of ids) {
      await Word.run(async (context) => {
        context.document.getAnnotationById(each).delete();
        await context.sync();
      }).catch(() => {});
    }
  }
}

/** Word counts what is deleted and still shown, or not, by how it is shown: such paragraphs are left out. @param {Letter} letter @param {Remark[]} remarks */
function byParagraph(letter, remarks) {
  /** @type {Map<string, {remark: Remark, place: Place}[]>} */
  const found = new Map();
  for (const remark of remarks) {
    for (const { span } of remark.spots) {
      const place = letter.placeOf(span);
      const { id, raw, text } = place?.paragraph ?? {};
      if (place && id && raw === text) found.set(id, [...(found.get(id) ?? []), { remark, place }]);
    }
  }
  return found;
}

/** @param {{remark: Remark, place: Place}[]} marks of one paragraph @returns {Promise<string[]>} */
function underline(marks) {
  return Word.run(async (context) => {
    const paragraph = await paragraphOf(context, marks[0].place);
    const critiques = marks.map(({ remark, place: { start, end } }) => ({ colorScheme: COLOURS[remark.level], start, length: end - start }));
    const ids = paragraph.insertAnnotations({ critiques });
    await context.sync();
    return ids.value;
  });
}
