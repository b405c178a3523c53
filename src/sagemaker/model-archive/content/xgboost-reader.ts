import type { FileFacts, FileProblem } from './file-facts';
import { firstPickled, isPickle } from './pickle-start';
import { SampledReader } from './sampled-reader';
import { binaryBooster } from './xgboost-binary';

const ALLOWED = 'an XGBoost model: JSON, the binary format, or a pickled Booster';
const SAMPLE = { head: 64 * 1024, tail: 64 * 1024 };
/** What Neo's tables have. */
const DOCUMENTED = [1, 3];
const SAVE_OLD = 'save it with XGBoost 1.3.3, with booster.save_model';
const AS_BOOSTER = 'save the booster alone: model.get_booster().save_model, with XGBoost 1.3.3';
const UBJSON = /^\{[LiUIl]/;
/** A list as the base score: its beginning, for it has a number a class. */
const JSON_LIST = /"base_score"\s*:\s*"(\[[^"\]]{0,60}\]?)/;
const UBJSON_LIST = /base_scoreS[^[]{1,9}(\[[^\]]{0,60}\]?)/;

/** What Neo's public loader reads has trees. */
const LINEAR: FileProblem = {
  allowed: "a model with trees (gbtree or dart), which Neo's public loader takes",
  found: 'a linear one (gblinear)',
  advice: "train it with booster='gbtree'",
  warning: 'neoModelFormat',
};

/** What other libraries begin their models with, or have in them. */
const OTHERS: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^tree\r?\nversion=v?\d/, 'a model of LightGBM'],
  [/^CBM1/, 'a model of CatBoost'],
  [/^booster\[\d+\]:/, 'a text that dump_model has written, which nothing reads back'],
  [/^0:\[/, 'a text that dump_model has written, which nothing reads back'],
  [/^\s*\[\s*(?:\{\s*"nodeid"|")/, 'JSON that dump_model has written, which nothing reads back'],
  [/^\s*\{\s*"name"\s*:\s*"tree"/, 'JSON of LightGBM'],
  [/^\s*\{[^]*"(?:oblivious_trees|features_info|model_info)"\s*:/, 'JSON of CatBoost'],
];
/** A linear model, and what has trees. */
const BOOSTERS: { readonly [name: string]: readonly FileProblem[] } = { gblinear: [LINEAR], gbtree: [], dart: [] };

/**
 * Tells the formats of XGBoost apart, and says which version has written a model. What it looks for is in the documents of
 * XGBoost 3.1: in JSON and UBJSON, `learner_model_param`, `objective` and `version` come after the trees; the binary format has
 * the names of the objective and of the booster in front of them, at a fixed place.
 *
 * @see https://xgboost.readthedocs.io/en/release_3.1.0/tutorials/saving_model.html
 */
export class XgboostReader extends SampledReader {
  constructor(size: number) {
    super(size, { allowed: ALLOWED, sizes: SAMPLE, own: 'text' });
  }

  protected factsOf(head: Buffer): FileFacts {
    const [start, end] = [head, this.sample.tail].map((bytes) => bytes.toString('latin1'));
    const other = OTHERS.find(([pattern]) => pattern.test(start));
    if (other) {
      return problem(ALLOWED, other[1], 'Neo compiles models of XGBoost only: train one, or host this one as it is');
    }
    if (UBJSON.test(start)) return { problems: [ubjsonProblem(end)] };
    if (/^\s*\{/.test(start)) return { problems: [...jsonProblems(start, end, this.size <= SAMPLE.head)] };
    if (isPickle(head)) return { problems: [...pickleProblems(start, end)] };
    const booster = binaryBooster(head) ?? '';
    if (Object.hasOwn(BOOSTERS, booster)) return { problems: BOOSTERS[booster] };
    return problem(ALLOWED, 'a file in none of these formats', SAVE_OLD);
  }
}

function* jsonProblems(start: string, end: string, isWhole: boolean): Iterable<FileProblem> {
  if (!start.includes('"learner"') && !end.includes('"learner_model_param"')) {
    yield refused('JSON without a learner', SAVE_OLD);
    return;
  }
  if (!/\}\s*$/.test(end)) {
    yield refused('JSON that is cut off', SAVE_OLD);
    return;
  }
  if (isWhole && start.includes('"learner_train_param"') && !/"model"\s*:/.test(start)) {
    yield refused('the parameters alone, which save_config has written', SAVE_OLD);
    return;
  }
  const list = JSON_LIST.exec(end) ?? JSON_LIST.exec(start);
  if (list) yield listProblem('JSON', list[1]);
  else yield* versionProblems('JSON', end);
  if (/"name"\s*:\s*"gblinear"/.test(start + end)) yield LINEAR;
}

function ubjsonProblem(end: string): FileProblem {
  const list = UBJSON_LIST.exec(end);
  if (list) return listProblem('UBJSON', list[1]);
  const version = versionIn(end);
  const written = version ? `UBJSON of XGBoost ${version.join('.')}` : 'UBJSON';
  const found = `${written}, which XGBoost 1.3 and the formats of Neo do not have (XGBoost 2.1 and newer write it by default)`;
  return refused(found, SAVE_OLD);
}

/** Readers of XGBoost before 3.1 take a list for nothing, and predict with another base score, without an error. */
function listProblem(format: string, score: string): FileProblem {
  const allowed = 'a model of XGBoost older than 3.1, whose base_score is a number';
  const found = `${format} of XGBoost 3.1 or newer, with the list ${score} as its base_score, which older readers refuse, or take for a default so that every prediction is wrong`;
  return { allowed, found, advice: SAVE_OLD };
}

function* pickleProblems(start: string, end: string): Iterable<FileProblem> {
  const name = firstPickled(start)?.className ?? '';
  if (/sklearn\.(pipeline|compose)/.test(start)) {
    yield refused('a pickled pipeline of scikit-learn', AS_BOOSTER);
  } else if (/lightgbm\./.test(start)) {
    yield refused('a pickled model of LightGBM', 'train one of XGBoost');
  } else if (/catboost/.test(start)) {
    yield refused('a pickled model of CatBoost', 'train one of XGBoost');
  } else if (name.startsWith('xgboost.sklearn') || (!name.startsWith('xgboost.') && /xgboost/.test(start))) {
    const found = "a pickled estimator of XGBoost's interface for scikit-learn";
    const allowed = `${ALLOWED}, as Neo's public loader takes`;
    yield { allowed, found, advice: AS_BOOSTER, warning: 'neoModelFormat' };
  } else if (name.startsWith('xgboost.')) {
    const list = UBJSON_LIST.exec(end) ?? JSON_LIST.exec(end);
    if (list) yield listProblem('a pickled Booster', list[1]);
    else yield* versionProblems('a pickled Booster', end);
  } else {
    const what = /sklearn\.[\w.]+/.exec(start)?.[0];
    yield refused(`a pickle of something else${what ? ` (${what})` : ''}`, AS_BOOSTER);
  }
}

function* versionProblems(format: string, end: string): Iterable<FileProblem> {
  const version = versionIn(end);
  if (!version || !isNewer(version)) return;
  yield {
    allowed: `a model of XGBoost ${DOCUMENTED.join('.')} or older, as Neo's documentation has it`,
    found: `${format} of XGBoost ${version.join('.')}`,
    advice: SAVE_OLD,
    warning: 'neoModelVersion',
  };
}

/** The version that a model ends with: three numbers in JSON, or of one byte each in UBJSON. */
function versionIn(end: string): readonly number[] | undefined {
  const json = /"version"\s*:\s*\[\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\]/.exec(end);
  if (json) return json.slice(1).map(Number);
  const ubjson = /version\[#L\0{7}\u0003[iU]([^])[iU]([^])[iU]([^])/.exec(end);
  return ubjson?.slice(1).map((byte) => byte.charCodeAt(0));
}

function isNewer([major, minor]: readonly number[]): boolean {
  return major > DOCUMENTED[0] || (major === DOCUMENTED[0] && minor > DOCUMENTED[1]);
}

function refused(found: string, advice: string): FileProblem {
  return { allowed: ALLOWED, found, advice };
}

function problem(allowed: string, found: string, advice: string): FileFacts {
  return { problems: [{ allowed, found, advice }] };
}
