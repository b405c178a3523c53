import type { Request } from '../request-overrides';
import { type Finding, warning } from '../validation/finding';
import { knownMembers, knownText } from '../validation/known-value';
import { shown } from '../validation/shown';
import { partsOf, UNKNOWN } from '../validation/text-parts';

/** What says that a container runs a script of the user's: the toolkit of AWS's images reads it. */
const PROGRAM = 'sagemaker_program';

/**
 * The algorithms that are built into SageMaker and run no scripts. They read each hyperparameter as it is.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/algos.html
 */
const BUILT_IN =
  /(?:^|\/)(?:blazingtext|factorization-machines|forecasting-deepar|image-classification|ipinsights|kmeans|knn|lda|linear-learner|ntm|object-detection|object2vec|pca|randomcutforest|semantic-segmentation|seq2seq):/;

/** What Python prints of a value, and what JSON has for it. */
const PYTHON_WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
]);

/** How hyperparameters are written depends on who reads them: all of them are texts to the service. */
export function* hyperparameterRules(request: Request): Iterable<Finding> {
  const parameters = knownMembers(request, 'HyperParameters') ?? {};
  const isScript = Object.hasOwn(parameters, PROGRAM);
  const isBuiltIn = !isScript && isBuiltInImage(knownMembers(request, 'AlgorithmSpecification')?.TrainingImage);
  if (!isScript && !isBuiltIn) return;
  for (const [name, value] of Object.entries(parameters)) {
    const text = knownText(value)?.trim();
    const problem = text === undefined ? undefined : isScript ? scriptProblem(text) : builtInProblem(text);
    if (problem === undefined) continue;
    const member = { property: `hyperparameters.${name}`, api: `HyperParameters.${name}` };
    yield warning('hyperparameterJson', member, `${problem}, got ${shown(value)}`);
  }
}

function isBuiltInImage(image: unknown): boolean {
  if (typeof image !== 'string') return false;
  return partsOf(image).some((part) => part !== UNKNOWN && BUILT_IN.test(part));
}

/** The toolkit reads JSON, and takes what is none for a text. */
function scriptProblem(text: string): string | undefined {
  const word = PYTHON_WORDS.get(text);
  if (word !== undefined) return `should be JSON for a script, as in '${word}': what Python prints is a text to it`;
  if (/^'.*'$/s.test(text)) return `should be JSON for a script, as in '"${text.slice(1, -1)}"'`;
  if (!/^[{[]/.test(text) || isJson(text)) return undefined;
  return 'should be JSON for a script: it begins like an object or a list, and is none';
}

function builtInProblem(text: string): string | undefined {
  if (!/^".*"$/s.test(text) || !isJson(text)) return undefined;
  return `should be the text itself for an algorithm that is built in, as in '${text.slice(1, -1)}': it reads no JSON`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
