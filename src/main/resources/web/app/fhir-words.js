import { say, sayOr } from './words.js';

/** Words for a chart, from FHIR resources of any quality: what has another shape than expected is left out. */

const text = value => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const list = value => (Array.isArray(value) ? value : []);
const day = value => text(value).slice(0, 10);
const first = (...values) => values.find(value => value) ?? '';

/** What a CodeableConcept says. */
export const concept = value =>
  first(
    text(value?.text),
    ...list(value?.coding).map(coding => text(coding?.display)),
    ...list(value?.coding).map(coding => text(coding?.code)),
  );

/** The codes behind the words. */
export const codes = value =>
  list(value?.coding)
    .map(coding => text(coding?.code))
    .filter(code => code)
    .join(', ');

const quantity = value =>
  value ? [text(value.comparator) + text(value.value), first(text(value.unit), text(value.code))].join(' ').trim() : '';

const yesNo = value => (typeof value === 'boolean' ? (value ? say('chart.yes') : say('chart.no')) : '');

const result = part =>
  first(
    quantity(part?.valueQuantity),
    concept(part?.valueCodeableConcept),
    yesNo(part?.valueBoolean),
    text(part?.valueInteger),
    text(part?.valueString),
    text(part?.dataAbsentReason ? say('chart.noValue', { why: concept(part.dataAbsentReason) }) : ''),
  );

/** The value of an Observation, or of its components. */
export const value = observation =>
  [result(observation), ...list(observation?.component).map(part => `${concept(part?.code)}: ${result(part)}`)]
    .filter(part => part)
    .join('; ');

export const date = resource =>
  first(
    day(resource?.effectiveDateTime),
    day(resource?.effectivePeriod?.start),
    day(resource?.performedDateTime),
    day(resource?.performedPeriod?.start),
    day(resource?.onsetDateTime),
    day(resource?.authoredOn),
    day(resource?.recordedDate),
    day(resource?.issued),
  );

export const site = resource =>
  [resource?.bodySite, resource?.location].flat().map(concept).filter(place => place).join(', ');

export const status = resource =>
  [concept(resource?.clinicalStatus), concept(resource?.verificationStatus), text(resource?.status)]
    .filter(word => word)
    .join(', ');

export const drug = resource =>
  first(concept(resource?.medicationCodeableConcept), text(resource?.medicationReference?.display));

export const person = patient => {
  const name = list(patient?.name)[0];
  return first(text(name?.text), [...list(name?.given), name?.family].map(text).filter(part => part).join(' '));
};

/** What is to be ordered, in words. */
export const ordered = draft => first(sayOr(`draft.${draft?.id}`), concept(draft?.code), drug(draft), say('draft.other'));

/** Every resource of a prefetch object with the key that it came under. */
export const resources = prefetch =>
  Object.entries(prefetch && typeof prefetch === 'object' ? prefetch : {}).flatMap(([key, found]) =>
    found?.resourceType === 'Bundle'
      ? list(found.entry).map(entry => ({ key, resource: entry?.resource }))
      : [{ key, resource: found }],
  );
