import { html, nothing } from 'lit';
import { evidence } from './evidence.js';
import { status } from './ladder.js';
import { counted, say } from '../words.js';

const section = (title, content) => html`<section class="panel"><h2>${title}</h2>${content}</section>`;

const empty = (text) => html`<p class="quiet">${text}</p>`;

/** What came with the request, what was asked for, and what became of it. */
export function ledger(data = [], words) {
  const entries = data.map(
    (one) => html`<dt>${words.of('explain.key', one.key)}</dt>
      <dd>
        ${words.of('explain.state', one.state)} (${words.of('explain.origin', one.source)})${
          one.resources > 0 ? `: ${counted(one.resources, 'read.one', 'read.many')}` : nothing
        }${one.skipped > 0 ? `; ${counted(one.skipped, 'read.asideOne', 'read.asideMany')}` : nothing}
        ${one.problem ? html`<br />${words.of('explain.problem', one.problem)}` : nothing}
      </dd>`,
  );
  return section(say('read.title'), data.length ? html`<dl>${entries}</dl>` : empty(say('read.nothing')));
}

export function setAside(list = [], words) {
  const items = list.map(
    (one) => html`<li>
      <code>${one.reference}</code> (${words.of('explain.key', one.key)}): ${words.of('explain.aside', one.why)}
    </li>`,
  );
  return section(say('aside.title'), list.length ? html`<ul>${items}</ul>` : empty(say('aside.nothing')));
}

/** Each fact in the unit of the rules, beside the entries as they are recorded. */
export function facts({ lesions = [], facts: all = [] }, words, millimetres) {
  const measured = lesions.map(
    (lesion, i) => html`<dt>${words.subject('lesion-size')} ${i + 1}</dt>
      <dd>
        ${
          lesion.millimetres !== undefined
            ? html`<strong>${words.range(lesion.millimetres)} mm</strong>`
            : words.of('explain.reason', lesion.reason ?? 'notRecorded')
        }
        ${lesion.inLiver ? nothing : html`<br />${say('facts.notInLiver')}`}
        ${evidence(lesion.evidence, words)} ${evidence(lesion.treatments, words)}
      </dd>`,
  );
  const others = all.map(
    (fact) => html`<dt>${words.fact(fact)}</dt>
      <dd>
        ${fact.value === undefined ? words.factValue(fact) : html`<strong>${words.factValue(fact)}</strong>`}
        ${evidence(fact.evidence, words, millimetres)}
      </dd>`,
  );
  return section(say('facts.title'), html`<dl>${measured}${others}</dl>`);
}

export function checks({ cautions = [], missing = [] }, words) {
  const caution = (one) => html`<li>
    ${words.caution(one.id)}
    ${evidence(one.evidence, words)}
  </li>`;
  const datum = (one) => html`<li>
    <strong>${words.of('missing', `${one.id}.short`)}</strong>: ${words.of('missing', `${one.id}.text`)}
    ${one.reason ? html`<span class="quiet">(${words.of('explain.reason', one.reason)})</span>` : nothing}
  </li>`;
  return section(
    say('checks.title'),
    cautions.length + missing.length === 0
      ? empty(say('checks.nothing'))
      : html`${cautions.length ? html`<h3>${say('checks.cautions')}</h3><ul>${cautions.map(caution)}</ul>` : nothing}
          ${missing.length ? html`<h3>${say('checks.missing')}</h3><ul>${missing.map(datum)}</ul>` : nothing}`,
  );
}

/** @param leads the topic that leads today */
export function tipping(list = [], leads, words) {
  const items = list.map(
    (one) => html`<li>
      ${words.of('change', one.change)}: ${words.topic(leads)} ${status(one.then, words)}${
        one.first && one.first !== leads ? say('tipping.leads', { topic: words.topic(one.first) }) : nothing
      }
      ${evidence(one.today, words)}
    </li>`,
  );
  return section(say('tipping.title'), list.length ? html`<ul>${items}</ul>` : empty(say('tipping.nothing')));
}

/** Which content judged. */
export function content({ ruleVersion, contentHash, contentChanged }, words) {
  const text = words.of('heading', contentChanged ? 'content-changed' : 'content');
  const filled = text.replace('{version}', ruleVersion).replace('{hash}', contentHash);
  return html`<p class="quiet content">${say('explain.content', { content: filled })}</p>`;
}

export function timings(times, words) {
  const told = (milliseconds) => words.number(String(milliseconds));
  return times
    ? html`<p class="quiet">${say('timings.took', { reading: told(times.reading), judging: told(times.judging) })}</p>`
    : nothing;
}
