import { mayRunScript, runsScript } from './built-in-algorithm';
import type { Request } from '../../job/request-overrides';
import { type Finding, warning } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { isBuiltIn } from '../built-in-repositories';

const SUBMIT_DIRECTORY = 'sagemaker_submit_directory';

/** How a text begins that is meant for an object, a list or a text of JSON, or of Python. */
const LIKE_JSON = /^(?:\{\s*["']|["[])/;
/** What Python prints of a tuple of numbers or texts. */
const TUPLE = /^\(\s*(?:-?[\d.]+|'[^']*'|"[^"]*")(?:\s*,\s*(?:-?[\d.]+|'[^']*'|"[^"]*"))*\s*,?\s*\)$/;
/** A word in brackets before a text, as prompts have it: `[INST] {question} [/INST]`. */
const TAGGED = /^\[[\w/ -]+\]\s*\S/;

/** What Python prints of a value, and what JSON has for it. */
const PYTHON_WORDS: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['False', 'false'],
  ['None', 'null'],
]);

/**
 * How hyperparameters are written depends on who reads them: all of them are texts to the service. Scripts get what AWS's toolkit
 * has read as JSON; algorithms that are built in read each as it is.
 */
export function* hyperparameterRules(request: Request): Iterable<Finding> {
  const parameters = knownMembers(request, 'HyperParameters') ?? {};
  const isScript = runsScript(request);
  const image = knownMembers(request, 'AlgorithmSpecification')?.TrainingImage;
  if (!isScript && (mayRunScript(request) || !isBuiltIn(image))) return;
  if (isScript) yield* submitRules(parameters);
  for (const [name, value] of Object.entries(parameters)) {
    const text = knownText(value)?.trim();
    const problem = text === undefined ? undefined : isScript ? scriptProblem(text) : builtInProblem(text);
    if (problem === undefined) continue;
    const member = { property: `hyperparameters.${name}`, api: `HyperParameters.${name}` };
    yield warning('hyperparameterJson', member, `${problem}, got ${shown(value)}`);
  }
}

/** Where the script is: an archive in S3, or a folder that is in the image. */
function* submitRules(parameters: Request): Iterable<Finding> {
  const value = parameters[SUBMIT_DIRECTORY];
  const text = knownText(value)
    ?.trim()
    .replace(/^"(.*)"$/s, '$1');
  if (text === undefined || /^(?:s3:\/\/|\/)/.test(text)) return;
  const member = { property: `hyperparameters.${SUBMIT_DIRECTORY}`, api: `HyperParameters.${SUBMIT_DIRECTORY}` };
  const allowed = "the S3 URI of a 'tar.gz' with the script, or a folder in the image such as '/opt/ml/code'";
  yield warning('submitDirectory', member, `should be ${allowed}, got ${shown(value)}`);
}

/** The toolkit reads JSON, and takes what is none for a text. */
function scriptProblem(text: string): string | undefined {
  const word = PYTHON_WORDS.get(text);
  if (word !== undefined) return `should be JSON for a script, as in '${word}': what Python prints is a text to it`;
  if (/^'.*'$/s.test(text)) return `should be JSON for a script, as in '"${text.slice(1, -1)}"'`;
  if (TUPLE.test(text) && text.includes(',')) {
    return "should be JSON for a script, as in '[1, 2]': what Python prints of a tuple is a text to it";
  }
  if (/^\d+e\d+$/i.test(text) && Number(text) > Number.MAX_SAFE_INTEGER) {
    return `should be JSON for a script, as in '"${text}"': it is read as a number with an exponent, and the script gets another text`;
  }
  if (!LIKE_JSON.test(text) || TAGGED.test(text)) return undefined;
  if (!isJson(text)) {
    return 'should be JSON for a script: it begins like a text, an object or a list of JSON, and is none';
  }
  if (!/^"\\"/.test(text)) return undefined;
  return `should be JSON for a script once, as in '${JSON.parse(text)}': it is JSON within JSON, and the script gets the quotes, too`;
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
