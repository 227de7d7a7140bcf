import { LitElement, html } from 'lit';

/** The whole page: patients, chart, cards, and what went over the wire. */
class DemoEhr extends LitElement {
  createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  render() {
    return html`<p>Loading…</p>`;
  }
}

customElements.define('demo-ehr', DemoEhr);
