import { Component, type ReactNode } from 'react';
import { Bar } from '../ui/Bar';
import { Button } from '../ui/Button';

type Props = { readonly children: ReactNode };
type State = { readonly error: Error | null };

/** The last net: a mistake of ours in drawing a screen. What was typed is on the disk; opening the window again reads it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Bar
        kind="stop"
        title="This screen could not be drawn"
        actions={<Button onClick={() => window.location.reload()}>Open the window again</Button>}
      >
        <p>Your words are in the newsroom’s folder as they were last saved. The fault is in Standfirst, not in them.</p>
        <p className="meta">{error.message}</p>
      </Bar>
    );
  }
}
