import { html, nothing } from 'lit';
import './cds-card.js';
import { counted, say, sayOr } from './words.js';

/** What the service answered, in words: cards, no card, or why there is no answer. */

const READ = ['DATA', 'EMPTY', 'NULL'];

export const evaluation = answer => answer?.body?.extension?.['org.livercds.evaluation'] ?? {};

const unread = ({ data = [] }) => data.filter(key => !READ.includes(key.state));

const gap = key => `${key.key} (${[key.state, key.problem].filter(word => word).join(', ')})`;

function noAdvice(answer) {
  const told = evaluation(answer);
  if (told.status === 'notApplicable') {
    return sayOr(`answer.${told.reason}`, told.reason);
  }
  if (told.heldBack?.length) {
    return say('answer.heldBack');
  }
  if (told.status === 'incomplete') {
    return say('answer.incomplete');
  }
  return say(answer.hook === 'patient-view' ? 'answer.evaluated' : 'answer.nothingToAdd');
}

function empty(answer) {
  const told = evaluation(answer);
  return html`
    <div class="panel empty">
      <h3><span aria-hidden="true">○</span> ${say('answer.noAdvice')}</h3>
      <p>${say('answer.because', { why: noAdvice(answer) })}</p>
      <p><strong>${say('answer.noAllClear')}</strong></p>
      <p class="quiet">${say('answer.status', {
        status: [told.status ?? say('answer.notTold'), told.reason].filter(word => word).join(', ') })}</p>
    </div>`;
}

/** Cards that are left out because nothing behind them has changed. */
function held(answer) {
  const topics = evaluation(answer).heldBack ?? [];
  return topics.length
    ? html`<p class="panel quiet held">${say('answer.held', { topics: topics.join(', ') })}</p>`
    : nothing;
}

function gaps(answer) {
  const keys = unread(evaluation(answer));
  return keys.length
    ? html`<p class="panel warning-note"><span aria-hidden="true">⚠</span> <strong>${say('answer.gaps')}</strong>
        ${say('answer.notRead', { keys: keys.map(gap).join(', ') })}</p>`
    : nothing;
}

const issue = answer => answer.body?.issue?.[0] ?? {};

export const sentence = answer =>
  answer.failure ?? issue(answer).details?.text ?? say('wire.status', { status: answer.status });

function problem(answer) {
  const diagnostics = issue(answer).diagnostics;
  return html`
    <div class="panel problem" role="alert">
      <h3><span aria-hidden="true">✖</span> ${answer.status
        ? say('answer.refused', { status: answer.status })
        : say('answer.none')}</h3>
      <p lang=${answer.failure ? nothing : 'en'}>${sentence(answer)}</p>
      ${diagnostics ? html`<p>${say('answer.diagnostics')} <code>${diagnostics}</code></p>` : nothing}
    </div>`;
}

export const isAnswer = answer => answer?.status === 200 && Array.isArray(answer.body?.cards);

export const spoken = answer => {
  if (!isAnswer(answer)) {
    return '';
  }
  const count = answer.body.cards.length;
  return count === 0
    ? `${say('answer.noAdvice')}. ${say('answer.noAllClear')}`
    : counted(count, 'answer.card', 'answer.cards');
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
