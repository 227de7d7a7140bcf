import { LitElement, html, nothing } from 'lit';
import { amended, answered } from './calls.js';
import { offered, turned } from './compare.js';
import { status } from './ladder.js';
import { cardsOf } from './why.js';
import { counted, say } from '../words.js';

const PAUSE = 250;
const SIZE = /^[0-9]{1,2}([.][0-9]{1,3})?$/;
const JUDGED = {
  resectability: ['resectable', 'unresectable', 'undetermined', 'notRecorded'],
  spread: ['absent', 'present', 'undetermined', 'notRecorded'],
};
const SUBJECTS = { resectability: 'resectability', spread: 'extrahepatic-disease' };

/** The same chart with something otherwise, answered by the service at once. */
class WhatIf extends LitElement {
  static properties = {
    words: { attribute: false },
    request: { attribute: false },
    before: { attribute: false },
    lesions: { state: true },
    changes: { state: true },
    after: { state: true },
    problem: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('before')) {
      this.reset();
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  reset() {
    clearTimeout(this.timer);
    this.asked = (this.asked ?? 0) + 1;
    this.number = 0;
    this.changes = {};
    this.after = undefined;
    this.problem = undefined;
    this.lesions = (this.before.explained.explanation?.lesions ?? []).map((lesion) => ({
      name: ++this.number,
      references: (lesion.evidence ?? []).map((entry) => entry.reference),
      recorded: /^[0-9.]+$/.test(lesion.millimetres ?? '') ? centimetres(lesion.millimetres) : '',
    }));
    this.lesions.forEach((lesion) => (lesion.size = lesion.recorded));
  }

  render() {
    return html`<section class="panel what-if" aria-labelledby="what-if">
      <h2 id="what-if">${say('whatIf.title')}</h2>
      <p class="quiet">
        ${say('whatIf.what')}
      </p>
      <div class="sides">
        <form @submit=${(event) => event.preventDefault()}>
          ${this.sizes()} ${this.judged('resectability')} ${this.judged('spread')}
          <button type="button" @click=${this.back}>${say('whatIf.back')}</button>
        </form>
        <div role="status">${this.problem ? html`<p class="problem note">${this.problem}</p>` : this.comparison()}</div>
      </div>
    </section>`;
  }

  sizes() {
    return html`<fieldset>
      <legend>${counted(this.lesions.length, 'whatIf.one', 'whatIf.many')}</legend>
      ${this.lesions.map(
        (lesion) => html`<p class="row">
          <label for="lesion-${lesion.name}">${say('whatIf.lesion', { n: lesion.name })}</label>
          <input id="lesion-${lesion.name}" type="number" min="0.1" max="50" step="0.1" inputmode="decimal"
            .value=${lesion.size} @input=${(event) => this.resize(lesion, event.target.value)} />
          <button type="button" @click=${() => this.remove(lesion)}>${say('whatIf.remove')}<span class="aside"> ${say('whatIf.ofLesion', { n: lesion.name })}</span></button>
        </p>`,
      )}
      <p class="row"><button type="button" id="add-lesion" @click=${this.add}>${say('whatIf.add')}</button></p>
      <p class="row">
        <label for="all-listed">${say('whatIf.all')}</label>
        <select id="all-listed" @change=${(event) => this.list(event.target.value)}>
          ${['', 'true', 'false'].map(
            (value) => html`<option value=${value} .selected=${value === String(this.changes.allListed ?? '')}>
              ${value ? this.words.of('explain.value', value) : say('whatIf.asRecorded')}
            </option>`,
          )}
        </select>
      </p>
    </fieldset>`;
  }

  judged(change) {
    const label = this.words.subject(SUBJECTS[change]).replace(/:$/, '');
    return html`<p class="row">
      <label class="capital" for=${change}>${label}</label>
      <select id=${change} @change=${(event) => this.judge(change, event.target.value)}>
        ${['', ...JUDGED[change]].map(
          (value) => html`<option value=${value} .selected=${value === (this.changes[change] ?? '')}>
            ${value === '' ? say('whatIf.asRecorded') : value === 'notRecorded' ? this.words.of('explain.reason', value) : this.words.value(value)}
          </option>`,
        )}
      </select>
    </p>`;
  }

  resize(lesion, size) {
    this.lesions = this.lesions.map((one) => (one === lesion ? { ...one, size } : one));
    this.ask();
  }

  remove(lesion) {
    this.lesions = this.lesions.filter((one) => one !== lesion);
    this.list('true');
    this.querySelector('#add-lesion').focus();
  }

  add() {
    this.lesions = [...this.lesions, { name: ++this.number, references: [], recorded: '', size: '1.0' }];
    this.list('true');
  }

  list(value) {
    this.changed('allListed', value === '' ? undefined : value === 'true');
  }

  judge(change, value) {
    this.changed(change, value === '' ? undefined : value);
  }

  changed(name, value) {
    this.changes = { ...this.changes, [name]: value };
    this.ask();
  }

  back() {
    this.reset();
    this.requestUpdate();
  }

  /** A moment after the last change. */
  ask() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.answer(), PAUSE);
  }

  /** An answer that comes after the next question is dropped. */
  async answer() {
    const wrong = this.lesions.find((one) => !isSize(one));
    const asked = ++this.asked;
    if (wrong) {
      this.problem = say('whatIf.notSize', { n: wrong.name });
      return;
    }
    try {
      const text = await amended(this.request.service, this.request.text, this.question());
      const after = await answered(this.request.service, text);
      if (asked === this.asked) {
        [this.after, this.problem] = [after, undefined];
      }
    } catch (failure) {
      if (asked === this.asked) {
        this.problem = failure.message;
      }
    }
  }

  question() {
    const lesions = this.lesions.map(({ references, recorded, size }) => ({
      ...(references.length > 0 ? { references } : {}),
      ...(size !== recorded ? { centimetres: size } : {}),
    }));
    const recorded = this.before.explained.explanation?.lesions ?? [];
    const same = lesions.length === recorded.length && lesions.every((one) => one.centimetres === undefined);
    return { ...(same ? {} : { lesions }), ...this.changes };
  }

  comparison() {
    if (!this.after) {
      return html`<p class="quiet">${say('whatIf.unchanged')}</p>`;
    }
    return html`<div class="sides">${this.side(say('whatIf.before'), this.before)} ${this.side(say('whatIf.after'), this.after)}</div>
      ${this.offers()} ${this.turns()}`;
  }

  side(title, { evaluation, cards, explained }) {
    return html`<div class="side">
      <h3>${title}</h3>
      <p class="quiet">${cardsOf(cards, evaluation, this.words)}</p>
      ${explained.refused ? html`<p>${explained.refused.why}</p>` : nothing}
      <ul>${cards.map((card) => html`<li>${card.summary}</li>`)}</ul>
    </div>`;
  }

  offers() {
    const all = offered(this.before, this.after);
    return html`<h3>${say('whatIf.offered')}</h3>
      ${all.length === 0 ? html`<p class="quiet">${say('whatIf.nothing')}</p>` : nothing}
      <ul class="offers">
        ${all.map(
          ({ topic, was, is }) => html`<li class=${was === is ? 'quiet' : 'turned'}>
            ${this.words.topic(topic)}: ${was === is
              ? html`${status(is, this.words)} ${say('whatIf.same')}`
              : html`${status(was ?? 'absent', this.words)} <span aria-hidden="true">→</span><span class="aside">${say('whatIf.then')}</span>
                  ${status(is ?? 'absent', this.words)}`}
          </li>`,
        )}
      </ul>`;
  }

  turns() {
    const all = turned(this.before, this.after);
    const truth = (code) => this.words.of('explain.truth', code);
    return all.length === 0
      ? nothing
      : html`<h3>${say('whatIf.turned')}</h3>
          <ul>
            ${all.map((one) => html`<li>${say('whatIf.now', {
              statement: this.words.statement(one.statement), was: truth(one.was), is: truth(one.is) })}</li>`)}
          </ul>`;
  }
}

/** A lesion of the chart without a size may stay so. */
const isSize = ({ size, recorded }) => size === recorded || (SIZE.test(size) && Number(size) > 0);

/** 29 as 2.9: exact, because it is done on the digits. */
function centimetres(millimetres) {
  const [whole, rest = ''] = millimetres.split('.');
  const digits = whole.padStart(2, '0');
  return `${digits.slice(0, -1)}.${digits.slice(-1)}${rest}`;
}

customElements.define('what-if', WhatIf);
