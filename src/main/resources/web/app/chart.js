import { html, nothing } from 'lit';
import { codes, concept, date, drug, person, resources, site, status, value } from './fhir-words.js';
import { say, sayOr } from './words.js';

/** The chart as an EHR shows it, read from what the request brings. */

const SECTIONS = [
  { title: 'problems', type: 'Condition', heads: ['problem', 'status', 'date'],
    cells: item => [coded(item.code), status(item), date(item)] },
  { title: 'findings', type: 'Observation', of: key => key !== 'labs', heads: ['finding', 'value', 'where', 'date'],
    cells: item => [concept(item.code), value(item), site(item), date(item)] },
  { title: 'laboratory', type: 'Observation', of: key => key === 'labs', heads: ['test', 'value', 'status', 'date'],
    cells: item => [concept(item.code), value(item), status(item), date(item)] },
  { title: 'procedures', type: 'Procedure', heads: ['procedure', 'where', 'status', 'date'],
    cells: item => [concept(item.code), site(item), status(item), date(item)] },
  { title: 'medications', type: 'MedicationRequest', heads: ['medication', 'status', 'date'],
    cells: item => [drug(item), status(item), date(item)] },
  { title: 'allergies', type: 'AllergyIntolerance', heads: ['allergy', 'status', 'date'],
    cells: item => [concept(item.code), status(item), date(item)] },
];

const coded = value => [concept(value), codes(value) && `(${codes(value)})`].filter(part => part).join(' ');

const newestFirst = (one, other) => date(other).localeCompare(date(one));

function table(section, found) {
  return html`
    <h3 id="chart-${section.title}">${say(`chart.${section.title}`)}</h3>
    <table aria-labelledby="chart-${section.title}">
      <thead><tr>${section.heads.map(head => html`<th scope="col">${say(`chart.${head}`)}</th>`)}</tr></thead>
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
  ).map(section => say(`chart.${section.title}`).toLowerCase());

export function banner(request) {
  const patient = resources(request?.prefetch).find(({ resource }) => resource?.resourceType === 'Patient')?.resource;
  const id = request?.context?.patientId;
  const facts = [
    sayOr(`gender.${patient?.gender}`, patient?.gender),
    patient?.birthDate && say('chart.born', { date: patient.birthDate }),
    say('chart.id', { id }),
  ];
  return {
    name: person(patient) || say('chart.patient', { id }),
    facts: facts.filter(fact => typeof fact === 'string' && fact).join(' · '),
  };
}

export function chart(request) {
  if (!request?.prefetch) {
    return html`<p>${say('chart.none')}</p>`;
  }
  const all = resources(request.prefetch);
  const none = titlesWithout(all);
  return html`
    ${SECTIONS.map(section => part(section, all))}
    ${none.length ? html`<p class="quiet">${say('chart.nothing', { what: none.join(', ') })}</p>` : nothing}`;
}
