import { LitElement, html, nothing } from 'lit';
import { accepted, became, overridden } from './feedback.js';
import { link, markdown } from './markdown.js';
import { say } from './words.js';

const INDICATORS = {
  info: 'ℹ',
  warning: '⚠',
  critical: '⛔',
};

/** Details of so many characters are open; longer ones only on the first card. */
const SHORT = 1200;

const isWeb = url => /^https?:\/\//.test(url ?? '');

/** One card as an EHR renders it. */
class CdsCard extends LitElement {
  static properties = {
    card: { attribute: false },
    address: { attribute: false },
    leads: { type: Boolean },
    accepted: { state: true },
    overridden: { state: true },
    told: { state: true },
  };

  createRenderRoot() {
    return this;
  }

  willUpdate(changed) {
    if (changed.has('card')) {
      this.accepted = undefined;
      this.overridden = undefined;
      this.told = undefined;
    }
  }

  render() {
    const kind = this.card.indicator in INDICATORS ? this.card.indicator : 'info';
    return html`
      <article class="card ${kind}" aria-labelledby=${`card-${this.card.uuid}`}>
        <p class="indicator"><span aria-hidden="true">${INDICATORS[kind]}</span> ${say(`card.${kind}`)}</p>
        <h3 id=${`card-${this.card.uuid}`}>${this.card.summary}</h3>
        ${this.overridden ? this.putAside() : this.body()}
      </article>`;
  }

  /** Feedback goes out once; a second click only folds the draft. */
  async accept(suggestion) {
    const folded = this.accepted === suggestion;
    this.accepted = folded ? undefined : suggestion;
    if (!folded) {
      this.told = undefined;
      this.told = became(await accepted(this.address, this.card, suggestion));
    }
  }

  async put(reason) {
    this.overridden = reason.display;
    this.told = undefined;
    this.told = became(await overridden(this.address, this.card, reason));
  }

  putAside() {
    return html`
      <p role="status">${say('card.overridden', { reason: this.overridden })} ${this.told ?? ''}</p>
      <button type="button" @click=${() => (this.overridden = undefined)}>${say('card.show')}</button>`;
  }

  body() {
    const { detail, source, links = [] } = this.card;
    return html`
      <details class="detail" ?open=${this.leads || detail?.length < SHORT}><summary>${say('card.details')}</summary>${markdown(detail)}</details>
      <p class="source">${say('card.source')} ${isWeb(source?.url) ? link(source.label, source.url) : source?.label}</p>
      ${links.length ? html`<ul class="links" aria-label=${say('card.links')}>
        ${links.filter(({ url }) => isWeb(url)).map(({ label, url }) => html`<li>${link(label, url)}</li>`)}</ul>` : nothing}
      <div class="row">${this.suggestions()} ${this.override()}</div>
      ${this.accepted ? this.draft() : nothing}`;
  }

  suggestions() {
    return (this.card.suggestions ?? []).map(suggestion => html`
      <button type="button" class="suggestion" aria-pressed=${this.accepted === suggestion}
        @click=${() => this.accept(suggestion)}>
        <span aria-hidden="true">+</span> ${suggestion.label}</button>`);
  }

  draft() {
    return html`
      <div class="draft">
        <p role="status">${say('card.draft')} ${this.told ?? ''}</p>
        <pre tabindex="0" aria-label=${say('card.draftLabel')}>${this.accepted.actions
          .map(action => JSON.stringify(action.resource, null, 2)).join('\n')}</pre>
      </div>`;
  }

  override() {
    const reasons = this.card.overrideReasons ?? [];
    return reasons.length ? html`
      <details class="override"><summary>${say('card.override')}</summary>
        <ul aria-label=${say('card.reasons')}>
          ${reasons.map(reason => html`<li><button type="button"
            @click=${() => this.put(reason)}>${reason.display}</button></li>`)}
        </ul>
      </details>` : nothing;
  }
}

customElements.define('cds-card', CdsCard);
