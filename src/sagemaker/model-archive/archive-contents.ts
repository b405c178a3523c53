import { posix } from 'node:path';
import type { MemberReader } from './archive-entries';
import { type ArchiveEntry, isHidden, leadsOut } from './archive-entry';
import { type ArchiveProblem, mustHave, shouldHave } from './archive-problem';
import type { FileProblem, ModelInput } from './content/file-facts';
import { type Neighbours, neighbourProblems } from './content/neighbour-problems';
import { ReadFiles } from './content/read-files';
import { FoundFiles } from './found-files';
import { FRAMEWORK_FILES } from './framework-files';
import { NameList, nameText } from './name-list';

/** How many paths are kept, to know them again. */
const MOST_PATHS = 1000;
/** The longest description of what was found. */
const LONGEST_FOUND = 400;

/** How files end that may be models; XGBoost's own have no ending. */
const MODEL_ENDINGS = new Set(['', ...[...FRAMEWORK_FILES.values()].flat().flatMap(({ endings }) => endings)]);

/** What is in a model archive, as far as Neo cares: it takes memory that does not depend on how much that is. */
export class ArchiveContents implements Neighbours {
  private files = 0;
  private readonly leadingOut = new NameList();
  private readonly twice = new NameList();
  /** The paths of the first files. */
  private readonly paths = new Set<string>();
  /** The folders that have a folder `variables`, as a SavedModel must. */
  private readonly withVariables = new Set<string>();
  private readonly contents = new ReadFiles();
  private readonly found = new Map(
    [...FRAMEWORK_FILES].map(([framework, wanted]) => [
      framework,
      wanted.map((file) => new FoundFiles(framework, file)),
    ]),
  );

  /** Takes a member, and returns what is to read it. */
  public add(entry: ArchiveEntry): MemberReader | undefined {
    const { path, target, size } = entry;
    if (leadsOut(entry)) this.leadingOut.add(target === undefined ? path : `${path} -> ${target}`);
    this.addFolders(path);
    if (!entry.isFile || isHidden(path)) return undefined;
    if (MODEL_ENDINGS.has(posix.extname(path)) && this.paths.has(path)) {
      this.twice.add(path);
    } else {
      if (this.paths.size < MOST_PATHS) this.paths.add(path);
      this.files++;
      for (const files of this.found.values()) files.forEach((file) => file.add(path));
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
    const anyName = those((files) => files.every(({ candidates }) => candidates.length > 0));
    return this.contents.has('SKLEARN') ? [...anyName, 'SKLEARN'] : anyName;
  }

  /** The files, as a message shows them. */
  public get fileNames(): string {
    const names = new NameList();
    this.paths.forEach((path) => names.add(path));
    return names.toString();
  }

  /** The inputs of the model for a framework, where the archive has one model that says them. */
  public inputs(framework: string): readonly ModelInput[] | undefined {
    const models = (this.found.get(framework) ?? []).flatMap((files) => files.candidates);
    return models.length === 1 ? this.contents.of(models[0], framework).inputs : undefined;
  }

  /** Whether a file is there; undefined where there are more than are known. */
  public hasFile(path: string): boolean | undefined {
    return this.paths.has(path) || (this.paths.size < MOST_PATHS ? false : undefined);
  }

  /** Whether the variables of a SavedModel are in a folder. */
  public hasVariables(folder: string): boolean {
    return this.withVariables.has(folder === '.' ? '' : `${folder}/`);
  }

  private addFolders(path: string): void {
    const found = /^(.*\/|)variables(\/|$)/.exec(path);
    if (found && this.withVariables.size < MOST_PATHS) this.withVariables.add(found[1]);
  }

  private *pathProblems(archive: string): Iterable<ArchiveProblem> {
    const { count } = this.leadingOut;
    if (count > 0) {
      const names = this.leadingOut.toString();
      yield mustHave(`with no path or link that leads out of it, got ${count} in ${archive}: ${names}`);
    }
    if (this.twice.count === 0) return;
    const text = `with no member twice, of which unpacking keeps the last, got ${this.twice.count} in ${archive}`;
    yield shouldHave('modelArchiveMembers', `${text}: ${this.twice.toString()}`);
  }

  private *fileProblems(framework: unknown, archive: string): Iterable<ArchiveProblem> {
    const found = typeof framework === 'string' && this.found.get(framework);
    if (!found) {
      if (this.files === 0) yield mustHave(`with a model in it, got no file in ${archive}`);
      return;
    }
    for (const file of found) {
      const problem = file.problem(archive);
      if (problem !== undefined) yield mustHave(problem);
    }
  }

  private *contentProblems(framework: unknown, archive: string): Iterable<ArchiveProblem> {
    if (typeof framework !== 'string') return;
    const models = this.found.get(framework)?.flatMap((files) => files.candidates) ?? this.modelsOf(framework);
    for (const path of models) {
      const facts = this.contents.of(path, framework);
      for (const problem of facts.problems) yield this.problemOf(path, problem, archive);
      for (const problem of neighbourProblems(path, facts, this)) yield this.problemOf(path, problem, archive);
    }
    if (framework === 'MXNET') yield* this.parameterProblems(models, archive);
  }

  /** The files of a framework that no file must be there for. */
  private modelsOf(framework: string): readonly string[] {
    return [...this.paths].filter((path) => this.contents.of(path, framework).problems.length > 0);
  }

  private problemOf(path: string, problem: FileProblem, archive: string): ArchiveProblem {
    const { allowed, found, advice, warning } = problem;
    const text = `whose ${nameText(path)} is ${allowed}, got ${nameText(found, LONGEST_FOUND)} in ${archive}: ${advice}`;
    return warning === undefined ? mustHave(text) : shouldHave(warning, text);
  }

  /** Whether the parameters are those that the symbol wants. */
  private *parameterProblems(models: readonly string[], archive: string): Iterable<ArchiveProblem> {
    const parametersOf = (ending: string) =>
      models.filter((path) => path.endsWith(ending)).map((path) => this.contents.of(path, 'MXNET').parameters);
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
