/**
 * Files in and out: a letter that is opened or dropped, and the Word document that is saved.
 *
 * @typedef {{file: File, text: string, isWord: boolean}} Source
 * @typedef {Awaited<ReturnType<typeof import("./api.js").lettersIn>>[number]} LetterInFile
 */
import { asWord, lettersIn } from "./api.js";
import { byId, make } from "./dom.js";
import { withPlainLineEnds } from "./text.js";

const LARGEST = 25 * 1024 * 1024;

export class Files {
  /** @param {{open: (text: string, notes: string[], name: string) => void, tell: (says: string, kind?: import("./panel.js").Kind) => void}} page */
  constructor(page) {
    this.page = page;
    /** The file that the text came from. @type {Source | null} */
    this.source = null;
    this.chooser = byId("choose", HTMLDialogElement);
  }

  /** @param {File} file */
  async open(file) {
    const wrong = wrongWith(file);
    if (wrong) {
      this.page.tell(wrong, "wrong");
      return;
    }
    this.page.tell(`Öppnar ${file.name} …`);
    const letters = await lettersIn(file);
    const letter = letters.length > 1 ? await this.choose(letters) : letters[0];
    if (!letter) this.page.tell("");
    else if (letter.error) this.page.tell(`${file.name}: ${letter.error}`, "wrong");
    else this.take(file, letter);
  }

  /** @param {File} file @param {LetterInFile} letter */
  take(file, letter) {
    const text = withPlainLineEnds(letter.text);
    this.source = { file, text, isWord: letter.format === "docx" && letter.file === file.name };
    this.page.open(text, letter.notes, file.name);
  }

  /** Let the writer choose one of a mail's letters; undefined for none. @param {LetterInFile[]} letters @returns {Promise<LetterInFile | undefined>} */
  choose(letters) {
    const list = byId("choose-list", HTMLUListElement);
    return new Promise((resolve) => {
      list.replaceChildren(...letters.map((letter, index) => choiceOf(letter, index)));
      this.chooser.returnValue = "";
      this.chooser.addEventListener("close", () => resolve(letters[Number(this.chooser.returnValue || "-1")]), { once: true });
      this.chooser.showModal();
    });
  }

  /** Save the letter as a Word document with remarks. @param {string} text @param {"comments" | "changes"} mode */
  async save(text, mode) {
    const isUnchanged = this.source?.isWord && this.source.text === text;
    const { blob, changes } = await asWord(isUnchanged && this.source ? this.source.file : text, mode);
    if (mode === "changes" && changes === 0) {
      this.page.tell("Det finns inga ändringar som är säkra att göra åt dig. Spara med kommentarer i stället.");
      return;
    }
    const stem = (this.source?.file.name ?? "brev").replace(/\.[^.]+$/, "");
    const name = `${stem}.${mode === "changes" ? "rättad" : "granskad"}.docx`;
    download(blob, name);
    this.page.tell(`${name} är sparad bland dina hämtade filer.`);
  }
}

/** What may be opened is what the button that opens files lets one choose. @param {File} file */
function wrongWith(file) {
  const name = file.name.toLowerCase();
  const endings = byId("file", HTMLInputElement).accept.split(",");
  if (!endings.some((ending) => name.endsWith(ending))) {
    return `${file.name} går inte att öppna här. Öppna ett brev från Word (docx) eller LibreOffice (odt), en rtf-fil, en pdf, en textfil (txt), en webbsida (html) eller ett mejl (eml, msg).`;
  }
  if (file.size > LARGEST) return `${file.name} är för stor. Filen får vara högst 25 MB.`;
  return "";
}

/** @param {LetterInFile} letter @param {number} index */
function choiceOf(letter, index) {
  const name = letter.file.includes("#") ? letter.file.slice(letter.file.indexOf("#") + 1) : "Själva mejlet";
  const starts = letter.error ?? letter.text.trim().slice(0, 90);
  const choice = make("button", { value: String(index) }, make("strong", {}, name), make("span", {}, starts));
  choice.disabled = letter.error !== null;
  return make("li", {}, choice);
}

/** @param {Blob} blob @param {string} name */
function download(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
