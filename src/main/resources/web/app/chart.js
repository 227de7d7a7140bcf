import { html, nothing } from 'lit';
import { codes, concept, date, drug, person, resources, site, status, value } from './fhir-words.js';

/** The chart as an EHR shows it, read from what the request brings. */

const SECTIONS = [
  { title: 'Problems', type: 'Condition', heads: ['Problem', 'Status', 'Date'],
    cells: item => [coded(item.code), status(item), date(item)] },
  { title: 'Findings', type: 'Observation', of: key => key !== 'labs', heads: ['Finding', 'Value', 'Where', 'Date'],
    cells: item => [concept(item.code), value(item), site(item), date(item)] },
  { title: 'Laboratory', type: 'Observation', of: key => key === 'labs', heads: ['Test', 'Value', 'Status', 'Date'],
    cells: item => [concept(item.code), value(item), status(item), date(item)] },
  { title: 'Procedures', type: 'Procedure', heads: ['Procedure', 'Where', 'Status', 'Date'],
    cells: item => [concept(item.code), site(item), status(item), date(item)] },
  { title: 'Medications', type: 'MedicationRequest', heads: ['Medication', 'Status', 'Date'],
    cells: item => [drug(item), status(item), date(item)] },
  { title: 'Allergies', type: 'AllergyIntolerance', heads: ['Allergy', 'Status', 'Date'],
    cells: item => [concept(item.code), status(item), date(item)] },
];

const coded = value => [concept(value), codes(value) && `(${codes(value)})`].filter(part => part).join(' ');

const newestFirst = (one, other) => date(other).localeCompare(date(one));

function table(section, found) {
  return html`
    <h3 id="chart-${section.title}">${section.title}</h3>
    <table aria-labelledby="chart-${section.title}">
      <thead><tr>${section.heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${found.map(item => html`<tr>${section.cells(item).map(cell =>
          html`<td class=${cell ? nothing : 'none'}>${cell || '–'}</td>`)}</tr>`)}
      </tbody>
    </table>`;
}

function part(section, all) {
  const found = all
    .filter(({ key, resource }) => resource?.resourceType === section.type && (section.of?.(key) ?? true))
    .map(({ resource }) => resource)
    .sort(newestFirst);
  return found.length ? table(section, found) : nothing;
}

const titlesWithout = all =>
  SECTIONS.filter(section =>
    !all.some(({ key, resource }) => resource?.resourceType === section.type && (section.of?.(key) ?? true)),
  ).map(section => section.title.toLowerCase());

export function banner(request) {
  const patient = resources(request?.prefetch).find(({ resource }) => resource?.resourceType === 'Patient')?.resource;
  const id = request?.context?.patientId;
  const facts = [patient?.gender, patient?.birthDate && `born ${patient.birthDate}`, `id ${id}`];
  return {
    name: person(patient) || `Patient ${id}`,
    facts: facts.filter(fact => typeof fact === 'string' && fact).join(' · '),
  };
}

export function chart(request) {
  if (!request?.prefetch) {
    return html`<p>The request brings no chart. The service reads it from <code>fhirServer</code>, if that is registered.</p>`;
  }
  const all = resources(request.prefetch);
  const none = titlesWithout(all);
  return html`
    ${SECTIONS.map(section => part(section, all))}
    ${none.length ? html`<p class="quiet">Nothing sent of: ${none.join(', ')}.</p>` : nothing}`;
}
