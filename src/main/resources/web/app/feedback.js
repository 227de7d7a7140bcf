import { post } from './wire.js';
import { say } from './words.js';

/** What the clinician did with a card, told to the service that gave it, as CDS Hooks has it. */

const now = () => new Date().toISOString();

const tell = (address, item) => post(`${address}/feedback`, JSON.stringify({ feedback: [item] }));

/** The words for what became of it. */
export const became = answer => (answer.status === 200
  ? say('feedback.sent')
  : say('feedback.notTaken', { why: answer.failure ?? answer.body?.issue?.[0]?.details?.text
    ?? say('feedback.status', { status: answer.status }) }));

export const overridden = (address, card, { code, system, display }) => tell(address, {
  card: card.uuid,
  outcome: 'overridden',
  overrideReason: { reason: { code, system, display } },
  outcomeTimestamp: now(),
});

export const accepted = (address, card, suggestion) => tell(address, {
  card: card.uuid,
  outcome: 'accepted',
  acceptedSuggestions: [{ id: suggestion.uuid }],
  outcomeTimestamp: now(),
});
