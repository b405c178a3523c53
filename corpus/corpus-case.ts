/** What becomes of a file: `warned` is what may be acknowledged. */
export type Verdict = 'accepted' | 'warned' | 'refused';

/** Where files come from: a published package, or a program that a set of packages of Python runs. */
export type Origin =
  | { readonly package: string }
  | {
      /** The program, in `model-makers/`. */
      readonly maker: string;
      /** What it needs, each by its exact version, and all of it: nothing else is installed. */
      readonly packages: readonly string[];
      /** Whether it takes gigabytes to install. */
      readonly isHeavy?: boolean;
    };

/** A model as a person packs it, and what is to be said of it. */
export interface ModelCase {
  readonly origin: Origin;
  /** The files of the archive, and where each is in the package, or in the folder of the maker. A folder is taken whole. */
  readonly files: { readonly [inArchive: string]: string };
  readonly framework: string;
  readonly verdict: Verdict;
  /** What the messages must say, in a few words. */
  readonly because?: RegExp;
  /** What would be sent where nothing is given. */
  readonly dataInputConfig?: string;
}

/** Records as a person writes them, and what is to be said of them. */
export interface RecordCase {
  readonly name: string;
  readonly origin: Origin;
  /** The file with the questions, in the package. */
  readonly questions: string;
  /** Makes the body of a request from a question. */
  readonly request: (question: string) => unknown;
  readonly invoke: 'model' | 'converse';
  readonly modelId: string;
  readonly verdict: Verdict;
  readonly because?: RegExp;
}
