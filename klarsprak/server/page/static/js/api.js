/**
 * What is asked of the server. A question that finds it away or busy is told by `Away`, and can be asked again.
 */

/** The server doesn't answer, or has too much to do. */
export class Away extends Error {}
/** The server has answered that it can't do this; the message is for the writer. */
export class Refused extends Error {}

const OTHER = "Det gick inte den här gången. Försök igen.";

/**
 * @param {string} path
 * @param {RequestInit} [options]
 * @returns {Promise<Response>}
 */
async function ask(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer", ...options });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Away();
  }
  if (answer.ok) return answer;
  // A busy server says when to come again; a proxy before one that is away doesn't speak of errors as we do.
  const told = await answer.json().catch(() => ({}));
  const isTold = typeof told.error === "string";
  if (answer.headers.has("Retry-After") || (answer.status >= 500 && !isTold)) throw new Away();
  throw new Refused(isTold ? told.error : OTHER);
}

/** A part of a pane that is loaded when it is asked for. @template T @param {Promise<T>} loading @returns {Promise<T>} */
export function loaded(loading) {
  return loading.catch(() => {
    throw new Away();
  });
}

/** @param {unknown} data @param {AbortSignal} [signal] @returns {RequestInit} */
function asJson(data, signal) {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data), signal };
}

/** @param {File} file @param {Record<string, string>} [choices] @returns {RequestInit} */
function asForm(file, choices = {}) {
  const form = new FormData();
  form.append("file", file, file.name);
  for (const [key, value] of Object.entries(choices)) form.append(key, value);
  return { method: "POST", body: form };
}

/**
 * What is said of a text; one that isn't whole is a paragraph.
 *
 * @param {string} text
 * @param {boolean} whole
 * @param {AbortSignal} [signal]
 */
export async function check(text, whole, signal) {
  const answer = await ask("/api/1/check", asJson({ text, whole, level: "info" }, signal));
  return (await answer.json()).letters[0];
}

/**
 * What is said of a letter in a file; `blocks` holds the text of each block that a finding's place names by its number.
 *
 * @param {File} file
 * @param {AbortSignal} [signal]
 */
export async function checkFile(file, signal) {
  const answer = await ask("/api/1/check", { ...asForm(file, { level: "info", blocks: "true" }), signal });
  return (await answer.json()).letters[0];
}

/**
 * The letters in a file.
 *
 * @param {File} file
 * @returns {Promise<{file: string, format: string | null, text: string, notes: string[], error: string | null}[]>}
 */
export async function lettersIn(file) {
  return (await (await ask("/api/1/text", asForm(file))).json()).letters;
}

/**
 * A Word document with the remarks.
 *
 * @param {string | File} letter
 * @param {"comments" | "changes"} mode
 * @returns {Promise<{blob: Blob, changes: number}>}
 */
export async function asWord(letter, mode) {
  const options = typeof letter === "string" ? asJson({ text: letter, mode }) : asForm(letter, { mode });
  const answer = await ask("/api/1/annotate", options);
  return { blob: await answer.blob(), changes: Number(answer.headers.get("Klarsprak-Changes")) };
}

/** @returns {Promise<{organisation: string, units: string[], addresses: string[]}>} */
export async function sender() {
  return (await ask("/api/1/sender")).json();
}
