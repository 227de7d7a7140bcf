/** What differs between two answers to the same request. */

const offers = (answer) => new Map((answer.evaluation.recommendations ?? []).map((one) => [one.topic, one.status]));

/** Each topic that is offered before or after, with its status then; undefined where it is not. */
export function offered(before, after) {
  const [was, is] = [offers(before), offers(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((topic) => ({ topic, was: was.get(topic), is: is.get(topic) }));
}

const keyOf = (rule, criterion) => `${rule.rule} ${criterion.role} ${criterion.statement}`;

function criteria(answer) {
  const all = new Map();
  for (const rule of answer.explained.explanation?.rules ?? []) {
    for (const criterion of rule.criteria ?? []) {
      all.set(keyOf(rule, criterion), criterion);
    }
  }
  return all;
}

/** Each statement that a rule asked for and that is answered otherwise now. */
export function turned(before, after) {
  const is = criteria(after);
  const statements = new Map();
  for (const [key, criterion] of criteria(before)) {
    const now = is.get(key);
    if (now && now.truth !== criterion.truth) {
      statements.set(criterion.statement, { statement: criterion.statement, was: criterion.truth, is: now.truth });
    }
  }
  return [...statements.values()];
}
