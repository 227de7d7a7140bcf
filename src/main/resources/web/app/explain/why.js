import { html, nothing } from 'lit';
import { counted } from './words.js';
import { obstacles, open, parts, status } from './ladder.js';

const NO_ALL_CLEAR = 'An empty answer is no all-clear: it says only that nothing here applies to what was read.';
const NOT_EVALUATED = 'Nothing was evaluated, and that is no all-clear.';

/** The first lines: why there is a card, or why there is none. */
export function why({ explained, evaluation, cards }, words) {
  if (explained.refused) {
    return none(html`The service does not answer this request (${explained.refused.status}). ${explained.refused.why}`, nothing, NOT_EVALUATED);
  }
  const ordered = explained.explanation?.ordered ?? [];
  return cards.length === 0 ? whyNone(evaluation, ordered, words) : whySome(explained, evaluation, cards, ordered, words);
}

const none = (reason, more = nothing, meaning = NO_ALL_CLEAR) =>
  html`<h2>Why no card?</h2>
    <p class="lead">${reason}</p>
    ${more}
    <p>${meaning}</p>`;

function whyNone(evaluation, ordered, words) {
  if (evaluation.reason) {
    return none(html`There is no card, because ${words.of('explain.silence', evaluation.reason)}.`);
  }
  if (evaluation.heldBack?.length) {
    const topics = evaluation.heldBack.map((topic) => words.topic(topic)).join(', ');
    return none(html`There is no card, because ${words.of('explain.silence', 'heldBack')}: ${topics}.`);
  }
  if (ordered.length > 0) {
    return none(html`There is no card about the order.`, orders(ordered, words));
  }
  return none(html`Status: ${words.of('explain.evaluation', evaluation.status)}. No rule offers anything.`);
}

function whySome({ explanation }, evaluation, cards, ordered, words) {
  return html`<h2>Why ${cards.length === 1 ? 'this card' : 'these cards'}?</h2>
    <p class="lead">${cards[0].summary}</p>
    <p>
      ${counted(cards.length, 'card')}, ${words.of('explain.evaluation', evaluation.status)}${
        evaluation.diseaseKind ? html`; the chart speaks of ${words.of('explain.kind', evaluation.diseaseKind)}` : nothing
      }.
    </p>
    ${ordered.length > 0 ? orders(ordered, words) : leading(explanation, evaluation, words)}`;
}

function leading(explanation, evaluation, words) {
  const first = evaluation.recommendations?.[0];
  const rules = explanation?.rules ?? [];
  const rule = rules.find((one) => one.topic === first?.topic && one.status === first?.status);
  return html`${first ? lead(first, rule, words) : nothing} ${withheld(rules, words)}`;
}

function lead(first, rule, words) {
  const met = (rule?.criteria ?? []).filter(({ role, truth }) => role === 'required' && truth === 'met');
  const conditions = rule ? open(rule) : [];
  return html`<p>${words.topic(first.topic)} leads: ${status(first.status, words)}</p>
    <ul>
      ${met.map(({ statement }) => html`<li>✓ ${words.statement(statement)}</li>`)}
      ${conditions.map(({ statement }) => html`<li>? only if ${words.of('if', statement)}</li>`)}
    </ul>`;
}

function withheld(rules, words) {
  const absent = rules.filter((rule) => rule.status === 'absent' && obstacles(rule).length > 0);
  return absent.length === 0
    ? nothing
    : html`<h3>Not offered</h3>
        <ul>
          ${absent.map(
            (rule) =>
              html`<li>${words.topic(rule.topic)}: ${obstacles(rule).map((one) => words.obstacle(one)).join('; ')}</li>`,
          )}
        </ul>`;
}

function orders(ordered, words) {
  return html`<ul>
    ${ordered.map(
      (order) => html`<li>
        <strong>${words.topic(order.topic)}</strong>, as ordered: ${words.of('explain.verdict', order.verdict)}
        ${parts([...(order.notMet ?? []), ...(order.open ?? [])], words)}
      </li>`,
    )}
  </ul>`;
}
