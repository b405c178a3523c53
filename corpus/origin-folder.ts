import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cachedFolder } from './cache';
import type { Origin } from './corpus-case';

const MAKERS = join(__dirname, 'model-makers');
const PYTHON = process.env.PYTHON ?? 'python3';

/** What a message calls an origin. */
export function originName(origin: Origin): string {
  return 'package' in origin ? origin.package : origin.packages[0];
}

/** The folder with the files of an origin, which are fetched or made where they are not there yet. */
export function originFolder(origin: Origin): string {
  return 'package' in origin ? packageFolder(origin.package) : madeFolder(origin.maker, origin.packages);
}

/** The files of a published package; nothing of it is run. */
function packageFolder(requirement: string): string {
  return cachedFolder(requirement, (folder) => {
    run(PYTHON, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '-d', folder, requirement]);
    const [wheel] = readdirSync(folder);
    run(PYTHON, ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
    rmSync(join(folder, wheel));
  });
}

/** What a program makes with packages that are installed for it alone. */
function madeFolder(maker: string, packages: readonly string[]): string {
  const program = join(MAKERS, maker);
  const content = [readFileSync(program, 'utf8'), ...packages].join('\n');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return cachedFolder(`${packages[0]}-${hash}`, (folder) => {
    const [environment, models] = [join(folder, 'venv'), join(folder, 'models')];
    mkdirSync(models);
    run(PYTHON, ['-m', 'venv', environment]);
    const python = join(environment, 'bin', 'python');
    // where all of it is listed, what a package asks for besides, such as drivers of graphics cards, is not needed
    const noDependencies = packages.length > 1 ? ['--no-deps'] : [];
    run(python, ['-m', 'pip', 'install', '--quiet', ...noDependencies, ...packages]);
    run(python, [program, models]);
    rmSync(environment, { recursive: true });
  });
}

/** The path of a file of an origin. */
export function originFile(origin: Origin, file: string): string {
  return join(originFolder(origin), 'package' in origin ? '' : 'models', file);
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' },
  });
}
