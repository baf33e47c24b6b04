'use client';

import './keys-dialog.css';
import { Icon } from '../ui/icon';
import { KeyCaps } from '../ui/key-caps';
import { KEY_PLACES, type KeyName, KEYS } from '../ui/keys';
import { Modal } from '../ui/modal';
import { useKeys } from '../ui/use-keys';

const isName = (name: string): name is KeyName => Object.hasOwn(KEYS, name);
const NAMES = Object.keys(KEYS).filter(isName);

/** Every key, where it acts and what it does. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  useKeys({ keys: onClose }, true);
  return (
    <Modal label="Keys" className="keys-dialog" onClose={onClose}>
      <div className="modal-head">
        <h2>Keys</h2>
        <button type="button" className="icon-btn" aria-label="Close" onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      <div className="keys-body">
        {KEY_PLACES.map((place) => (
          <section key={place} aria-labelledby={`keys-${place}`}>
            <h3 id={`keys-${place}`}>{place}</h3>
            <dl>
              {NAMES.filter((name) => KEYS[name].place === place).map((name) => (
                <div key={name}>
                  <dt>{KEYS[name].does}</dt>
                  <dd>
                    <KeyCaps name={name} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p>
          While you type, <KeyCaps name="palette" /> alone acts.
        </p>
      </div>
    </Modal>
  );
}
