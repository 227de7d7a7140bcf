import { LitElement, html, nothing } from 'lit';
import './explain-source.js';
import './what-if.js';
import { answered } from './calls.js';
import { checks, content, facts, ledger, setAside, timings, tipping } from './chart.js';
import { millimetresOf } from './evidence.js';
import { ladder } from './ladder.js';
import { why } from './why.js';
import { Words } from './words.js';
import { say } from '../words.js';

/** The whole page: a request, what the service answers to it, and all that lies behind the answer. */
class ExplainPage extends LitElement {
  static properties = {
    words: { state: true },
    request: { state: true },
    answer: { state: true },
    problem: { state: true },
    busy: { state: true },
  };

  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  async firstUpdated() {
    try {
      this.words = await Words.load();
    } catch (failure) {
      this.problem = failure.message;
    }
  }

  /** An answer that comes after the next question is dropped. */
  async explain({ detail: request }) {
    const asked = (this.asked = request);
    this.busy = true;
    const [answer, problem] = await answered(request.service, request.text).then(
      (one) => [one, undefined],
      (failure) => [undefined, failure.message],
    );
    if (asked === this.asked) {
      [this.request, this.answer, this.problem, this.busy] = [request, answer, problem, false];
    }
  }

  render() {
    return html`${this.words
        ? html`<explain-source @explain=${this.explain} @unusable=${this.unusable}></explain-source>`
        : nothing}
      <p class="aside" role="status">${this.busy ? say('explain.busy') : this.answer ? say('explain.done') : ''}</p>
      ${this.problem ? html`<section class="panel problem" role="alert"><h2>${this.words ? say('explain.not') : '✖'}</h2><p>${this.problem}</p></section>` : nothing}
      ${this.answer ? this.explanation() : nothing}`;
  }

  unusable({ detail: problem }) {
    [this.asked, this.busy, this.answer, this.problem] = [undefined, false, undefined, problem];
  }

  explanation() {
    const { answer, words } = this;
    const { explanation, evaluation: told } = answer.explained;
    return html`<section class="panel">
        <p class="quiet">${this.request.title}</p>
        ${why(answer, words)} ${timings(answer.explained.millisecondsOf, words)} ${content(told, words)}
      </section>
      ${explanation
        ? html`<what-if .words=${words} .request=${this.request} .before=${answer}></what-if>
            ${this.rules(explanation)}
            <div class="sides">
              <div>
                ${checks(explanation, words)} ${tipping(explanation.tippingPoints, told.recommendations?.[0]?.topic, words)}
                ${ledger(told.data, words)} ${setAside(explanation.setAside, words)}
              </div>
              ${facts(explanation, words, millimetresOf(explanation.lesions))}
            </div>`
        : nothing}`;
  }

  rules({ rules = [], lesions }) {
    const { words } = this;
    const sizes = millimetresOf(lesions);
    const first = this.answer.evaluation.recommendations?.[0]?.topic;
    const ours = rules.filter((rule) => rule.status !== 'otherKind');
    const others = rules.filter((rule) => rule.status === 'otherKind');
    return html`<section class="panel" aria-labelledby="rules">
      <div class="row spread">
        <h2 id="rules">${say('explain.rules')}</h2>
        <button type="button" @click=${() => this.unfold(true)}>${say('explain.openAll')}</button>
        <button type="button" @click=${() => this.unfold(false)}>${say('explain.closeAll')}</button>
      </div>
      ${ours.length === 0 ? html`<p class="quiet">
            ${say(this.answer.explained.refused ? 'explain.noDiagnosis' : 'explain.noRule')}
          </p>` : nothing}
      ${ours.map((rule) => ladder(rule, words, sizes, rule.topic === first && rule.status !== 'absent'))}
      ${others.length === 0
        ? nothing
        : html`<details class="others">
            <summary>${say('explain.otherKinds', { n: others.length })}</summary>
            <ul>
              ${others.map(
                (rule) => html`<li>
                  ${words.topic(rule.topic)} <span class="quiet">${rule.rule}</span>, ${say('explain.for')}
                  ${rule.kinds.map((kind) => words.of('explain.kind', kind)).join(', ')}
                </li>`,
              )}
            </ul>
          </details>`}
    </section>`;
  }

  unfold(open) {
    this.querySelectorAll('details.rule').forEach((rule) => (rule.open = open));
  }
}

customElements.define('explain-page', ExplainPage);
