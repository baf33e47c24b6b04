'use client';

import { type ComponentType, useCallback, useState } from 'react';

/** A component whose script comes when it is asked for; asked again after a failure, it is tried again. */
export function useLazyComponent<Props>(load: () => Promise<ComponentType<Props>>) {
  const [state, setState] = useState<{ Component?: ComponentType<Props>; failed: boolean }>({ failed: false });
  const ask = useCallback(() => void load().then((Component) => setState({ Component, failed: false }), () => setState({ failed: true })), [load]);
  return { Component: state.Component, failed: state.failed, ask };
}
