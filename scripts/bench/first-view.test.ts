import { expect, test } from 'vitest';
import { scriptSources } from './first-view';

test('each script once, without those for old browsers and those that stand in the document', () => {
  const html = '<script src="/a.js" async=""></script><script src="/old.js" noModule=""></script><script>let x</script><SCRIPT async src="/b.js?x=1&amp;y=2"></SCRIPT><script src="/a.js"></script>';
  expect(scriptSources(html)).toEqual(['/a.js', '/b.js?x=1&y=2']);
});
