import type { FileFacts, FileProblem } from './file-facts';
import { SampledReader } from './sampled-reader';

const ALLOWED = 'an XGBoost model: JSON, the binary format, or a pickled Booster';
const SAMPLE = { head: 64 * 1024, tail: 64 * 1024 };
/** What Neo's tables have. */
const DOCUMENTED = [1, 3];
const SAVE_OLD = 'save it with XGBoost 1.3.3, with booster.save_model';
const PICKLE = 0x80;

/** What other libraries begin their models with, or have in them. */
const OTHERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^tree\r?\nversion=v?\d/, 'a model of LightGBM'],
  [/^CBM1/, 'a model of CatBoost'],
  [/^booster\[\d+\]:/, 'a text that dump_model has written, which nothing reads back'],
  [/^0:\[/, 'a text that dump_model has written, which nothing reads back'],
];

/**
 * Tells the formats of XGBoost apart, and says which version has written a model. What it looks for is in the documents of
 * XGBoost 3.1: in JSON and UBJSON, `learner_model_param`, `objective` and `version` come after the trees; the binary format has
 * the names of the objective and of the booster in front of them.
 *
 * @see https://xgboost.readthedocs.io/en/release_3.1.0/tutorials/saving_model.html
 */
export class XgboostReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: SAMPLE });
  }

  protected factsOf(head: Buffer): FileFacts {
    const [start, end] = [head, this.sample.tail].map((bytes) => bytes.toString('latin1'));
    const other = OTHERS.find(([pattern]) => pattern.test(start));
    if (other) {
      return problem(ALLOWED, other[1], 'Neo compiles models of XGBoost only: train one, or host this one as it is');
    }
    if (start.startsWith('{L') || start.startsWith('{i') || start.startsWith('{U')) return ubjsonFacts(end);
    if (/^\s*\{/.test(start)) return jsonFacts(start, end);
    if (head[0] === PICKLE) return pickleFacts(start);
    if (/gbtree|gblinear|dart/.test(start)) return { problems: [] };
    return problem(ALLOWED, 'a file in none of these formats', SAVE_OLD);
  }
}

function jsonFacts(start: string, end: string): FileFacts {
  if (!start.includes('"learner"') && !end.includes('"learner_model_param"')) {
    return problem(ALLOWED, 'JSON without a learner', SAVE_OLD);
  }
  const list = /"base_score"\s*:\s*"(\[[^"]{0,100})"/.exec(end) ?? /"base_score"\s*:\s*"(\[[^"]{0,100})"/.exec(start);
  if (list) return listFacts('JSON', list[1]);
  const version = /"version"\s*:\s*\[\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\]/.exec(end)?.slice(1, 4).map(Number);
  if (!version || !isNewer(version)) return { problems: [] };
  return problem(
    `a model of XGBoost ${DOCUMENTED.join('.')} or older, as Neo's documentation has it`,
    `JSON of XGBoost ${version.join('.')}`,
    SAVE_OLD,
    'neoModelVersion',
  );
}

function ubjsonFacts(end: string): FileFacts {
  const list = /base_scoreS[^[]{1,9}(\[[^\]]{0,100}\])/.exec(end);
  if (list) return listFacts('UBJSON', list[1]);
  const found =
    'UBJSON, which XGBoost 1.3 and the formats of Neo do not have (XGBoost 2.1 and newer write it by default)';
  return problem(ALLOWED, found, SAVE_OLD);
}

/** Readers of XGBoost before 3.1 take a list for nothing, and predict with another base score, without an error. */
function listFacts(format: string, score: string): FileFacts {
  const allowed = 'a model of XGBoost older than 3.1, whose base_score is a number';
  const found = `${format} of XGBoost 3.1 or newer, with the list ${score} as its base_score, which older readers refuse, or take for a default so that every prediction is wrong`;
  return problem(allowed, found, SAVE_OLD);
}

function pickleFacts(start: string): FileFacts {
  const asBooster = 'save the booster alone: model.get_booster().save_model, with XGBoost 1.3.3';
  if (/sklearn\.pipeline|sklearn\.compose/.test(start)) {
    return problem(ALLOWED, 'a pickled pipeline of scikit-learn', asBooster);
  }
  if (/lightgbm\./.test(start)) return problem(ALLOWED, 'a pickled model of LightGBM', 'train one of XGBoost');
  if (/catboost/.test(start)) return problem(ALLOWED, 'a pickled model of CatBoost', 'train one of XGBoost');
  if (/xgboost\.core/.test(start) && !/xgboost\.sklearn/.test(start)) return { problems: [] };
  if (/xgboost/.test(start)) {
    const found = "a pickled estimator of XGBoost's interface for scikit-learn";
    return problem(`${ALLOWED}, as Neo's public loader takes`, found, asBooster, 'neoModelFormat');
  }
  const what = /sklearn\.[\w.]+/.exec(start)?.[0];
  return problem(ALLOWED, `a pickle of something else${what ? ` (${what})` : ''}`, asBooster);
}

function isNewer([major, minor]: readonly number[]): boolean {
  return major > DOCUMENTED[0] || (major === DOCUMENTED[0] && minor > DOCUMENTED[1]);
}

function problem(allowed: string, found: string, advice: string, warning?: string): FileFacts {
  const what: FileProblem = { allowed, found, advice, warning };
  return { problems: [what] };
}
