/*
 * Loaded before a program, has it and all that it loads take the newest aws-cdk-lib for the oldest: cdk-nag 3 needs
 * one.
 */
import Module from 'node:module';

const modules = Module as unknown as { _resolveFilename: (name: string, ...others: unknown[]) => string };
const resolve = modules._resolveFilename.bind(Module);
modules._resolveFilename = (name, ...others) =>
  resolve(name.replace(/^aws-cdk-lib(?=\/|$)/, 'aws-cdk-lib-newest'), ...others);
