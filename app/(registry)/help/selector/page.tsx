import type { Metadata } from 'next';
import { SelectorHelp } from '@/components/help/selector-help';

export const metadata: Metadata = { title: 'The query language' };

export default function SelectorHelpPage() {
  return <SelectorHelp />;
}
