import { ToldLines } from './told-lines';
import { isObject, itemsIn } from '../../local-file/json-value';

/** The form of a time, or less of it: in examples of AWS's own, the time of day is left out. */
const TIME = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?$/;
const TIME_WITH_ZONE = /\d(?:Z|[+-]\d\d:?\d\d)$/;

/** What other libraries call the members, whose authors are the same. */
const OTHER_NAMES = { feat_static_cat: 'cat', feat_dynamic_real: 'dynamic_feat' };

type Members = { readonly [member: string]: unknown };

/**
 * The time series of DeepAR that are not as AWS's page has them, each an object on a line of its own.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/deepar.html
 */
export class SeriesFaults {
  private readonly lines = new Map<string, ToldLines>();
  /** What was found first of each kind. */
  private readonly examples = new Map<string, string>();
  /** How many categories and features the first series has: all others have as many. */
  private first?: { readonly [member: string]: number };

  public take(value: unknown, line: number): void {
    if (!isObject(value)) {
      this.tell(line, "no object with 'start' and 'target'");
      return;
    }
    this.takeStart(value.start, line);
    this.takeTarget(value.target, line);
    this.takeFeatures(value, line);
    for (const [other, name] of Object.entries(OTHER_NAMES)) {
      if (other in value) this.tell(line, `a member '${other}', which is '${name}' for DeepAR`);
    }
  }

  public *texts(place: (lines: ToldLines) => string): Iterable<string> {
    for (const [fault, lines] of this.lines) {
      const example = this.examples.get(fault);
      yield `${place(lines)} ${fault}${example === undefined ? '' : `, got ${example}`}`;
    }
  }

  private takeStart(start: unknown, line: number): void {
    if (typeof start !== 'string') {
      this.tell(line, "no 'start', the time of the first value as YYYY-MM-DD HH:MM:SS", start);
    } else if (TIME_WITH_ZONE.test(start)) {
      this.tell(line, "a 'start' with a time zone, which DeepAR does not take: leave the zone out", start);
    } else if (!TIME.test(start)) {
      this.tell(line, "a 'start' of another form than YYYY-MM-DD HH:MM:SS", start);
    }
  }

  private takeTarget(target: unknown, line: number): void {
    if (!Array.isArray(target)) {
      this.tell(line, "no 'target', the list of the values of the series", target);
      return;
    }
    const odd = target.find((value) => typeof value !== 'number' && value !== null && value !== 'NaN');
    if (odd !== undefined) this.tell(line, 'in \'target\' what is no number, and neither null nor "NaN"', odd);
  }

  private takeFeatures({ target, cat, dynamic_feat: features }: Members, line: number): void {
    // a single category was a number once
    const categories = typeof cat === 'number' ? [cat] : itemsIn(cat);
    const odd = categories.find((category) => !Number.isInteger(category) || (category as number) < 0);
    if (odd !== undefined) this.tell(line, "in 'cat' what is no whole number of at least 0", odd);
    const lists = itemsIn(features).map(itemsIn);
    if (Array.isArray(target) && lists.some(({ length }) => length !== target.length)) {
      this.tell(line, "in 'dynamic_feat' a list that is not as long as 'target'");
    }
    const gap = lists.flatMap((list) => list.filter((value) => typeof value !== 'number'));
    if (gap.length > 0) this.tell(line, "in 'dynamic_feat' what is no number: values cannot be missing there", gap[0]);
    const counts = { cat: categories.length, dynamic_feat: lists.length };
    this.first ??= counts;
    for (const [member, count] of Object.entries(counts)) {
      const wanted = this.first[member];
      if (count !== wanted) this.tell(line, `another number of '${member}' than the first series, which has ${wanted}`);
    }
  }

  private tell(line: number, fault: string, found?: unknown): void {
    const told = this.lines.get(fault) ?? new ToldLines();
    this.lines.set(fault, told);
    told.add(line);
    if (found !== undefined && !this.examples.has(fault)) this.examples.set(fault, exampleOf(found));
  }
}

const LONGEST_EXAMPLE = 40;

function exampleOf(found: unknown): string {
  const text = JSON.stringify(found);
  return text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text;
}
