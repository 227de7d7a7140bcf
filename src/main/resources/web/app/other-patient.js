import { LitElement, html, nothing } from 'lit';
import { reading } from './requests.js';
import { post } from './wire.js';
import { say } from './words.js';

/** A patient of one's own: a Bundle from a file, or one on a FHIR server. */
class OtherPatient extends LitElement {
  static properties = { answer: { state: true } };

  createRenderRoot() {
    return this;
  }

  render() {
    return html`
      <details>
        <summary>${say('other.title')}</summary>
        <form @submit=${event => event.preventDefault()}>
          <label for="bundle">${say('other.bundle')}</label>
          <input id="bundle" type="file" accept=".json,application/json,application/fhir+json" @change=${this.upload}>
          ${this.answer ? html`<p class="problem" role="alert">${this.answer}</p>` : nothing}
        </form>
        <form @submit=${this.read}>
          <label for="base">${say('other.base')}</label>
          <input id="base" name="base" type="url" required placeholder="https://hapi.fhir.org/baseR4">
          <label for="patient-id">${say('other.patient')}</label>
          <input id="patient-id" name="patient" required autocomplete="off" pattern="[A-Za-z0-9._\\-]+">
          <button type="submit">${say('other.open')}</button>
        </form>
      </details>`;
  }

  async upload(event) {
    const [file] = event.target.files;
    const made = await post('/demo/bundle', await file.text());
    event.target.value = '';
    this.answer = made.status === 200 ? undefined : made.failure ?? made.body?.issue?.[0]?.details?.text;
    if (made.status === 200) {
      this.chosen(made.body);
    }
  }

  read(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    this.chosen(reading(form.get('base'), form.get('patient')));
  }

  chosen(request) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: request }));
  }
}

customElements.define('other-patient', OtherPatient);
