import { LitElement, html, nothing } from 'lit';
import { parsed, pretty } from './requests.js';
import { curl } from './wire.js';

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
        <h2 id="request-title">Request</h2>
        <p class="quiet"><code>POST ${this.address}</code></p>
        <label for="request">The request can be edited, or another one pasted.</label>
        <textarea id="request" rows="18" spellcheck="false" .value=${this.text}
          @input=${event => (this.text = event.target.value)}></textarea>
        <div class="row">
          <button type="button" class="main" @click=${this.send}>Send</button>
          <button type="button" @click=${this.format}>Format</button>
          <button type="button" @click=${this.copy}>Copy as curl</button>
        </div>
        <p role="status">${this.copied ?? ''}</p>
      </section>
      <section class="panel" aria-labelledby="response-title">
        <h2 id="response-title">Response</h2>
        <p class="quiet">${this.head()}</p>
        <pre tabindex="0" aria-labelledby="response-title">${this.answer?.body ? pretty(this.answer.body) : nothing}</pre>
      </section>`;
  }

  head() {
    const { status, milliseconds } = this.answer ?? {};
    return status ? html`Status <strong>${status}</strong>, <strong>${milliseconds} ms</strong>` : 'No answer';
  }

  send() {
    this.dispatchEvent(new CustomEvent('send', { detail: this.text }));
  }

  format() {
    const value = parsed(this.text);
    this.copied = value ? undefined : 'This is not a JSON object.';
    this.text = value ? pretty(value) : this.text;
  }

  async copy() {
    const command = curl(new URL(this.address, location.href).href, this.text);
    try {
      await navigator.clipboard.writeText(command);
      this.copied = 'Copied.';
    } catch {
      this.copied = 'The browser does not let this page copy.';
    }
  }
}

customElements.define('wire-view', WireView);
