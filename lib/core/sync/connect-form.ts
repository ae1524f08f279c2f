/** The form to connect to a server: typing, confirming the origin, waiting for the server. */
import { faultOf, type Fault } from '../base/result.ts';
import { parseSyncAddress, type SyncAddress } from './sync-address.ts';

export interface ConnectFormState {
  step: 'typing' | 'confirming' | 'connecting';
  address: string;
  user: string;
  password: string;
  /** `all` belongs to no field. A fault was found here; a text came from the connection. */
  errors: Partial<Record<ConnectFormField | 'all', Fault | string>>;
  /** The parsed address; null while it is invalid or being typed. */
  target: SyncAddress | null;
}

export type ConnectFormField = 'address' | 'user' | 'password';

export type ConnectFormEvent =
  | { type: 'typed'; field: ConnectFormField; text: string }
  /** The address field lost focus: a user and a password in it move to their own fields. */
  | { type: 'left' }
  | { type: 'submitted' }
  | { type: 'confirmed' }
  | { type: 'cancelled' }
  | { type: 'refused'; message: string; field?: ConnectFormField };

export const FORM_START: ConnectFormState = {
  step: 'typing',
  address: '',
  user: '',
  password: '',
  errors: {},
  target: null,
};

export function reduceConnectForm(form: ConnectFormState, event: ConnectFormEvent): ConnectFormState {
  switch (event.type) {
    case 'typed': {
      const errors = { ...form.errors };
      delete errors[event.field];
      delete errors.all;
      return { ...form, step: 'typing', [event.field]: event.text, errors, target: null };
    }
    case 'left':
      return form.step !== 'typing' || form.address.trim() === '' ? form : unpack(form);
    case 'submitted':
      return submit(unpack(form));
    case 'confirmed':
      return form.step === 'confirming' ? { ...form, step: 'connecting' } : form;
    case 'cancelled':
      return { ...form, step: 'typing', errors: {} };
    case 'refused':
      return { ...form, step: 'typing', errors: { [event.field ?? 'all']: event.message } };
  }
}

function unpack(form: ConnectFormState): ConnectFormState {
  const parsed = parseSyncAddress(form.address);
  if (!parsed.ok) {
    const { fault, message } = parsed.problems[0]!;
    return { ...form, target: null, errors: { ...form.errors, address: fault ?? message } };
  }
  const { address, user, password } = parsed.value;
  return {
    ...form,
    address,
    user: user === '' ? form.user : user,
    password: password === '' ? form.password : password,
    target: parsed.value,
  };
}

function submit(form: ConnectFormState): ConnectFormState {
  const errors: ConnectFormState['errors'] = {};
  if (form.errors.address !== undefined) errors.address = form.errors.address;
  if (form.user === '' && form.password !== '') errors.user = faultOf('noUser');
  if (form.user.includes(':')) errors.user = faultOf('colon');
  const isSound = Object.keys(errors).length === 0 && form.target !== null;
  return { ...form, errors, step: isSound ? 'confirming' : 'typing' };
}
