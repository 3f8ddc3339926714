/**
 * The mail that is being written, as Outlook gives it and takes it: each question as a promise.
 *
 * @typedef {{id: string, name: string, size: number, isInline: boolean, attachmentType: string}} Attached
 * @typedef {{name: string, content: string}} Content in base64
 * @typedef {{text: string, isHtml: boolean}} Body
 * @typedef {{subject: string, from: string, body: Body, attached: Content[], left: string[]}} Draft
 */

/** Bytes of one attached letter, and of all of them together, as in `launch.js`. */
const LARGEST_FILE = 8 * 1024 * 1024;
const LARGEST_MAIL = 15 * 1024 * 1024;
const LETTER = /\.(?:docx|doc|odt|rtf|pdf|txt|eml)$/i;

/** Outlook couldn't do it. */
export class OutlookError extends Error {}

/** @returns {Office.MessageCompose} */
function composed() {
  return /** @type {any} */ (Office.context.mailbox.item);
}

/** @param {string} version of the set *Mailbox*, which is told of in Microsoft's reference */
export function has(version) {
  return Office.context.requirements.isSetSupported("Mailbox", version);
}

/** Whether there is a mail that somebody writes. */
export function isComposing() {
  return typeof composed()?.body?.setAsync === "function";
}

/** All of the draft that is checked. @returns {Promise<Draft>} */
export async function readDraft() {
  const item = composed();
  const [body, subject, from, attachments] = await Promise.all([
    readBody(),
    called((done) => item.subject.getAsync(done)),
    readSender(),
    readAttachments(),
  ]);
  return { body, subject, from, ...attachments };
}

/** @returns {Promise<Body>} */
export async function readBody() {
  const { body } = composed();
  const type = await called((done) => body.getTypeAsync(done));
  const text = await called((done) => body.getAsync(type, done));
  return { text, isHtml: type === Office.CoercionType.Html };
}

/** Write the whole body. @param {Body} body */
export async function writeBody({ text, isHtml }) {
  const coercionType = isHtml ? Office.CoercionType.Html : Office.CoercionType.Text;
  await called((done) => composed().body.setAsync(text, { coercionType }, done));
}

/** Put a signature where Outlook has it: below what is written, above quoted mail. @param {string} lines @param {boolean} isHtml */
export async function writeSignature(lines, isHtml) {
  const coercionType = isHtml ? Office.CoercionType.Html : Office.CoercionType.Text;
  const text = isHtml ? asHtml(lines) : lines;
  await called((done) => composed().body.setSignatureAsync(text, { coercionType }, done));
}

/** The words as HTML shows them, a line each. @param {string} words */
export function asHtml(words) {
  return escaped(words).replace(/\n/g, "<br>");
}

/** @param {string} words */
export function escaped(words) {
  return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** The name that Outlook knows the writer by. */
export function ownName() {
  return Office.context.mailbox.userProfile?.displayName ?? "";
}

/** *Eva Ek <eva.ek@ekvalla.se>*; nothing where Outlook can't tell. @returns {Promise<string>} */
async function readSender() {
  try {
    const from = await called((done) => composed().from.getAsync(done));
    return `${from.displayName} <${from.emailAddress}>`;
  } catch {
    return "";
  }
}

/** The letters that are attached, and the names of those that can't be read. */
async function readAttachments() {
  /** @type {Attached[]} */
  const all = await called((done) => composed().getAttachmentsAsync(done)).catch(() => []);
  const letters = all.filter((file) => !file.isInline && LETTER.test(file.name));
  let room = LARGEST_MAIL;
  const contents = await Promise.all(
    letters.map((file) => {
      const fits = file.size <= Math.min(room, LARGEST_FILE);
      if (fits) room -= file.size;
      return fits ? readContent(file) : null;
    }),
  );
  const left = letters.filter((_, index) => !contents[index]).map((file) => file.name);
  return { attached: contents.filter((content) => content !== null), left };
}

/** Null for a file that lies in the cloud, or that Outlook doesn't give. @param {Attached} file @returns {Promise<Content | null>} */
async function readContent(file) {
  try {
    const told = await called((done) => composed().getAttachmentContentAsync(file.id, done));
    const isFile = told.format === Office.MailboxEnums.AttachmentContentFormat.Base64;
    return isFile ? { name: file.name, content: told.content } : null;
  } catch {
    return null;
  }
}

/**
 * @param {(done: (result: Office.AsyncResult<any>) => void) => void} question
 * @returns {Promise<any>}
 */
function called(question) {
  return new Promise((resolve, reject) => {
    question((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(new OutlookError(result.error?.message));
    });
  });
}
