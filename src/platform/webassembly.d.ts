/** The little of WebAssembly that `schema-engine.ts` needs; Node has it, its type package leaves it to the DOM's. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Record<string, object>);
    readonly exports: { __wbindgen_start(): void };
  }
}
