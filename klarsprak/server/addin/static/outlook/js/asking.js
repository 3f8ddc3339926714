/**
 * What is asked of the server on a mail.
 */
import { Away, Refused } from "/sidan/js/api.js";

/**
 * @param {import("./mail.js").Draft} draft
 * @returns {Promise<{letters: any[], text: string}>}
 */
export async function askOfMail({ left, ...mail }) {
  const headers = { "Content-Type": "application/json" };
  const options = /** @type {RequestInit} */ ({ method: "POST", headers, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" });
  const answer = await fetch("/api/1/mail", { ...options, body: JSON.stringify(mail) }).catch(() => null);
  const told = await answer?.json().catch(() => null);
  if (told?.letters) return told;
  // A busy server says when to come again; a proxy before one that is away doesn't speak of errors as we do.
  if (!told?.error || answer?.headers.has("Retry-After")) throw new Away();
  throw new Refused(told.error);
}
