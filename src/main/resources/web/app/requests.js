/** The requests that an EHR makes. */

/** Under this key of the session storage the demo EHR leaves what is to be explained. */
export const HANDED_OVER = 'livercds.request';

export const pretty = value => JSON.stringify(value, null, 2);

export const parsed = text => {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** A chart is opened. */
export function opening(request) {
  const { draftOrders, selections, ...context } = request.context ?? {};
  return { ...request, hook: 'patient-view', context };
}

/** The same call about a draft of an order. */
export function ordering(request, hook, draft) {
  const { context, ...call } = opening(request);
  const resource = { ...draft, subject: { reference: `Patient/${context.patientId}` } };
  const draftOrders = { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] };
  const selections = hook === 'order-select' ? { selections: [`${draft.resourceType}/${draft.id}`] } : {};
  return { ...call, hook, context: { ...context, ...selections, draftOrders } };
}

/** A call that brings no chart: the service reads the FHIR server. */
export const reading = (fhirServer, patientId) => ({
  hook: 'patient-view',
  hookInstance: crypto.randomUUID?.(),
  fhirServer,
  context: { userId: 'Practitioner/example', patientId },
});
