import { posix } from 'node:path';
import { type ArchiveProblem, mustHave, shouldHave } from './archive-problem';
import { type FrameworkFile, numberText } from './framework-file';
import { NameList } from './name-list';

/** How many paths of files are kept. */
const MOST_CANDIDATES = 10;
/** What helps whatever the framework is. */
const COMMON_ADVICE: readonly (readonly [name: RegExp, advice: string])[] = [
  [/\.(tar|tgz|gz|zip|7z|mar)(,|$)/, 'Pack what is in the archive, for Neo unpacks the outer one only'],
  [/\bgroup\d+-shard\d+of\d+\b/, foreign('A model of TensorFlow.js')],
  [/\.(mlmodel|mlpackage)\b/, foreign('A model of Core ML')],
  [/\.caffemodel\b/, foreign('A model of Caffe')],
  [/\.(pdmodel|pdiparams)\b/, foreign('A model of PaddlePaddle')],
  [/\.(engine|plan|trt)(,|$)/, foreign('An engine of TensorRT')],
  [/\.ort(,|$)/, foreign("A model in ONNX Runtime's own format")],
  [/\.gguf\b/, foreign('A model in GGUF')],
];

function foreign(model: string): string {
  return `${model} is none that Neo takes: pack the model that it was made of`;
}

/** The files of an archive that may be the one that a framework needs. */
export class FoundFiles {
  private readonly named = new NameList();
  private readonly any = new NameList();
  private readonly weights = new NameList();
  private readonly namedPaths: string[] = [];
  private readonly likePaths: string[] = [];
  private only?: string;
  /** Whether there is a file that is named so in capital letters. */
  private isMiscased = false;
  private taken = 0;

  constructor(
    private readonly framework: string,
    private readonly wanted: FrameworkFile,
  ) {}

  /** The paths of the files that may be it. */
  public get candidates(): readonly string[] {
    if (this.namedPaths.length > 0) return this.namedPaths;
    if (this.likePaths.length > 0) return this.likePaths;
    return this.wanted.orOnlyFile && this.any.count === 1 ? [this.only!] : [];
  }

  /** Whether there may be several. */
  public get isSeveral(): boolean {
    return this.wanted.several ?? false;
  }

  /** Whether there is a file that is named as this one is. */
  public get isNamed(): boolean {
    return this.named.count > 0;
  }

  /** Whether there is a file that a person may have meant for it; JSON may be for anything. */
  public get isMeant(): boolean {
    const isTelling = this.isNamed && !this.wanted.endings.includes('.json');
    const others = this.wanted.advice ?? [];
    return (
      isTelling || this.isMiscased || this.weights.count > 0 || others.some(([name]) => name.test(this.any.toString()))
    );
  }

  /** Adds a file whose name says nothing to any framework. */
  public addOther(path: string): void {
    this.any.add(path);
    this.only ??= path;
    const ending = posix.extname(path);
    const lower = ending.toLowerCase();
    this.isMiscased ||= ending !== lower && lower !== '.json' && this.wanted.endings.includes(lower);
  }

  public add(path: string): void {
    const { endings, others = [], taken, weights, alsoRead = [] } = this.wanted;
    const name = posix.basename(path);
    this.addOther(path);
    if (weights?.test(name)) return this.weights.add(path);
    if (taken?.test(name)) this.taken++;
    if (alsoRead.some((ending) => name.endsWith(ending)) && this.likePaths.length < MOST_CANDIDATES) {
      this.likePaths.push(path);
    }
    if (!endings.some((ending) => name.endsWith(ending)) || others.includes(name)) return;
    this.named.add(path);
    if (this.namedPaths.length < MOST_CANDIDATES) this.namedPaths.push(path);
  }

  /** What the archive must have and does not: what is wanted, and what was found instead. */
  public problem(archive: string): ArchiveProblem | undefined {
    const { several, orOnlyFile, warning } = this.wanted;
    const { count } = this.named.count === 0 && orOnlyFile ? this.any : this.named;
    if (count === 1 || (count > 1 && (several || this.taken === 1))) return undefined;
    const text = `with ${this.wantedText()} for ${this.framework}, got ${this.found(archive)}. ${this.advice()}`;
    // without any file, there is no model of whatever kind
    return warning === undefined || this.any.count === 0 ? mustHave(text) : shouldHave(warning, text);
  }

  private found(archive: string): string {
    if (this.named.count > 0) return `${this.named.count} in ${archive}: ${this.named.toString()}`;
    if (this.weights.count > 0) return `weights alone in ${archive}: ${this.weights.toString()}`;
    return `none in ${archive}, which has ${this.any.count > 0 ? this.any.toString() : 'no files'}`;
  }

  /** What to do: what helps where it is known what happened, or else what is to be so. */
  private advice(): string {
    const { advice = [], endings } = this.wanted;
    const names = (this.named.count > 0 ? this.named : this.any).toString();
    const known = [...advice, ...COMMON_ADVICE].find(([name]) => name.test(names));
    if (known && (this.named.count === 0 || advice.includes(known))) return known[1];
    if (this.named.count > 0) return 'Pack one of them alone';
    const isUpper = endings.some((ending) => !names.includes(ending) && names.toLowerCase().includes(ending));
    return isUpper ? 'Write the ending in small letters' : `Pack the model, under a name that ends in ${endings[0]}`;
  }

  private wantedText(): string {
    const { orOnlyFile, said = '' } = this.wanted;
    return `${numberText(this.wanted)} file${orOnlyFile ? ', or no other file than the model,' : ''}${said}`;
  }
}
