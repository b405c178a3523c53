'use strict';

const { createRequire } = require('node:module');
const { default: JestRuntime } = require('jest-runtime');

/** What takes longest to load, and remembers nothing that a test could leave behind for another. */
const SHARED = /^(aws-cdk-lib(-newest)?|constructs)(\/|$)/;
const requireOnce = createRequire(__filename);

/**
 * Loads the CDK once a worker, and not once a test file: more than a third of the CPU time of the tests of the constructs
 * went into compiling the same files hundreds of times.
 */
class SharedCdkRuntime extends JestRuntime {
  #resolver;

  constructor(config, environment, resolver, ...others) {
    super(config, environment, resolver, ...others);
    this.#resolver = resolver;
  }

  requireModuleOrMock(from, name) {
    if (!SHARED.test(name)) return super.requireModuleOrMock(from, name);
    return requireOnce(this.#resolver.resolveModule(from, name, { conditions: ['require', 'default'] }));
  }
}

// Jest takes the class itself, or a default export of what says that it is a module of ECMAScript
module.exports = SharedCdkRuntime;
