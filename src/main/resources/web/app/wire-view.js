import { LitElement, html, nothing } from 'lit';
import { parsed, pretty } from './requests.js';
import { curl } from './wire.js';
import { say } from './words.js';

/** What went over the wire. The request can be edited, or replaced, and sent again. */
class WireView extends LitElement {
  static properties = {
    text: {},
    address: {},
    answer: { attribute: false },
    copied: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('text')) {
      this.copied = undefined;
    }
  }

  render() {
    return html`
      <section class="panel" aria-labelledby="request-title">
        <h2 id="request-title">${say('wireView.request')}</h2>
        <p class="quiet"><code>POST ${this.address}</code></p>
        <label for="request">${say('wireView.edit')}</label>
        <textarea id="request" rows="18" spellcheck="false" .value=${this.text}
          @input=${event => (this.text = event.target.value)}></textarea>
        <div class="row">
          <button type="button" class="main" @click=${this.send}>${say('wireView.send')}</button>
          <button type="button" @click=${this.format}>${say('wireView.format')}</button>
          <button type="button" @click=${this.copy}>${say('wireView.copy')}</button>
        </div>
        <p role="status">${this.copied ?? ''}</p>
      </section>
      <section class="panel" aria-labelledby="response-title">
        <h2 id="response-title">${say('wireView.response')}</h2>
        <p class="quiet">${this.head()}</p>
        <pre tabindex="0" aria-labelledby="response-title">${this.answer?.body ? pretty(this.answer.body) : nothing}</pre>
      </section>`;
  }

  head() {
    const { status, milliseconds } = this.answer ?? {};
    return status ? html`${say('wireView.status')} <strong>${status}</strong>, <strong>${milliseconds} ms</strong>` : say('wireView.noAnswer');
  }

  send() {
    this.dispatchEvent(new CustomEvent('send', { detail: this.text }));
  }

  format() {
    const value = parsed(this.text);
    this.copied = value ? undefined : say('wireView.notJson');
    this.text = value ? pretty(value) : this.text;
  }

  async copy() {
    const command = curl(new URL(this.address, location.href).href, this.text);
    try {
      await navigator.clipboard.writeText(command);
      this.copied = say('wireView.copied');
    } catch {
      this.copied = say('wireView.notCopied');
    }
  }
}

customElements.define('wire-view', WireView);
