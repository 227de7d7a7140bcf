import { LitElement, html, nothing } from 'lit';
import { HANDED_OVER } from '../requests.js';
import { get } from './calls.js';
import { say, sayOr } from '../words.js';

const PASTED = 'pasted';
const PATIENT_VIEW = 'liver-cancer-patient-view';

/** Chooses what is explained: what the demo EHR handed over, a synthetic patient, or a pasted request. */
class ExplainSource extends LitElement {
  static properties = {
    patients: { state: true },
    services: { state: true },
    handedOver: { state: true },
    chosen: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  constructor() {
    super();
    this.patients = [];
    this.services = [];
    this.handedOver = handedOver();
  }

  async firstUpdated() {
    try {
      const [patients, discovery] = await Promise.all([get('/demo/patients'), get('/cds-services')]);
      this.patients = JSON.parse(patients);
      this.services = JSON.parse(discovery).services;
      await this.choose(this.handedOver ? '' : this.patients[0].name);
    } catch (failure) {
      this.tell('unusable', failure.message);
    }
  }

  render() {
    return html`<section class="panel" aria-label=${say('source.title')}>
      <p class="row">
        <label for="patient">${say('source.explain')}</label>
        <select id="patient" @change=${(event) => this.choose(event.target.value)}>
          ${this.handedOver ? html`<option value="" .selected=${this.chosen === ''}>${say('source.handedOver')}</option>` : nothing}
          ${this.chosen === PASTED ? html`<option value=${PASTED} selected>${say('source.pasted')}</option>` : nothing}
          ${this.patients.map(
            ({ name, title }) => html`<option value=${name} .selected=${this.chosen === name}>${sayOr(`patient.${name}`, title)}</option>`,
          )}
        </select>
      </p>
      <details>
        <summary>${say('source.paste')}</summary>
        <form @submit=${this.paste}>
          <p class="row">
            <label for="service">${say('source.service')}</label>
            <select id="service" name="service">
              ${this.services.map((service) => html`<option value=${service.id}>${sayOr(`source.${service.hook}`, service.id)}</option>`)}
            </select>
          </p>
          <p>
            <label for="pasted">${say('source.request')}</label>
            <textarea id="pasted" name="pasted" rows="8" spellcheck="false"></textarea>
          </p>
          <button class="main">${say('source.explainPasted')}</button>
        </form>
      </details>
    </section>`;
  }

  async choose(chosen) {
    this.chosen = chosen;
    if (chosen === '') {
      this.tell('explain', this.handedOver);
      return;
    }
    try {
      const text = await get(`/demo/requests/${encodeURIComponent(chosen)}`);
      if (this.chosen === chosen) {
        const { patient, title } = this.patients.find((one) => one.name === chosen);
        this.tell('explain', { service: PATIENT_VIEW, text, title: say('source.ofPatient', { patient, title: sayOr(`patient.${chosen}`, title) }) });
      }
    } catch (failure) {
      this.tell('unusable', failure.message);
    }
  }

  /** The hook of the request chooses the service, else the list does. */
  paste(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const text = form.get('pasted');
    this.chosen = PASTED;
    let hook;
    try {
      hook = JSON.parse(text)?.hook;
    } catch {
      this.tell('unusable', say('source.notJson'));
      return;
    }
    const service = this.services.find((one) => one.hook === hook)?.id ?? form.get('service');
    this.tell('explain', { service, text, title: say('source.ofPasted', { service }) });
  }

  tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

function handedOver() {
  try {
    const { service, body } = JSON.parse(sessionStorage.getItem(HANDED_OVER));
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { service, text, title: say('source.ofDemo', { service }) };
  } catch {
    return undefined;
  }
}

customElements.define('explain-source', ExplainSource);
