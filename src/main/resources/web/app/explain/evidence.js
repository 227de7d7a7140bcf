import { html, nothing } from 'lit';

/** The chart entries behind something: what they say as recorded, when, and which resource says it. */
export function evidence(entries = [], words, millimetres = new Map()) {
  return entries.length === 0
    ? nothing
    : html`<ul class="evidence">
        ${entries.map((entry) => html`<li>${item(entry, words, millimetres)}</li>`)}
      </ul>`;
}

function item({ reference, subject, value, date }, words, millimetres) {
  const size = subject === 'lesion-size' ? millimetres.get(reference) : undefined;
  return html`${words.subject(subject)} ${words.value(value)}${size ? html` <span>= ${words.range(size)} mm</span>` : nothing}
    <span class="quiet">${date ? html`· ${words.date(date)} ` : nothing}· <code>${reference}</code></span>`;
}

/** The size of each measurement that makes a lesion of one size, by the reference of the measurement. */
export function millimetresOf(lesions = []) {
  return new Map(
    lesions
      .filter((lesion) => lesion.millimetres !== undefined)
      .flatMap((lesion) => (lesion.evidence ?? []).map((entry) => [entry.reference, lesion.millimetres])),
  );
}
