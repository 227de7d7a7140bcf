import { html, nothing } from 'lit';
import { say } from '../words.js';
import { obstacles, open, parts, status } from './ladder.js';

/** The first lines: why there is a card, or why there is none. */
export function why({ explained, evaluation, cards }, words) {
  if (explained.refused) {
    return none(say('why.refused', explained.refused), nothing, say('why.notEvaluated'));
  }
  const ordered = explained.explanation?.ordered ?? [];
  return cards.length === 0 ? whyNone(evaluation, ordered, words) : whySome(explained, evaluation, cards, ordered, words);
}

const none = (reason, more = nothing, meaning = say('why.noAllClear')) =>
  html`<h2>${say('why.none')}</h2>
    <p class="lead">${reason}</p>
    ${more}
    <p>${meaning}</p>`;

function whyNone(evaluation, ordered, words) {
  if (evaluation.reason) {
    return none(say('why.because', { why: words.of('explain.silence', evaluation.reason) }));
  }
  if (evaluation.heldBack?.length) {
    const topics = evaluation.heldBack.map((topic) => words.topic(topic)).join(', ');
    return none(say('why.because', { why: `${words.of('explain.silence', 'heldBack')}: ${topics}` }));
  }
  if (ordered.length > 0) {
    return none(say('why.order'), orders(ordered, words));
  }
  return none(say('why.nothing', { status: words.of('explain.evaluation', evaluation.status) }));
}

function whySome({ explanation }, evaluation, cards, ordered, words) {
  return html`<h2>${say(cards.length === 1 ? 'why.card' : 'why.cards')}</h2>
    <p class="lead">${cards[0].summary}</p>
    <p>
      ${cardsOf(cards, evaluation, words)}${
        evaluation.diseaseKind ? say('why.kind', { kind: words.of('explain.kind', evaluation.diseaseKind) }) : nothing
      }.
    </p>
    ${ordered.length > 0 ? orders(ordered, words) : leading(explanation, evaluation, words)}`;
}

export const cardsOf = ({ length: n }, { status }, words) =>
  say(n === 1 ? 'why.one' : 'why.many', { n, status: words.of('explain.evaluation', status) });

function leading(explanation, evaluation, words) {
  const first = evaluation.recommendations?.[0];
  const rules = explanation?.rules ?? [];
  const rule = rules.find((one) => one.topic === first?.topic && one.status === first?.status);
  return html`${first ? lead(first, rule, words) : nothing} ${withheld(rules, words)}`;
}

function lead(first, rule, words) {
  const met = (rule?.criteria ?? []).filter(({ role, truth }) => role === 'required' && truth === 'met');
  const conditions = rule ? open(rule) : [];
  return html`<p>${say('why.leads', { topic: words.topic(first.topic) })} ${status(first.status, words)}</p>
    <ul>
      ${met.map(({ statement }) => html`<li>✓ ${words.statement(statement)}</li>`)}
      ${conditions.map(({ statement }) => html`<li>? ${say('explain.onlyIf', { if: words.of('if', statement) })}</li>`)}
    </ul>`;
}

function withheld(rules, words) {
  const absent = rules.filter((rule) => rule.status === 'absent' && obstacles(rule).length > 0);
  return absent.length === 0
    ? nothing
    : html`<h3>${say('why.notOffered')}</h3>
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
        <strong>${words.topic(order.topic)}</strong>, ${say('why.ordered')} ${words.of('explain.verdict', order.verdict)}
        ${parts([...(order.notMet ?? []), ...(order.open ?? [])], words)}
      </li>`,
    )}
  </ul>`;
}
