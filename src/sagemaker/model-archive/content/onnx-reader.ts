import type { FileFacts, FileProblem } from './file-facts';
import { OnnxGraph } from './onnx-graph';
import { type MessageVisitor, ProtoStream } from './proto-stream';
import { SampledReader } from './sampled-reader';

const ALLOWED = 'an ONNX model with a graph (ModelProto)';
/** What Neo's tables have: ONNX 1.7.0, whose operator set is 12, and whose file format (IR) is 7. */
const DOCUMENTED = { release: '1.7', opset: 12, ir: 7 };
/** What the operators of ONNX itself belong to. */
const OWN_DOMAINS = ['', 'ai.onnx'];
const EXPORT = 'export the model once more, for example with torch.onnx.export, and check it with onnx.checker';

/**
 * Reads an ONNX model: fields by the numbers of onnx.proto3 of ONNX 1.16, which have not changed since IR version 3.
 *
 * @see https://github.com/onnx/onnx/blob/v1.16.0/onnx/onnx.proto3
 * @see https://github.com/onnx/onnx/blob/v1.16.0/docs/Versioning.md
 */
export class OnnxReader extends SampledReader {
  private readonly model = new OnnxModel();
  private readonly stream: ProtoStream;

  constructor(size: number) {
    super(size, { allowed: ALLOWED });
    this.stream = new ProtoStream(this.model, size);
  }

  public override take(piece: Buffer): void {
    super.take(piece);
    this.stream.take(piece);
  }

  protected factsOf(): FileFacts {
    const malformed = this.stream.end();
    const { ir, hasGraph, inputs, externalFiles: neededBytes } = this.model;
    if (malformed !== undefined || !hasGraph || ir === undefined) {
      const reason = malformed ?? (hasGraph ? 'it has no IR version' : 'it has no graph');
      return { problems: [{ allowed: ALLOWED, found: `no such: ${reason}`, advice: EXPORT }] };
    }
    return { problems: [...this.model.problems()], inputs, neededFiles: [...neededBytes.keys()], neededBytes };
  }
}

class OnnxModel implements MessageVisitor {
  public ir?: number;
  private opset = 0;
  private graph?: OnnxGraph;

  public get hasGraph(): boolean {
    return this.graph !== undefined;
  }

  public get inputs() {
    return this.graph?.inputs;
  }

  public get externalFiles(): ReadonlyMap<string, number> {
    return this.graph?.externalFiles ?? new Map<string, number>();
  }

  public *problems(): Iterable<FileProblem> {
    yield* this.versionProblems();
    yield* this.graphProblems();
  }

  public number(field: number, value: number): void {
    if (field === 1) this.ir = value;
  }

  public message(field: number): MessageVisitor | undefined {
    if (field === 8) return this.operatorSet();
    if (field !== 7) return undefined;
    return (this.graph ??= new OnnxGraph());
  }

  private *versionProblems(): Iterable<FileProblem> {
    const { release, opset, ir } = DOCUMENTED;
    const newer: string[] = [];
    if (this.opset > opset) newer.push(`the operator set ${this.opset}`);
    if (this.ir! > ir) newer.push(`the IR version ${this.ir}`);
    if (newer.length === 0) return;
    yield {
      allowed: `a model of ONNX ${release} or older (operator set ${opset}, IR version ${ir}), as Neo's documentation has it`,
      found: `one with ${newer.join(' and ')}`,
      advice: `export it with opset_version=${opset}`,
      warning: 'neoModelVersion',
    };
  }

  private *graphProblems(): Iterable<FileProblem> {
    const { hasNodes, hasInputs, domains } = this.graph!;
    const missing = [
      ...(hasNodes ? [] : ['operators']),
      ...(hasInputs ? [] : ['inputs']),
      ...(this.opset > 0 ? [] : ['the version of its operator set']),
    ];
    const warning = 'neoModelFormat';
    if (missing.length > 0) {
      yield { allowed: ALLOWED, found: `one without ${missing.join(' and ')}`, advice: EXPORT, warning };
    }
    const foreign = [...domains].filter((domain) => !OWN_DOMAINS.includes(domain));
    if (foreign.length === 0) return;
    yield {
      allowed: "a model with operators of ONNX's own set alone, which Neo's public loader takes",
      found: `one with operators of ${foreign.map((domain) => `'${domain.slice(0, 100)}'`).join(', ')}`,
      advice: 'export it without them',
      warning,
    };
  }

  private operatorSet(): MessageVisitor {
    let domain = '';
    let version = 0;
    return {
      wants: (field) => field === 1,
      bytes: (_, value) => (domain = value.toString()),
      number: (field, value) => {
        if (field === 2) version = value;
      },
      end: () => {
        if (OWN_DOMAINS.includes(domain)) this.opset = Math.max(this.opset, version);
      },
    };
  }
}
