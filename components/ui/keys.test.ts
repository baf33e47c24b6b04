import { expect, it } from 'vitest';
import { isKey, type KeyName, KEYS } from './keys';

const press = (key: string, held: 'ctrl' | 'meta' | 'alt' | 'shift' | '' = '') => ({ key, ctrlKey: held === 'ctrl', metaKey: held === 'meta', altKey: held === 'alt', shiftKey: held === 'shift' });
const names = Object.keys(KEYS) as KeyName[]; // its own keys
const namesOf = (...pressed: Parameters<typeof press>) => names.filter((name) => isKey(press(...pressed), name));

it('knows letters whatever the case lock says, and leaves them to the browser with Control', () => {
  expect(namesOf('j')).toEqual(['nextRow']);
  expect(namesOf('J')).toEqual(['nextRow']);
  expect(namesOf('J', 'shift')).toEqual([]);
  expect(namesOf('j', 'ctrl')).toEqual([]);
  expect(namesOf('x', 'alt')).toEqual([]);
});

it('takes Control and Command for the same', () => {
  expect(namesOf('k', 'ctrl')).toEqual(['palette']);
  expect(namesOf('k', 'meta')).toEqual(['palette']);
  expect(namesOf('k')).toEqual(['previousRow']);
  expect(namesOf('a', 'meta')).toEqual(['selectPage']);
});

it('tells an arrow from one with Shift, and takes a sign wherever the keyboard has it', () => {
  expect(namesOf('ArrowDown')).toEqual(['nextRow']);
  expect(namesOf('ArrowDown', 'shift')).toEqual(['widenCells', 'selectDown']);
  expect(namesOf('?', 'shift')).toEqual(['keys']);
  expect(namesOf('/')).toEqual(['search']);
  expect(namesOf('/', 'shift')).toEqual(['search']);
  expect(namesOf(' ')).toEqual(['peek']);
});

// A cell hears its keys before the list does.
const OWN = ['On the page of a resource', 'In a cell'];

it('gives no key two meanings in one place', () => {
  const taken = names.flatMap((name) => KEYS[name].press.map((each) => `${OWN.find((place) => place === KEYS[name].place) ?? 'list'} ${each}`));
  expect(taken.filter((each, at) => taken.indexOf(each) !== at)).toEqual([]);
});
