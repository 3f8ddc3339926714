/**
 * The mail that is being written, as Outlook gives it and takes it: each question as a promise.
 *
 * @typedef {{body: string, html: boolean}} Body
 * @typedef {{name: string, content: string}} Content in base64
 * @typedef {Body & {subject: string, from: string, attached: Content[], left: string[]}} Draft
 */

/** Bytes of one attached letter, and of all of them together, as in `launch.js`. */
const LARGEST_FILE = 8 * 1024 * 1024;
const LARGEST_MAIL = 15 * 1024 * 1024;
const LETTER = /\.(?:doc[xm]?|dotx|f?odt|rtf|pdf|txt|html?|eml|msg|zip)$/i;

/** Outlook couldn't do it. */
export class OutlookError extends Error {}

/** @returns {Office.MessageCompose} */
const item = () => /** @type {any} */ (Office.context.mailbox.item);

/** Whether there is a mail that somebody writes. */
export const isComposing = () => Boolean(item()?.body?.setAsync);

/** All of the draft that is checked; `left` are the names of letters that can't be. @returns {Promise<Draft>} */
export async function readDraft() {
  const [body, subject, from, attachments] = await Promise.all([
    readBody(),
    called((done) => item().subject.getAsync(done)),
    called((done) => item().from.getAsync(done)).catch(() => null),
    readAttachments(),
  ]);
  return { ...body, subject, from: from ? `${from.displayName} <${from.emailAddress}>` : "", ...attachments };
}

/** @returns {Promise<Body>} */
export async function readBody() {
  const type = await called((done) => item().body.getTypeAsync(done));
  const body = await called((done) => item().body.getAsync(type, done));
  return { body, html: type === Office.CoercionType.Html };
}

/** Write the whole body. @param {Body} body */
export async function writeBody({ body, html }) {
  await called((done) => item().body.setAsync(body, typed(html), done));
}

/** Put a signature where Outlook has it: below what is written, above quoted mail. @param {string} lines @param {boolean} html */
export async function writeSignature(lines, html) {
  await called((done) => item().body.setSignatureAsync(html ? asHtml(lines) : lines, typed(html), done));
}

/** @param {boolean} html */
function typed(html) {
  return { coercionType: html ? Office.CoercionType.Html : Office.CoercionType.Text };
}

/** The words as HTML shows them, a line each. @param {string} words */
export function asHtml(words) {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");
}

async function readAttachments() {
  const all = await called((done) => item().getAttachmentsAsync(done)).catch(() => []);
  /** @type {{id: string, name: string, size: number, isInline: boolean}[]} */
  const letters = all.filter((/** @type {any} */ file) => !file.isInline && LETTER.test(file.name));
  let room = LARGEST_MAIL;
  const contents = await Promise.all(
    letters.map(({ id, name, size }) => {
      const fits = size <= Math.min(room, LARGEST_FILE);
      if (fits) room -= size;
      return fits ? readContent(id, name) : null;
    }),
  );
  const left = letters.filter((_, index) => !contents[index]).map(({ name }) => name);
  return { attached: contents.filter((content) => content !== null), left };
}

/** Null for a file that lies in the cloud, or that Outlook doesn't give. @param {string} id @param {string} name */
async function readContent(id, name) {
  const told = await called((done) => item().getAttachmentContentAsync(id, done)).catch(() => null);
  const isFile = told?.format === Office.MailboxEnums.AttachmentContentFormat.Base64;
  return isFile ? { name, content: String(told.content) } : null;
}

/**
 * @param {(done: (result: Office.AsyncResult<any>) => void) => void} question
 * @returns {Promise<any>}
 */
function called(question) {
  return new Promise((resolve, reject) => {
    const failed = () => reject(new OutlookError());
    try {
      question(({ status, value }) => (status === Office.AsyncResultStatus.Succeeded ? resolve(value) : failed()));
    } catch {
      failed(); // an older Outlook doesn't know the question
    }
  });
}
