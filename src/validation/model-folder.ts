import { type Finding, type MemberName, warning } from './finding';
import { shown } from './shown';
import { isUnknown } from './unknown-value';

/** How the names of archives end, and of single files of models. */
const FILE = /\.(?:tar|tar\.gz|tgz|gz|zip|safetensors|gguf|bin|pth?|ckpt|onnx|json)$/i;

/**
 * Whether what should be the folder of a model has the name of a file: what is below that, there is none. One that ends in a slash is
 * a folder, whatever its name.
 *
 * @param id The id of the warning.
 */
export function* modelFolderRules(id: string, member: MemberName, prefix: string): Iterable<Finding> {
  if (isUnknown(prefix) || !FILE.test(prefix)) return;
  const text = `should be the folder with the files of the model, got ${shown(prefix)}, which is the name of a file: unpack an archive, give the folder that a file lies in, and end a folder that is called so in a slash`;
  yield warning(id, member, text);
}
