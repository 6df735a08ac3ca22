import fc from "fast-check";

/**
 * The same examples in each run, so that a change is judged by what it does and not by what was drawn.
 * Another `SEED`, a whole number, draws others.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });

export default fc;
