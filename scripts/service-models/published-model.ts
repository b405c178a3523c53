import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A shape as botocore publishes it. */
export interface PublishedShape {
  readonly type: string;
  readonly members?: { readonly [member: string]: PublishedMember };
  readonly required?: readonly string[];
  readonly member?: { readonly shape: string };
  readonly key?: { readonly shape: string };
  readonly value?: { readonly shape: string };
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly union?: boolean;
  /** Whether a value may be anything that JSON has a form for. */
  readonly document?: boolean;
  readonly timestampFormat?: string;
}

/** A member of a shape; where the protocol is REST, with its place in the request. */
export interface PublishedMember {
  readonly shape: string;
  readonly location?: string;
  readonly locationName?: string;
}

/** An operation as botocore publishes it. */
export interface PublishedOperation {
  readonly http: { readonly method: string; readonly requestUri: string };
  readonly input?: { readonly shape: string };
  readonly output?: { readonly shape: string };
  readonly errors?: readonly { readonly shape: string }[];
}

/** The model of a service as botocore publishes it: `service-2.json`. */
export interface PublishedModel {
  readonly metadata: { readonly protocol: string };
  readonly operations: { readonly [operation: string]: PublishedOperation | undefined };
  readonly shapes: { readonly [name: string]: PublishedShape };
}

/** A version of botocore, the SDK of AWS for Python: the model of every service is in it as data. */
export class PublishedModels {
  /**
   * Fetches a version with pip, reads it, and leaves nothing behind.
   *
   * @param version A version. @default - the newest
   */
  public static read<Result>(version: string | undefined, use: (models: PublishedModels) => Result): Result {
    const folder = mkdtempSync(join(tmpdir(), 'botocore-'));
    try {
      const requirement = version === undefined ? 'botocore' : `botocore==${version}`;
      execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, requirement], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      return use(new PublishedModels(folder));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  private constructor(private readonly folder: string) {}

  /** Such as `1.40.0`. */
  public get version(): string {
    const info = readdirSync(this.folder).find((name) => name.endsWith('.dist-info'));
    return info!.replace(/^botocore-|\.dist-info$/g, '');
  }

  public model(service: string, apiVersion: string): PublishedModel {
    const file = join(this.folder, 'botocore', 'data', service, apiVersion, 'service-2.json');
    const text = existsSync(file) ? readFileSync(file) : gunzipSync(readFileSync(`${file}.gz`));
    return JSON.parse(text.toString('utf8')) as PublishedModel;
  }
}
