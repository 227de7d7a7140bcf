import { html, nothing } from 'lit';
import { evidence } from './evidence.js';
import { say } from '../words.js';

const SIGNS = { met: '✓', notMet: '✗', unknown: '?' };

/** What a criterion does to its rule as the chart is: good, bad, open, or nothing. */
export function effect({ role, truth, reason }) {
  const unread = truth === 'unknown' && reason === 'incomplete';
  switch (role) {
    case 'required':
      return { met: 'good', notMet: 'bad', unknown: 'open' }[truth];
    case 'blocking':
      return truth === 'met' ? 'bad' : 'none';
    case 'limiting':
      return truth === 'met' || unread ? 'open' : 'none';
    default:
      return 'none';
  }
}

export const obstacles = (rule) => (rule.criteria ?? []).filter((criterion) => effect(criterion) === 'bad');

export const open = (rule) => (rule.criteria ?? []).filter((criterion) => effect(criterion) === 'open');

const STATUS_SIGNS = { recommended: '✓', conditional: '?', info: 'i', absent: '✗', otherKind: '–' };

export const status = (code, words) =>
  html`<span class="badge ${code}"><span aria-hidden="true">${STATUS_SIGNS[code] ?? ''} </span>${words.of('explain.status', code)}</span>`;

const truth = (code, kind, words) =>
  html`<span class="badge ${kind}"><span aria-hidden="true">${SIGNS[code]} </span>${words.of('explain.truth', code)}</span>`;

/** A rule: its status, and every criterion with what the chart says to it. */
export function ladder(rule, words, millimetres, isOpen) {
  return html`<details class="rule" ?open=${isOpen}>
    <summary>
      <span class="name">${words.topic(rule.topic)}</span>
      ${status(rule.status, words)}
      <span class="quiet">${rule.rule}</span>
      ${why(rule, words)}
    </summary>
    <ol class="ladder">
      ${(rule.criteria ?? []).map((criterion) => rung(criterion, words, millimetres))}
    </ol>
    <p class="quiet">${say('explain.sources', { ids: words.citations(rule.citations) })}</p>
  </details>`;
}

function why(rule, words) {
  const reasons = rule.status === 'absent' ? obstacles(rule).map((one) => words.obstacle(one)) : [];
  const conditions = rule.status === 'conditional' ? open(rule).map((one) => words.of('if', one.statement)) : [];
  const text = reasons.length ? reasons.join('; ') : conditions.length ? say('explain.onlyIf', { if: conditions.join(say('explain.and')) }) : '';
  return text ? html`<span class="why">${text}</span>` : nothing;
}

function rung(criterion, words, millimetres) {
  return html`<li class=${effect(criterion)}>
    <p class="row">
      ${truth(criterion.truth, effect(criterion), words)}
      <span>${words.statement(criterion.statement)}</span>
      <span class="quiet">${words.of('explain.role', criterion.role)}${because(criterion, words)}</span>
    </p>
    ${evidence(criterion.evidence, words, millimetres)}
    ${parts(criterion.parts, words, millimetres)}
  </li>`;
}

export function parts(list = [], words, millimetres) {
  return list.length === 0
    ? nothing
    : html`<ul class="parts">
        ${list.map(
          (part) => html`<li>
            <p class="row">${truth(part.truth, 'none', words)} <span>${words.statement(part.statement)}${because(part, words)}</span></p>
            ${evidence(part.evidence, words, millimetres)}
            ${parts(part.parts, words, millimetres)}
          </li>`,
        )}
      </ul>`;
}

function because({ reason }, words) {
  return reason ? html`; ${words.of('explain.reason', reason)}` : nothing;
}
