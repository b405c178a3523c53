'use strict';

const { AsyncLocalStorage } = require('node:async_hooks');
const { createRequire } = require('node:module');
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

/**
 * Loads the CDK once a worker, and not once a test file: more than a third of the CPU time of the tests of the constructs
 * went into compiling the same files hundreds of times.
 *
 * Ends what jest-circus (since 30.2) leaves behind in each test file: a storage that follows every promise. Before
 * Node.js 24, the promises of all later files in the worker pay for each of them: the more, the longer a worker lives.
 */
class FrugalRuntime extends JestRuntime {
  #resolver;

  constructor(config, environment, resolver, ...others) {
    super(config, environment, resolver, ...others);
    this.#resolver = resolver;
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
