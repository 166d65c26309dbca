// node_executor.mjs BASE...: what executor.cpp does, by V8.
import { readFileSync, writeSync } from "node:fs";

// A trap's message, in the words of the specification's test suite; where V8 does not tell two of
// them apart, both, with a bar between.
const MESSAGES = [
  [/^unreachable/, "unreachable"],
  [/^divide by zero|^remainder by zero/, "integer divide by zero"],
  [/^divide result unrepresentable/, "integer overflow"],
  [/^float unrepresentable in integer range/, "integer overflow|invalid conversion to integer"],
  [/^memory access out of bounds/, "out of bounds memory access"],
  [/^table index is out of bounds/, "undefined element|out of bounds table access"],
  [/^null function or function signature mismatch/, "uninitialized element|indirect call type mismatch"],
  [/^table access out of bounds|^table index|^table or element|element segment/, "out of bounds table access"],
  [/^Maximum call stack size exceeded/, "call stack exhausted"],
];

function trapText(error) {
  if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) throw error;
  for (const [pattern, text] of MESSAGES) if (pattern.test(error.message)) return text;
  return `unknown: ${error.message}`;
}

class Hash {
  value = 0x811c9dc5;
  add(word) {
    const mixed = Math.imul(this.value ^ word, 0x85ebca6b);
    this.value = (mixed << 13) | (mixed >>> 19);
  }
  toString() {
    return (this.value >>> 0).toString(16);
  }
}

function hashWords(words) {
  let value = 0x811c9dc5 | 0;
  for (let i = 0; i < words.length; ++i) {
    const mixed = Math.imul(value ^ words[i], 0x85ebca6b);
    value = (mixed << 13) | (mixed >>> 19);
  }
  return (value >>> 0).toString(16);
}

function hex(value) {
  if (value === null || value === undefined) return "0";
  return typeof value === "bigint" ? BigInt.asUintN(64, value).toString(16) : (value >>> 0).toString(16);
}

const results = (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]).map(hex);

// The types of an export's parameters, which JavaScript does not tell: the calls say i32 and i64
// alike. From the module's own type, function and export sections.
function parameterTypes(bytes) {
  let at = 8;
  const leb = () => {
    let result = 0, shift = 0, byte;
    do {
      byte = bytes[at++];
      result |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return result >>> 0;
  };
  const list = (read) => Array.from({ length: leb() }, read);
  let types = [], functions = [];
  const found = new Map();
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = leb();
    const end = at + size;
    if (id === 1)
      types = list(() => {
        ++at;
        const parameters = list(() => bytes[at++]);
        list(() => bytes[at++]);
        return parameters;
      });
    if (id === 3) functions = list(leb);
    if (id === 7)
      list(() => {
        const length = leb();
        const name = Buffer.from(bytes.subarray(at, at + length)).toString();
        at += length;
        const kind = bytes[at++];
        const index = leb();
        if (kind === 0) found.set(name, types[functions[index]]);
      });
    at = end;
  }
  return found;
}

function argument(text, type) {
  if (type === 0x7e) return BigInt.asIntN(64, BigInt("0x" + text));
  const number = Number(BigInt.asIntN(32, BigInt("0x" + text)));
  return type === 0x6f && number === 0 ? null : number;
}

function state(exports, functions) {
  let text = "  ";
  for (let i = 0; exports["m" + i] !== undefined; ++i) {
    const buffer = exports["m" + i].buffer;
    text += `memory ${buffer.byteLength} ${hashWords(new Int32Array(buffer))} `;
  }
  for (let i = 0; exports["t" + i] !== undefined; ++i) {
    const table = exports["t" + i];
    const hash = new Hash();
    for (let j = 0; j < table.length; ++j) {
      const element = table.get(j);
      hash.add(element === null ? 0 : typeof element === "function" ? functions.get(element) ?? -1 : element);
    }
    text += `table ${table.length} ${hash} `;
  }
  if (exports.globals) text += ["globals", ...results(exports.globals())].join(" ");
  return text;
}

function dump(exports) {
  let text = "";
  for (let i = 0; exports["m" + i] !== undefined; ++i)
    new Uint32Array(exports["m" + i].buffer).forEach((word, at) => {
      if (word !== 0) text += `    ${(at * 4).toString(16)}: ${word.toString(16)}\n`;
    });
  return text;
}

function run(base, dumpAfter, out) {
  const bytes = readFileSync(base + ".wasm");
  const types = parameterTypes(bytes);
  const module = new WebAssembly.Module(bytes);
  let instance;
  try {
    instance = new WebAssembly.Instance(module, {});
  } catch (error) {
    out.push("init trap " + trapText(error));
    return;
  }
  out.push("init ok");
  const exports = instance.exports;
  const functions = new Map();
  for (let i = 0; exports["f" + i] !== undefined; ++i) functions.set(exports["f" + i], i + 1);
  const calls = readFileSync(base + ".calls", "utf8").split("\n").filter(Boolean);
  calls.forEach((line, number) => {
    const [name, ...words] = line.split(" ");
    const values = words.map((word, i) => argument(word, types.get(name)[i]));
    try {
      out.push([name, "ok", ...results(exports[name](...values))].join(" "));
    } catch (error) {
      out.push(`${name} trap ${trapText(error)}`);
    }
    out.push(state(exports, functions));
    if (number === dumpAfter) out.push(dump(exports).trimEnd());
  });
}

let bases = process.argv.slice(2);
let dumpAfter = -1;
if (bases[0] === "--dump") {
  dumpAfter = parseInt(bases[1], 16);
  bases = bases.slice(2);
}
for (const base of bases) {
  const out = ["module " + base];
  try {
    run(base, dumpAfter, out);
  } catch (error) {
    out.push("refused " + error.message);
  }
  writeSync(1, out.join("\n") + "\n");
}
