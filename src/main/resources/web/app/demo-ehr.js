import { LitElement, html, nothing } from 'lit';
import { answerView, spoken } from './answer.js';
import { banner, chart } from './chart.js';
import { ordered } from './fhir-words.js';
import { HANDED_OVER, opening, ordering, parsed, pretty } from './requests.js';
import { get, post } from './wire.js';
import { say, sayOr, wordsLoaded } from './words.js';
import './other-patient.js';
import './wire-view.js';

const FIRST_HOOK = 'patient-view';

/** The whole page: patients, chart, cards, and what went over the wire. */
class DemoEhr extends LitElement {
  static properties = {
    patients: { state: true },
    orders: { state: true },
    selected: { state: true },
    request: { state: true },
    text: { state: true },
    hook: { state: true },
    answer: { state: true },
    failure: { state: true },
  };

  services = {};
  calls = 0;

  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  async connectedCallback() {
    super.connectedCallback();
    const [patients, orders, discovery] = await Promise.all([
      ...['/demo/patients', '/demo/orders', '/cds-services'].map(get),
      wordsLoaded().catch(failed => (this.failure = { failure: failed.message })),
    ]);
    this.failure ??= [patients, orders, discovery].find(answer => answer.status !== 200);
    if (!this.failure) {
      this.services = Object.fromEntries(discovery.body.services.map(service => [service.hook, service.id]));
      this.orders = orders.body;
      this.patients = patients.body;
    }
  }

  render() {
    if (this.failure) {
      return answerView(this.failure);
    }
    return this.patients ? html`
      <div class="ehr">
        <section class="panel patients" aria-labelledby="patients-title">
          <h2 id="patients-title">${say('ehr.patients')}</h2>
          <ul>${this.patients.map(patient => this.choice(patient))}</ul>
          <other-patient @chosen=${event => this.openChart(event.detail)}></other-patient>
        </section>
        ${this.request ? this.open() : html`<p class="panel hint">${say('ehr.choose')}</p>`}
      </div>` : nothing;
  }

  choice(patient) {
    return html`
      <li><button type="button" class="choice" aria-pressed=${this.selected === patient.name}
        @click=${() => this.select(patient.name)}><strong>${patient.patient}</strong> <span>${sayOr(`patient.${patient.name}`, patient.title)}</span>
      </button></li>`;
  }

  open() {
    const patient = banner(this.request);
    return html`
      <div class="opened">
        <section class="panel" aria-labelledby="patient-title">
          <h2 id="patient-title" tabindex="-1">${patient.name}</h2>
          <p class="quiet">${patient.facts}</p>
          ${this.hooks()}
          ${this.selected ? html`<p><a href=${this.picture()}>${say('ehr.picture')}</a></p>` : nothing}
        </section>
        <section class="advice" aria-labelledby="advice-title">
          <div class="row heading"><h2 id="advice-title">${say('ehr.advice')}</h2> <span class="quiet">${this.hook}</span>
            ${this.answer && parsed(this.text) ? html`<a href=${`/explain${location.search}`} @click=${this.handOver}>${say('ehr.why')}</a>` : nothing}</div>
          <p class="unseen" role="status">${this.answer ? spoken(this.answer) : ''}</p>
          ${this.answer ? answerView(this.answer, this.address()) : html`<p class="panel">${say('ehr.asking')}</p>`}
        </section>
        <div class="beside">
          <section class="panel chart" aria-labelledby="chart-title">
            <h2 id="chart-title">${say('ehr.chart')}</h2>${chart(this.request)}
          </section>
          <wire-view .text=${this.text} .address=${this.address()} .answer=${this.answer}
            @send=${event => this.resend(event.detail)}></wire-view>
        </div>
      </div>`;
  }

  hooks() {
    return html`
      <div class="row hooks" role="group" aria-label=${say('ehr.does')}>
        <button type="button" aria-pressed=${this.hook === FIRST_HOOK} @click=${() => this.ask(opening(this.request))}>
          ${say('ehr.open')}</button>
        <label>${say('ehr.order')} <select id="order">
          ${this.orders.map(draft => html`<option value=${draft.id}>${ordered(draft)}</option>`)}</select></label>
        ${this.orderButton('order-select', say('ehr.draft'))} ${this.orderButton('order-sign', say('ehr.sign'))}
      </div>`;
  }

  orderButton(hook, label) {
    return html`<button type="button" aria-pressed=${this.hook === hook} @click=${() => this.order(hook)}>
      ${label}</button>`;
  }

  picture() {
    const query = new URLSearchParams(location.search);
    query.set('patient', this.selected);
    return `/app?${query}`;
  }

  address() {
    return `/cds-services/${this.services[this.hook] ?? this.hook}`;
  }

  async select(name) {
    const found = await get(`/demo/requests/${name}`);
    this.selected = name;
    if (found.status === 200) {
      await this.openChart(found.body, name);
    } else {
      this.failure = found;
    }
  }

  async openChart(request, name) {
    this.selected = name;
    const asked = this.ask(request);
    await this.updateComplete;
    this.querySelector('#patient-title').focus();
    await asked;
  }

  order(hook) {
    const draft = this.orders.find(order => order.id === this.querySelector('#order').value);
    return this.ask(ordering(this.request, hook, draft));
  }

  ask(request) {
    this.request = request;
    return this.send(pretty(request));
  }

  /** What was typed goes out as it stands; the service says what is wrong with it. */
  resend(text) {
    this.request = parsed(text) ?? this.request;
    return this.send(text);
  }

  async send(text) {
    const hook = parsed(text)?.hook;
    this.hook = typeof hook === 'string' ? hook : FIRST_HOOK;
    this.text = text;
    this.answer = undefined;
    const call = ++this.calls;
    const answer = await post(this.address(), text);
    if (call === this.calls) {
      this.answer = { ...answer, hook: this.hook };
    }
  }

  handOver() {
    const service = this.services[this.hook] ?? this.hook;
    sessionStorage.setItem(HANDED_OVER, JSON.stringify({ service, body: parsed(this.text) }));
  }
}

customElements.define('demo-ehr', DemoEhr);
