// What a service worker finds in its global scope, for the type checker only.
declare const clients: Clients;
declare const registration: ServiceWorkerRegistration;
declare function skipWaiting(): Promise<void>;
declare function addEventListener(type: "install" | "activate", listener: (event: ExtendableEvent) => void): void;
declare function addEventListener(type: "fetch", listener: (event: FetchEvent) => void): void;
interface WorkerNavigator {
  readonly connection?: { readonly saveData: boolean };
}
interface WorkerGlobalScope {
  openCases: FileSet;
}

/** The files that the worker keeps: offline/file-set.js, internal/site/offline.go. */
interface FileSet {
  version: string;
  languages: string[];
  files: Record<string, string>;
  moved: Record<string, string>;
}
