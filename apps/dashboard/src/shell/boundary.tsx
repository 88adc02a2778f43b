import type { ReactNode } from 'react';
import { Component } from 'react';
import { Problem } from './problem.tsx';

/** A part that throws is replaced by its own problem; the rest of the page goes on working. */
export class Boundary extends Component<{ children: ReactNode; title?: string }, { error: unknown }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    if (this.state.error === null) return this.props.children;
    return <Problem error={this.state.error} title={this.props.title} retry={() => this.setState({ error: null })} />;
  }
}
