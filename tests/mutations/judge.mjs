// What V8 says about the modules that mutants.cpp has written, where that is not what we say.
//
// usage: node FLAGS judge.mjs FILE
//
// Prints one line for each difference: the module's number, and V8's message if it refuses. The
// last line is the number of modules.
import { readFileSync } from "node:fs";

const data = readFileSync(process.argv[2]);
let count = 0;
for (let at = 0; at < data.length; count++) {
  const length = data.readUInt32LE(at);
  const isAccepted = data[at + 4] === 1;
  const bytes = data.subarray(at + 5, at + 5 + length);
  if (WebAssembly.validate(bytes) !== isAccepted) {
    let message = "";
    try {
      new WebAssembly.Module(bytes);
    } catch (problem) {
      message = problem.message.replace(/^WebAssembly.Module\(\): /, "").replace(/\s+/g, " ");
    }
    console.log(`${count}\t${message}`);
  }
  at += 5 + length;
}
console.log(count);
