import { html, nothing } from 'lit';
import './cds-card.js';

/** What the service answered, in words: cards, no card, or why there is no answer. */

const REASONS = {
  noLiverDisease: 'The conditions hold no code of a liver disease.',
  benignOnly: 'The only liver condition in the chart is benign.',
  deceased: 'The patient has died.',
  historyOnly: 'The chart tells of a liver cancer in the past and of no lesion now.',
  notAClinician: 'The user is no clinician, and gets no treatment text.',
  noRelevantOrder: 'The order is none of the liver treatments that the service knows by code.',
};

const READ = ['DATA', 'EMPTY', 'NULL'];

export const evaluation = answer => answer?.body?.extension?.['org.livercds.evaluation'] ?? {};

const unread = ({ data = [] }) => data.filter(key => !READ.includes(key.state));

const gap = key => `${key.key} (${[key.state, key.problem].filter(word => word).join(', ')})`;

function noAdvice(answer) {
  const told = evaluation(answer);
  if (told.status === 'notApplicable') {
    return REASONS[told.reason] ?? told.reason;
  }
  if (told.heldBack?.length) {
    return 'The advice is the same that this user set aside, and nothing behind it has changed since.';
  }
  if (told.status === 'incomplete') {
    return 'The chart could not be read in full.';
  }
  return answer.hook === 'patient-view'
    ? 'The chart was evaluated, and no criterion applies.'
    : 'The service has nothing to add to this order: its criterion is met, or no rule speaks of it for this disease.';
}

function empty(answer) {
  const told = evaluation(answer);
  return html`
    <div class="panel empty">
      <h3><span aria-hidden="true">○</span> No advice</h3>
      <p>No advice: ${noAdvice(answer)}</p>
      <p><strong>This is not an all-clear.</strong></p>
      <p class="quiet">Status: ${told.status ?? 'not told'}${told.reason ? `, ${told.reason}` : ''}.</p>
    </div>`;
}

/** Cards that are left out because nothing behind them has changed. */
function held(answer) {
  const topics = evaluation(answer).heldBack ?? [];
  return topics.length
    ? html`<p class="panel quiet held">Held back, because this user set it aside and nothing behind it has changed:
        ${topics.join(', ')}.</p>`
    : nothing;
}

function gaps(answer) {
  const keys = unread(evaluation(answer));
  return keys.length
    ? html`<p class="panel warning-note"><span aria-hidden="true">⚠</span> <strong>Incomplete:</strong> not read in
        full: ${keys.map(gap).join(', ')}.</p>`
    : nothing;
}

const issue = answer => answer.body?.issue?.[0] ?? {};

export const sentence = answer =>
  answer.failure ?? issue(answer).details?.text ?? `The answer has status ${answer.status} and says nothing more.`;

function problem(answer) {
  const diagnostics = issue(answer).diagnostics;
  return html`
    <div class="panel problem" role="alert">
      <h3><span aria-hidden="true">✖</span> ${answer.status ? `Refused (${answer.status})` : 'No answer'}</h3>
      <p>${sentence(answer)}</p>
      ${diagnostics ? html`<p>Diagnostics: <code>${diagnostics}</code></p>` : nothing}
    </div>`;
}

export const isAnswer = answer => answer?.status === 200 && Array.isArray(answer.body?.cards);

export const spoken = answer => {
  if (!isAnswer(answer)) {
    return '';
  }
  const count = answer.body.cards.length;
  return count === 0 ? 'No advice. This is not an all-clear.' : `${count} ${count === 1 ? 'card' : 'cards'}.`;
};

/** @param address of the service that answered, for feedback */
export function answerView(answer, address) {
  if (!isAnswer(answer)) {
    return problem(answer);
  }
  const { cards } = answer.body;
  return html`${cards.length ? gaps(answer) : html`${empty(answer)}${gaps(answer)}`} ${held(answer)}
    ${cards.map((card, i) => html`<cds-card .card=${card} .address=${address} ?leads=${i === 0}></cds-card>`)}`;
}
