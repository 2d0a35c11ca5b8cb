#!/usr/bin/env node
import { main } from "./cli/main.js";

// From the start of the process, so that loading counts.
process.exitCode = await main(process.argv.slice(2), 0);
