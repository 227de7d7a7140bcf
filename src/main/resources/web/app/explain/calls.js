const HEADERS = { 'Content-Type': 'application/json' };

/** An answer that is no success, in the words of its OperationOutcome. */
export class RefusedError extends Error {
  constructor(status, outcome) {
    super((outcome?.issue ?? []).map((issue) => issue.details?.text ?? issue.diagnostics).join(' ') || `Answer ${status}`);
    this.status = status;
  }
}

async function post(path, text) {
  const answer = await fetch(path, { method: 'POST', headers: HEADERS, body: text });
  const body = await answer.text();
  if (!answer.ok) {
    throw new RefusedError(answer.status, parsed(body));
  }
  return body;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function get(path) {
  const answer = await fetch(path);
  const text = await answer.text();
  if (!answer.ok) {
    throw new RefusedError(answer.status, parsed(text));
  }
  return text;
}

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
