'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
const { createRequire } = require('node:module');
const vm = require('node:vm');
const { default: JestRuntime } = require('jest-runtime');

/** What takes longest to load, and remembers nothing that a test could leave behind for another. */
const SHARED = /^(aws-cdk-lib(-newest)?|constructs)(\/|$)/;
const requireOnce = createRequire(__filename);

/** The storages that have been in use since the last test file ended. */
const storages = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  storages.add(this);
  return run.apply(this, args);
};

/** What has been compiled in this worker, by the name of its file. */
const scripts = new Map();
const { compileFunction } = vm;

/** What Jest asks Node.js for to compile a module: the same function, of a script that is compiled once for all contexts. */
function compileOnce(code, parameters, options = {}) {
  const { filename = '', parsingContext } = options;
  // a test is loaded once, and a script alone does not know how to import at run time
  if (!parsingContext || filename.endsWith('.test.ts') || code.includes('import(')) {
    return compileFunction(code, parameters, options);
  }
  const head = `(function (${parameters.join(', ')}) {`;
  let known = scripts.get(filename);
  if (known?.code !== code || known.head !== head) {
    const script = new vm.Script(`${head}${code}\n})`, { filename, columnOffset: -head.length });
    known = { head, code, script };
    scripts.set(filename, known);
  }
  return known.script.runInContext(parsingContext);
}

/**
 * Loads the CDK once a worker, and not once a test file: more than a third of the CPU time of the tests of the constructs
 * went into compiling the same files hundreds of times. All else is loaded once a test file, but compiled once a worker, with
 * the functions that are called: that was a fifth of the CPU time of the tests of the handler.
 *
 * Ends what jest-circus (since 30.2) leaves behind in each test file: a storage that follows every promise. Before
 * Node.js 24, the promises of all later files in the worker pay for each of them: the more, the longer a worker lives.
 */
class FrugalRuntime extends JestRuntime {
  #resolver;

  constructor(config, environment, resolver, transformer, files, coverage, ...others) {
    super(config, environment, resolver, transformer, files, coverage, ...others);
    this.#resolver = resolver;
    // coverage counts characters from the beginning of the file
    vm.compileFunction = coverage.collectCoverage ? compileFunction : compileOnce;
  }

  requireModuleOrMock(from, name) {
    if (!SHARED.test(name)) return super.requireModuleOrMock(from, name);
    return requireOnce(this.#resolver.resolveModule(from, name, { conditions: ['require', 'default'] }));
  }

  teardown() {
    super.teardown();
    storages.forEach((storage) => storage.disable());
    storages.clear();
  }
}

// Jest takes the class itself, or a default export of what says that it is a module of ECMAScript
module.exports = FrugalRuntime;
