import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const MOST_OUTPUT = 256 * 1024 * 1024;

/** A program in Python, which is installed with all that it needs, each by an exact version. */
export class PythonTool {
  /**
   * Installs it into a folder of its own.
   *
   * @param name A file of `requirements/` lists its packages.
   */
  public static async install(name: string, folder: string): Promise<PythonTool> {
    const requirements = join(__dirname, 'requirements', `${name}.txt`);
    const quietly = ['--quiet', '--disable-pip-version-check', '--root-user-action', 'ignore', '--no-compile'];
    await execute('python3', ['-m', 'pip', 'install', ...quietly, '--target', folder, '--requirement', requirements]);
    return new PythonTool(folder);
  }

  private constructor(private readonly folder: string) {}

  /** What one of its commands prints. It ends with another code than 0 where it has found something. */
  public async run(command: string, args: readonly string[]): Promise<string> {
    const env = { ...process.env, PYTHONPATH: this.folder, PYTHONDONTWRITEBYTECODE: '1' };
    const program = [join(this.folder, 'bin', command), ...args];
    try {
      return (await execute('python3', program, { env, maxBuffer: MOST_OUTPUT })).stdout;
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      if (!stdout) throw new Error(`${command} has failed: ${stderr ?? String(error)}`);
      return stdout;
    }
  }
}
