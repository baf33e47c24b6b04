import { badInput, type InputProblem } from './errors';

/** How each parameter of an address is read: a text, a whole number, or a list that grows by repeating it. */
export type ParameterSpec = Record<string, 'text' | 'number' | 'list'>;

type Parameters<Spec extends ParameterSpec> = {
  [Name in keyof Spec]?: Spec[Name] extends 'list' ? string[] : Spec[Name] extends 'number' ? number : string;
};

/** The parameters of an address. One that is unknown, given twice or no number is an error, never ignored. */
export function readParameters<Spec extends ParameterSpec>(request: Request, spec: Spec): Parameters<Spec> {
  const given = new URL(request.url).searchParams;
  const problems: InputProblem[] = [];
  const read: Record<string, string | number | string[]> = {};
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name);
    const [value = ''] = values;
    const how = Object.hasOwn(spec, name) ? spec[name] : undefined;
    if (how === undefined) problems.push({ path: name, message: 'there is no such parameter' });
    else if (how === 'list') read[name] = values;
    else if (values.length > 1) problems.push({ path: name, message: 'this parameter is given twice' });
    else if (how === 'text') read[name] = value;
    else if (/^-?\d{1,15}$/.test(value)) read[name] = Number(value);
    else problems.push({ path: name, message: 'a whole number is expected' });
  }
  if (problems.length > 0) throw badInput(problems);
  return read as Parameters<Spec>; // every name was read as its spec says
}
