import { parsed } from '../requests.js';
import { IN_LANGUAGE, say } from '../words.js';

const HEADERS = { 'Content-Type': 'application/json', ...IN_LANGUAGE };

/** An answer that is no success, in the words of its OperationOutcome. */
export class RefusedError extends Error {
  constructor(status, outcome) {
    super((outcome?.issue ?? []).map((issue) => issue.details?.text ?? issue.diagnostics).join(' ') || say('explain.answer', { status }));
    this.status = status;
  }
}

async function call(path, options) {
  const answer = await fetch(path, options);
  const text = await answer.text();
  if (!answer.ok) {
    throw new RefusedError(answer.status, parsed(text));
  }
  return text;
}

export const get = (path) => call(path, { headers: IN_LANGUAGE });

const post = (path, text) => call(path, { method: 'POST', headers: HEADERS, body: text });

/**
 * What the service answers to a request, and why. The request stays text, so that its numbers stay as they were written.
 */
export async function answered(service, text) {
  const id = encodeURIComponent(service);
  const explained = JSON.parse(await post(`/explain/${id}`, text));
  if (explained.refused) {
    return { explained, evaluation: explained.evaluation, cards: [] };
  }
  const response = JSON.parse(await post(`/cds-services/${id}`, text));
  const evaluation = response.extension?.['org.livercds.evaluation'] ?? explained.evaluation;
  return { explained, evaluation, cards: response.cards ?? [] };
}

export function amended(service, text, changes) {
  const question = `{"request":${text},"changes":${JSON.stringify(changes)}}`;
  return post(`/demo/what-if/${encodeURIComponent(service)}`, question);
}
