import { wordsLoaded } from '../words.js';

/** The words of the cards, by the keys that the explanation speaks in. */
export class Words {
  constructor({ language, phrases, topics }) {
    this.language = language;
    this.phrases = phrases;
    this.topics = topics;
    this.decimalSign = new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal').value;
    this.day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  }

  static async load() {
    return new Words(await wordsLoaded());
  }

  /** A key without words is shown as it is. */
  of(section, key) {
    return this.phrases[`${section}.${key}`] ?? key;
  }

  topic(topic) {
    return this.topics[topic] ?? topic;
  }

  statement(key) {
    return this.of('statement', key);
  }

  /** What stands in the way: that something is not so, or that something is. */
  obstacle({ statement, truth }) {
    if (truth === 'met') {
      return this.statement(statement);
    }
    const own = this.phrases[`obstacle.${statement}`];
    return own ?? this.phrases['obstacle.otherwise'].replace('{statement}', this.statement(statement));
  }

  /** Where a limit is to be filled in, the short words do. */
  caution(id) {
    const text = this.of('caution', `${id}.text`);
    return text.includes('{') ? this.of('caution', `${id}.short`) : text;
  }

  /** Some entries need no subject, and empty words are not sent. */
  subject(key) {
    return this.phrases[`subject.${key}`] ?? '';
  }

  value(text) {
    return this.phrases[`value.${text}`] ?? this.number(text);
  }

  /** A number with a point, or words that hold such numbers, in the form of the language. */
  number(text) {
    return this.decimalSign === '.' ? text : text.replace(/(\d)\.(\d)/g, `$1${this.decimalSign}$2`);
  }

  /** A range has two points between its ends. */
  range(text) {
    return this.number(text.replace('..', '–'));
  }

  fact({ fact }) {
    const key = fact.replace(/^recorded\./, '');
    return key === fact ? this.of('explain.fact', key) : this.subject(key).replace(/:$/, '');
  }

  /** The value of a fact, in the unit of the rules. */
  factValue({ value, unit, reason }) {
    if (value === undefined) {
      return this.of('explain.reason', reason ?? 'notRecorded');
    }
    const lirads = /^(lr|us)(\w+)$/i.exec(value);
    const text = lirads
      ? `${lirads[1]}-${lirads[2]}`.toUpperCase()
      : (this.phrases[`explain.value.${value}`] ?? this.phrases[`value.${value}`] ?? this.range(value));
    return unit ? `${text} ${unit.replace('10*9/L', '10⁹/L')}` : text;
  }

  date(date) {
    return (date ?? '')
      .split('..')
      .map((one) => (one ? this.dayOf(new Date(`${one}T00:00:00Z`)) : ''))
      .join(' – ');
  }

  /** In the order of the cards. */
  dayOf(date) {
    const parts = Object.fromEntries(this.day.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${parts.day} ${parts.month} ${parts.year}`;
  }

  citations(list = []) {
    return list.join(', ');
  }
}
