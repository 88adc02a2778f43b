// Runs the tests of the rules for Stryker in its own process. Stryker's runner for vitest does the same at two seconds
// a mutant, since each gets a worker and imports of its own; nine thousand of them would take five hours.
// Here the tests stand compiled in one script. It is evaluated anew for each mutant, so that no table and no memory of
// one mutant is seen by another, and what is only read at the start is tried too.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  MutantRunStatus,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { harness } from './harness.mjs';

const SEED = 20260420;
/**
 * The first three ask what the cases reach, and say nothing of a rule that no other test says. The fourth counts false
 * alarms among 20,000 texts of each kind: as long as a third of all the others.
 */
const LEFT_OUT = [/^every(thing the contract names| citation that| setting of the playbook) /, /^false alarms of /];
/** A test that takes milliseconds and has not ended after so much work never will. Stryker's own limit is for all of them. */
const MOST_MS_A_TEST = 5_000;
/** Every n-th mutant only: a whole run takes hours on a busy machine, and the score is much the same. */
const SAMPLE = Number(process.env.SAMPLE ?? 1);
const SCRIPT = '.data/mutation/bundle/tests.cjs';

/** What the instrumented code and its runner tell each other. */
const mutation = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** Files are read by each evaluation, and never change meanwhile. */
function remembered() {
  const texts = new Map();
  return {
    ...fs,
    readFileSync(file, ...options) {
      const key = String(file);
      if (!texts.has(key)) texts.set(key, fs.readFileSync(file, ...options));
      return texts.get(key);
    },
    writeFileSync() {
      throw new Error('a test under mutation writes nothing');
    },
  };
}

/** Processor time so far, in milliseconds. */
function workedMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/**
 * Calls what stands in `globalThis[RUN]`, and stops it when it does not come back. On a busy machine the clock says
 * little: what has not had its share of work yet is tried again with more time.
 */
const RUN = Symbol.for('suivi.mutation.run');
const CALL = new vm.Script(`globalThis[Symbol.for('suivi.mutation.run')]()`);
function within(run) {
  globalThis[RUN] = run;
  for (let timeout = MOST_MS_A_TEST; ; timeout *= 3) {
    const from = workedMs();
    try {
      return CALL.runInThisContext({ timeout });
    } catch (error) {
      if (!neverEnds(error) || workedMs() - from >= MOST_MS_A_TEST * 0.8) throw error;
    }
  }
}
const neverEnds = (error) => error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

class Runner {
  #script;
  #require;
  #files = remembered();

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    process.env.RUNS ??= '6';
    process.env.SEED ??= String(SEED);
    const file = path.resolve(SCRIPT);
    this.#require = createRequire(import.meta.url);
    const text = `(function (require, module, exports) {${fs.readFileSync(file, 'utf8')}\n})`;
    this.#script = new vm.Script(text, {
      filename: file,
      importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
  }

  /** A world of its own: every module of the rules and of the tests from its first line. */
  #load() {
    const { tests, modules } = harness(SEED);
    const own = { ...modules, 'node:fs': this.#files, fs: this.#files };
    const module = { exports: {} };
    this.#script.runInThisContext()((name) => own[name] ?? this.#require(name), module, module.exports);
    return tests.filter(({ name }) => !LEFT_OUT.some((one) => one.test(name)));
  }

  async #run(tests, bail) {
    const results = [];
    for (const { name, run } of tests) {
      mutation.currentTestId = name;
      const began = performance.now();
      let failed = null;
      try {
        await within(run);
      } catch (error) {
        failed = error;
      }
      if (neverEnds(failed)) return { status: DryRunStatus.Timeout, reason: `${name} never ends` };
      mutation.currentTestId = undefined;
      const result = { id: name, name, timeSpentMs: performance.now() - began };
      if (failed === null) results.push({ ...result, status: TestStatus.Success });
      else
        results.push({
          ...result,
          status: TestStatus.Failed,
          failureMessage: String(failed.message ?? failed).slice(0, 500),
        });
      if (failed !== null && bail) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }

  async dryRun() {
    mutation.activeMutant = undefined;
    const result = await this.#run(this.#load(), false);
    return { ...result, mutantCoverage: mutation.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter, mutantActivation, disableBail }) {
    // What is not in the sample is told as an error, which Stryker leaves out of the score.
    if (Number(activeMutant.id) % SAMPLE !== Math.min(1, SAMPLE - 1))
      return {
        status: MutantRunStatus.Error,
        errorMessage: 'not in the sample',
      };
    mutation.hitCount = hitLimit === undefined ? undefined : 0;
    mutation.hitLimit = hitLimit;
    mutation.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    let tests;
    try {
      tests = within(() => this.#load());
    } catch (error) {
      if (neverEnds(error)) return { status: MutantRunStatus.Timeout, reason: 'the load never ends' };
      // With this mutant nothing can even be loaded: the first test fails.
      const failed = {
        id: 'load',
        name: 'load',
        timeSpentMs: 0,
        status: TestStatus.Failed,
        failureMessage: String(error),
      };
      return toMutantRunResult({
        status: DryRunStatus.Complete,
        tests: [failed],
      });
    }
    mutation.activeMutant = activeMutant.id;
    const wanted = testFilter && new Set(testFilter);
    const result = await this.#run(wanted ? tests.filter(({ name }) => wanted.has(name)) : tests, !disableBail);
    return toMutantRunResult(determineHitLimitReached(mutation.hitCount, hitLimit) ?? result);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', Runner)];
