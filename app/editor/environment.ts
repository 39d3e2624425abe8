type MakePolicy = NonNullable<NonNullable<typeof self.MonacoEnvironment>['createTrustedTypesPolicy']>;

/** Says to Monaco, before it is loaded, what it finds on the page. */
export function prepareMonaco(): void {
  const { trustedTypes } = self as { trustedTypes?: { readonly createPolicy: MakePolicy } };
  self.MonacoEnvironment = {
    // Makes `monaco` a global, through which the browser tests read the decorations.
    globalAPI: true,
    // Only `startWorker` starts workers: the policy by which Monaco would trust any address is not made.
    createTrustedTypesPolicy: (name, rules) =>
      name === 'defaultWorkerFactory' ? undefined : trustedTypes?.createPolicy(name, rules),
  };
}
