// node node_wasi.mjs [--dir HOST::GUEST]... [--env N=V]... FILE [args]: `wasmc run` on Node's WASI.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const words = process.argv.slice(2);
const preopens = {};
const env = {};
while (words[0] === "--dir" || words[0] === "--env") {
  const [option, value] = words.splice(0, 2);
  if (option === "--dir") {
    const [host, guest] = value.split("::");
    preopens[guest] = host;
  } else {
    const equals = value.indexOf("=");
    env[value.slice(0, equals)] = value.slice(equals + 1);
  }
}
const wasi = new WASI({ version: "preview1", args: words, env, preopens, returnOnExit: true });
const module = await WebAssembly.compile(await readFile(words[0]));
const instance = await WebAssembly.instantiate(module, wasi.getImportObject());
try {
  process.exitCode = wasi.start(instance);
} catch (trap) {
  const exhausted = trap instanceof RangeError;
  process.stderr.write(`wasm trap: ${exhausted ? "call stack exhausted" : trap.message}\n`);
  process.exit(134);
}
