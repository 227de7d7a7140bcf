/** Calls over HTTP, as an EHR makes them. */

import { IN_LANGUAGE, say } from './words.js';

const JSON_TYPE = { 'Content-Type': 'application/json', ...IN_LANGUAGE };

async function read(response) {
  const body = await response.text();
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What a call gave: status and body, or the failure in words; and the milliseconds that it took. */
async function call(address, options) {
  const begin = performance.now();
  try {
    const response = await fetch(address, options);
    const body = await read(response);
    return { status: response.status, body, milliseconds: Math.round(performance.now() - begin) };
  } catch (failed) {
    return { failure: say('wire.unreachable', { address, why: failed.message }) };
  }
}

export const get = address => call(address, { headers: IN_LANGUAGE });

export const post = (address, body) => call(address, { method: 'POST', headers: JSON_TYPE, body });

/** The same call for a shell. */
export const curl = (address, body) =>
  [`curl -s -H 'Content-Type: application/json' --data-binary @- '${address}' <<'REQUEST'`, body, 'REQUEST'].join('\n');
