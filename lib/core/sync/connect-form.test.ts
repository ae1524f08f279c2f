import { expect, test } from 'vitest';
import {
  FORM_START,
  reduceConnectForm,
  type ConnectFormEvent,
  type ConnectFormState,
} from './connect-form.ts';

type Field = 'address' | 'user' | 'password';
const typed = (field: Field, text: string): ConnectFormEvent => ({ type: 'typed', field, text });
const after = (...events: ConnectFormEvent[]): ConnectFormState =>
  events.reduce(reduceConnectForm, FORM_START);
const ADDRESS = typed('address', 'https://example.org/notes');

test('leaving the address moves a user and a password in it to their fields, and sends nothing', () => {
  expect(after(typed('address', 'https://ann:secret@example.org/notes'), { type: 'left' })).toMatchObject({
    step: 'typing',
    address: 'https://example.org/notes',
    user: 'ann',
    password: 'secret',
  });
});

test.each<[string, ConnectFormState]>([
  [
    'an address without a user',
    after(typed('user', 'ann'), typed('password', 'secret'), ADDRESS, { type: 'left' }),
  ],
  ['an empty address', after(typed('user', 'ann'), typed('password', 'secret'), { type: 'left' })],
])('leaving %s keeps the user and the password that were typed', (_, form) => {
  expect(form).toMatchObject({ user: 'ann', password: 'secret', errors: {} });
});

test.each<[string, ConnectFormEvent[], Field, string]>([
  ['a password without a user', [typed('password', 'secret')], 'user', 'noUser'],
  ['a user with a colon', [typed('user', 'a:b'), typed('password', 'secret')], 'user', 'colon'],
])('%s is refused before anything is sent', (_, events, field, code) => {
  const form = after(ADDRESS, ...events, { type: 'submitted' });
  expect(form.step).toBe('typing');
  expect(form.errors[field]).toMatchObject({ code });
});

test('a confirmed form cannot be confirmed again, or left', () => {
  const connecting = after(ADDRESS, { type: 'submitted' }, { type: 'confirmed' });
  expect(connecting.step).toBe('connecting');
  expect(reduceConnectForm(connecting, { type: 'confirmed' })).toBe(connecting);
  expect(reduceConnectForm(connecting, { type: 'left' })).toBe(connecting);
});

test.each<[ConnectFormEvent & { type: 'refused' }, object]>([
  [{ type: 'refused', field: 'password', message: 'Wrong.' }, { password: 'Wrong.' }],
  [{ type: 'refused', message: 'Not now.' }, { all: 'Not now.' }],
])('a refusal stands beside its field, else below them all: %j', (event, errors) => {
  const form = after(ADDRESS, { type: 'submitted' }, { type: 'confirmed' }, event);
  expect(form).toMatchObject({ step: 'typing', errors });
  expect(reduceConnectForm(form, typed('password', 'other')).errors).toEqual({});
});
