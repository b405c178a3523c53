import { disguiseOf, type OwnFormat } from './disguise';
import type { ContentReader, FileFacts } from './file-facts';
import { FileSample, type SampleSizes } from './file-sample';

/** What is enough to tell files apart that only pretend to be a model. */
const DISGUISE_BYTES = 512;

/** What a reader of a format is made with. */
export interface SampledFormat {
  /** What the file must be, as in `an ONNX model`. */
  readonly allowed: string;
  /** How much of the file is kept. @default - as much as tells whether it is another file altogether */
  readonly sizes?: SampleSizes;
  /** The archive format that the framework itself writes. */
  readonly own?: OwnFormat;
}

/** Reads a file by its beginning and its end, once it is certain that it is no other file altogether. */
export abstract class SampledReader implements ContentReader {
  protected readonly allowed: string;
  protected readonly sample: FileSample;
  private readonly own?: OwnFormat;

  /** @param size How many bytes the file has, as the archive says. */
  constructor(
    protected readonly size: number,
    { allowed, sizes = { head: DISGUISE_BYTES, tail: 0 }, own }: SampledFormat,
  ) {
    this.allowed = allowed;
    this.own = own;
    this.sample = new FileSample(size, sizes);
  }

  public take(piece: Buffer): void {
    this.sample.take(piece);
  }

  public facts(): FileFacts {
    const { head } = this.sample;
    const disguise = disguiseOf(this.allowed, head, this.size, this.own);
    return disguise ? { problems: [disguise] } : this.factsOf(head);
  }

  /** What is known of a file that may be what it should. */
  protected abstract factsOf(head: Buffer): FileFacts;
}
