import { posix } from 'node:path';
import { type ArchiveEntry, isHidden, leadsOut } from './archive-entry';
import { ArchivePaths } from './archive-paths';
import { type ArchiveProblem, mustHave, shouldHave } from './archive-problem';
import { type FileFacts, type FileProblem, type ModelInput, NOTHING_KNOWN } from './content/file-facts';
import { mxnetInputs } from './content/mxnet-inputs';
import { neighbourProblems } from './content/neighbour-problems';
import type { Neighbours } from './content/neighbours';
import { ReadFiles } from './content/read-files';
import { FoundFiles } from './found-files';
import { LinkedFiles } from './linked-files';
import type { MemberReader } from './member-reader';
import { NameList, nameText } from './name-list';
import { isTelling } from './telling-names';
import { FRAMEWORK_NAMES, NEO_FRAMEWORKS } from '../neo/neo-frameworks';

/** How many folders are kept that have variables. */
const MOST_FOLDERS = 1000;
/** The longest description of what was found. */
const LONGEST_FOUND = 400;
const MXNET = 'MXNET';
const VARIABLES = 'variables';

/** How files end that may be models; XGBoost's own have no ending. */
const MODEL_ENDINGS = new Set([
  '',
  ...Object.values(NEO_FRAMEWORKS).flatMap(({ files }) => files.flatMap(({ endings }) => endings)),
]);

/** Which version of its framework has saved a model. */
export interface SavedVersion {
  /** The file in the archive that says it. */
  readonly file: string;
  readonly version: string;
}

/** The files of the one model of an archive. */
interface ModelFiles {
  readonly path: string;
  readonly symbol: FileFacts;
  /** MXNet has the parameters in files of their own. */
  readonly parameters: readonly FileFacts[];
}

/** What is in a model archive, as far as Neo cares: it takes memory that does not depend on how much that is. */
export class ArchiveContents implements Neighbours {
  private files = 0;
  private readonly leadingOut = new NameList();
  private readonly twice = new NameList();
  private readonly paths = new ArchivePaths();
  /** The folders that have a folder `variables`, as a SavedModel must. */
  private readonly withVariables = new Set<string>();
  private readonly contents = new ReadFiles();
  private readonly found: ReadonlyMap<string, readonly FoundFiles[]> = new Map(
    FRAMEWORK_NAMES.map((framework) => [
      framework,
      NEO_FRAMEWORKS[framework].files.map((file) => new FoundFiles(framework, file)),
    ]),
  );

  private readonly foundFiles = [...this.found.values()].flat();

  /** Takes a member, and returns what is to read it. */
  public add(entry: ArchiveEntry): MemberReader | undefined {
    const { path, target, size } = entry;
    if (leadsOut(entry)) this.leadingOut.add(target === undefined ? path : `${path} -> ${target}`);
    this.addFolders(path);
    if (!entry.isFile) return undefined;
    const facts = target === undefined ? size : posix.normalize(target).replace(/\/$/, '');
    if (isHidden(path)) {
      this.paths.addHidden(path, facts);
      return undefined;
    }
    if (MODEL_ENDINGS.has(posix.extname(path)) && this.paths.has(path)) {
      this.twice.add(path);
    } else {
      this.paths.add(path, facts);
      this.files++;
      this.addFile(path);
    }
    return target === undefined && size !== undefined ? this.contents.reader(path, size) : undefined;
  }

  /**
   * What keeps Neo from taking the archive for a model, or may keep it: each says what the archive must be, and what was
   * found.
   *
   * @param framework The framework as the API spells it, where it is known.
   * @param archive The archive as a message shows it.
   */
  public problems(framework: unknown, archive: string): ArchiveProblem[] {
    return [
      ...this.pathProblems(archive),
      ...this.fileProblems(framework, archive),
      ...this.contentProblems(framework, archive),
    ];
  }

  /**
   * The frameworks that the archive may hold a model of, by the names of its files: those of which all files are there, or
   * else those of which one is, or else those whose models may have any name.
   */
  public get frameworks(): readonly string[] {
    const those = (holds: (files: readonly FoundFiles[]) => boolean) =>
      [...this.found].filter(([, files]) => holds(files)).map(([framework]) => framework);
    const whole = those((files) => files.every(({ isNamed }) => isNamed));
    if (whole.length > 0) return whole;
    const partly = those((files) => files.some(({ isMeant }) => isMeant));
    if (partly.length > 0) return partly;
    return those((files) => files.every(({ candidates }) => candidates.length > 0));
  }

  /** The files, as a message shows them. */
  public get fileNames(): string {
    const names = new NameList();
    for (const path of this.paths.names) names.add(path);
    return names.toString();
  }

  /** The inputs of the model for a framework, where the archive has one model that says them. */
  public inputs(framework: string): readonly ModelInput[] | undefined {
    const { symbol, parameters } = this.model(framework);
    return framework === MXNET ? mxnetInputs(symbol, parameters) : symbol.inputs;
  }

  /** Which version of the framework has saved the model, where the archive has one model that says it. */
  public version(framework: string): SavedVersion | undefined {
    const { path, symbol } = this.model(framework);
    return symbol.version === undefined ? undefined : { file: nameText(path), version: symbol.version };
  }

  /** What is to be read once more, for the names of links that lead to it. */
  public get linkedFiles(): LinkedFiles {
    return new LinkedFiles(this.paths, this.contents);
  }

  /** Whether a file is there; undefined where there are more than are known. */
  public hasFile(path: string): boolean | undefined {
    return this.paths.hasFile(path);
  }

  /** How many bytes a file has, where that is known. */
  public sizeOf(path: string): number | undefined {
    return this.paths.sizeOf(path);
  }

  /** What a file is that only stands for another. */
  public placeholder(path: string): Omit<FileProblem, 'allowed'> | undefined {
    return this.contents.placeholder(this.followed(path));
  }

  /** What is known of a file, or of the one that it is a link to. */
  public factsOf(path: string, framework: string): FileFacts {
    return this.contents.of(this.contents.has(path) ? path : this.followed(path), framework);
  }

  /** Whether the variables of a SavedModel are in a folder. */
  public hasVariables(folder: string): boolean {
    return this.withVariables.has(folder === '.' ? '' : `${folder}/`);
  }

  /** The path of the file that a link leads to in the end, where there is one; of anything else, its own. */
  private followed(path: string): string {
    return this.paths.endOf(path) ?? path;
  }

  /** What is known of the one model, of which MXNet has two files or more. */
  private model(framework: string): ModelFiles {
    const [models = [], others = []] = (this.found.get(framework) ?? []).map((files) => files.candidates);
    const [path = '', ...more] = models;
    const symbol = more.length === 0 ? this.factsOf(path, framework) : NOTHING_KNOWN;
    return { path, symbol, parameters: others.map((each) => this.factsOf(each, framework)) };
  }

  private addFile(path: string): void {
    const says = isTelling(posix.basename(path));
    for (const file of this.foundFiles) {
      if (says) file.add(path);
      else file.addOther(path);
    }
  }

  private addFolders(path: string): void {
    // most paths have none
    const found = path.includes(VARIABLES) && /^(.*\/|)variables(\/|$)/.exec(path);
    if (found && this.withVariables.size < MOST_FOLDERS) this.withVariables.add(found[1]);
  }

  private *pathProblems(archive: string): Iterable<ArchiveProblem> {
    const { count } = this.leadingOut;
    if (count > 0) {
      const names = this.leadingOut.toString();
      const text = `with no path or link that leads out of it, got ${count} in ${archive}: ${names}`;
      yield mustHave(`${text}. Pack the files themselves by relative paths, as tar -C <folder> does`);
    }
    if (this.twice.count === 0) return;
    const text = `with no member twice, of which unpacking keeps the last, got ${this.twice.count} in ${archive}`;
    yield shouldHave('modelArchiveMembers', `${text}: ${this.twice.toString()}. Pack each file once`);
  }

  private *fileProblems(framework: unknown, archive: string): Iterable<ArchiveProblem> {
    const found = typeof framework === 'string' && this.found.get(framework);
    if (!found) {
      if (this.files === 0) yield mustHave(`with a model in it, got no file in ${archive}. Pack the model`);
      return;
    }
    for (const file of found) {
      const problem = file.problem(archive);
      if (problem) yield problem;
    }
  }

  private *contentProblems(framework: unknown, archive: string): Iterable<ArchiveProblem> {
    if (typeof framework !== 'string') return;
    const found = this.found.get(framework) ?? [];
    const models = found.flatMap((files) => files.candidates);
    for (const path of found.flatMap((files) => this.likely(files, framework))) {
      const facts = this.factsOf(path, framework);
      const problems = [...this.linkProblems(path), ...facts.problems, ...neighbourProblems(path, facts, this)];
      for (const problem of problems) yield this.problemOf(path, problem, archive);
    }
    if (framework === MXNET) yield* this.parameterProblems(models, archive);
  }

  /** Of several files where one must be, those that may be it: of others it is enough that they are too many. */
  private likely({ candidates, isSeveral }: FoundFiles, framework: string): readonly string[] {
    const isModel = (path: string) =>
      this.factsOf(path, framework).problems.every(({ warning }) => warning !== undefined);
    return !isSeveral && candidates.some(isModel) ? candidates.filter(isModel) : candidates;
  }

  /** A link to nothing is no file, once it is unpacked. */
  private *linkProblems(path: string): Iterable<FileProblem> {
    const end = this.paths.endOf(path);
    // what leads out of the archive is told as that
    if (end === path || (end !== undefined && (posix.isAbsolute(end) || /^\.\.(\/|$)/.test(end)))) return;
    if (this.hasFile(path) !== false) return;
    const found =
      end === undefined
        ? 'a link that leads back to itself, and to no file'
        : `a link to ${end}, which it does not have`;
    const advice = 'pack the file itself: tar follows links with --dereference (-h)';
    yield { allowed: 'a file, or a link to one in the archive', found, advice };
  }

  private problemOf(path: string, problem: FileProblem, archive: string): ArchiveProblem {
    const { allowed, found, advice, warning } = problem;
    const name = nameText(problem.path ?? path);
    const text = `whose ${name} is ${allowed}, got ${nameText(found, LONGEST_FOUND)} in ${archive}: ${advice}`;
    return warning === undefined ? mustHave(text) : shouldHave(warning, text);
  }

  /** Whether the parameters are those that the symbol wants. */
  private *parameterProblems(models: readonly string[], archive: string): Iterable<ArchiveProblem> {
    const parametersOf = (ending: string) =>
      models.filter((path) => path.endsWith(ending)).map((path) => this.factsOf(path, MXNET).parameters);
    const [wanted] = parametersOf('.json');
    const known = parametersOf('.params');
    if (!wanted || known.length === 0 || known.some((each) => each === undefined)) return;
    const missing = [...wanted].filter((name) => known.every((each) => !each!.has(name)));
    if (missing.length === 0) return;
    const names = new NameList();
    missing.forEach((name) => names.add(name));
    const text = `whose .params file has the parameters that its symbol wants, got one in ${archive} without`;
    yield mustHave(`${text} ${names.toString()}: write both files with net.export`);
  }
}
