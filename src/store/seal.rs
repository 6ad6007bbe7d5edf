//! A master key comes in; what may not be read in a stolen database goes out sealed, and comes back opened.
//!
//! Every sealed value is bound to its place ("table.column:row id"), so that it opens nowhere else. Subkeys of the
//! master seal what belongs to no case; a data key per case, itself sealed by a subkey, seals the rest, so that
//! forgetting that key erases the case.

use std::fmt;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

use super::key::Master;
use crate::core::id::InviteId;
use crate::core::phone::Phone;
use crate::core::typed_code::TypedCode;
use crate::ids::random;

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// A sealed value that does not open, by its table and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} does not open: it was altered, or sealed with another key")]
pub struct Unopened(pub &'static str);

/// All subkeys of one master key.
pub struct Seals {
    /// Seals the data keys of cases.
    pub cases: Sealer,
    /// Seals the names of people.
    pub people: Sealer,
    /// Seals raw updates.
    pub inbox: Sealer,
    /// Seals rendered messages.
    pub outbox: Sealer,
    /// Seals what chats go on with.
    pub chats: Sealer,
    /// Seals the names on invitations.
    pub invites: Sealer,
    /// Seals the versions of the profile, whose numbers to call may be a person's.
    pub profiles: Sealer,
    /// Seals the value by which a wrong key is found out.
    pub check: Sealer,
    name_index: SecretBox<[u8; KEY_BYTES]>,
    code_index: SecretBox<[u8; KEY_BYTES]>,
    phone_index: SecretBox<[u8; KEY_BYTES]>,
}

impl Seals {
    /// Derives the subkeys.
    #[must_use]
    pub fn derive(master: &Master) -> Self {
        let derived = Hkdf::<Sha256>::new(None, master.bytes());
        let subkey = |purpose: &str| {
            let mut key = [0; KEY_BYTES];
            derived
                .expand(purpose.as_bytes(), &mut key)
                .expect("HKDF gives keys of 32 bytes");
            SecretBox::new(Box::new(key))
        };
        let sealer = |purpose: &str| Sealer::new(&subkey(purpose));
        Self {
            cases: sealer("kinkeeper case keys"),
            people: sealer("kinkeeper names of people"),
            inbox: sealer("kinkeeper inbox"),
            outbox: sealer("kinkeeper outbox"),
            chats: sealer("kinkeeper chats"),
            invites: sealer("kinkeeper invitations"),
            profiles: sealer("kinkeeper profiles"),
            check: sealer("kinkeeper key check"),
            name_index: subkey("kinkeeper index of names"),
            code_index: subkey("kinkeeper index of typed codes"),
            phone_index: subkey("kinkeeper index of phone numbers"),
        }
    }

    /// The keyed digest by which a name is found without being opened. Case, blanks and compatibility forms do not
    /// matter.
    #[must_use]
    pub fn name_index(&self, name: &str) -> Vec<u8> {
        let words: Vec<&str> = name.split_whitespace().collect();
        let normal: String = words
            .join(" ")
            .nfkc()
            .flat_map(char::to_lowercase)
            .collect();
        digest(&self.name_index, &normal)
    }

    /// The keyed digest by which the code of an invitation is found: all that is stored of it. Without the key, whoever has
    /// the database could try all codes.
    #[must_use]
    pub fn code_index(&self, code: &TypedCode) -> Vec<u8> {
        digest(&self.code_index, code.as_str())
    }

    /// The keyed digest of the number that is expected of this invitation: all that is stored of it. It is bound to the
    /// invitation, so that two which expect the same number are not seen to.
    #[must_use]
    pub fn phone_index(&self, invite: InviteId, phone: &Phone) -> Vec<u8> {
        let bound = format!("{invite}:{}", phone.as_str());
        digest(&self.phone_index, &bound)
    }
}

fn digest(key: &SecretBox<[u8; KEY_BYTES]>, text: &str) -> Vec<u8> {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(key.expose_secret()).expect("HMAC takes keys of any length");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

impl fmt::Debug for Seals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seals")
    }
}

/// Seals and opens with one key.
#[derive(Clone)]
pub struct Sealer(XChaCha20Poly1305);

impl Sealer {
    fn new(key: &SecretBox<[u8; KEY_BYTES]>) -> Self {
        Self(XChaCha20Poly1305::new(&Key::from(*key.expose_secret())))
    }

    /// Seals `plain` for `column` ("table.column") of row `row`: 24 bytes of nonce, then the text, then 16 of tag.
    #[must_use]
    pub fn seal(&self, column: &'static str, row: impl fmt::Display, plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE_BYTES] = random();
        let place = format!("{column}:{row}");
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        let sealed = self
            .0
            .encrypt(&XNonce::from(nonce), payload)
            .expect("values are far shorter than the cipher's limit of 256 GiB");
        [nonce.as_slice(), &sealed].concat()
    }

    /// Opens what [`Sealer::seal`] made for the same place.
    ///
    /// # Errors
    /// [`Unopened`] if it was altered, stands elsewhere, or has another key.
    pub fn open(
        &self,
        column: &'static str,
        row: impl fmt::Display,
        sealed: &[u8],
    ) -> Result<Vec<u8>, Unopened> {
        let (nonce, sealed) = sealed
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(Unopened(column))?;
        let place = format!("{column}:{row}");
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        self.0
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| Unopened(column))
    }

    /// [`Sealer::open`] for a text.
    ///
    /// # Errors
    /// As [`Sealer::open`]; also if it is no text.
    pub fn open_text(
        &self,
        column: &'static str,
        row: impl fmt::Display,
        sealed: &[u8],
    ) -> Result<String, Unopened> {
        String::from_utf8(self.open(column, row, sealed)?).map_err(|_| Unopened(column))
    }

    /// Draws a data key for the case in row `row` and gives it ready for use and sealed for `cases.key`.
    #[must_use]
    pub fn draw_case_key(&self, row: impl fmt::Display) -> (Sealer, Vec<u8>) {
        let key = SecretBox::new(Box::new(random::<KEY_BYTES>()));
        let sealed = self.seal("cases.key", row, key.expose_secret());
        (Sealer::new(&key), sealed)
    }

    /// Opens a case's data key.
    ///
    /// # Errors
    /// As [`Sealer::open`].
    pub fn open_case_key(&self, row: impl fmt::Display, sealed: &[u8]) -> Result<Sealer, Unopened> {
        let key = self.open("cases.key", row, sealed)?;
        let key: [u8; KEY_BYTES] = key.try_into().map_err(|_| Unopened("cases.key"))?;
        Ok(Sealer::new(&SecretBox::new(Box::new(key))))
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealer")
    }
}

/// SHA-256 of an invitation's token: all that is stored of it.
#[must_use]
pub fn token_hash(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_value_opens_only_in_its_place_and_unaltered() {
        let seals = Seals::derive(&Master::of([7; 32]));
        let sealed = seals.people.seal("person.name", 1, b"Amina");
        assert_eq!(
            seals.people.open("person.name", 1, &sealed).unwrap(),
            b"Amina"
        );
        assert!(seals.people.open("person.name", 2, &sealed).is_err());
        assert!(seals.people.open("invite.name", 1, &sealed).is_err());
        assert!(seals.inbox.open("person.name", 1, &sealed).is_err());
        for place in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[place] ^= 1;
            assert!(seals.people.open("person.name", 1, &altered).is_err());
        }
        assert!(seals.people.open("person.name", 1, &[]).is_err());
        let other = Seals::derive(&Master::of([8; 32]));
        assert!(other.people.open("person.name", 1, &sealed).is_err());
    }

    #[test]
    fn a_case_key_comes_back_from_its_sealed_form() {
        let seals = Seals::derive(&Master::of([7; 32]));
        let (key, wrapped) = seals.cases.draw_case_key("c");
        let sealed = key.seal("cases.alias", "c", b"the blue house");
        let again = seals.cases.open_case_key("c", &wrapped).unwrap();
        assert_eq!(
            again.open_text("cases.alias", "c", &sealed).unwrap(),
            "the blue house"
        );
        assert!(seals.cases.open_case_key("d", &wrapped).is_err());
    }

    #[test]
    fn a_number_is_compared_by_a_digest_of_its_own_key_and_invitation() {
        let seals = Seals::derive(&Master::of([7; 32]));
        let (one, two) = (
            InviteId(uuid::Uuid::from_u128(1)),
            InviteId(uuid::Uuid::from_u128(2)),
        );
        let number = Phone::parse("+254 712 345 678").unwrap();
        let local = Phone::parse("0712345678").unwrap();
        let digest = seals.phone_index(one, &number);
        assert_eq!(digest, seals.phone_index(one, &local));
        assert_eq!(digest.len(), KEY_BYTES);
        assert_ne!(digest, seals.phone_index(two, &number));
        assert_ne!(
            digest,
            seals.phone_index(one, &Phone::parse("0712345679").unwrap())
        );
        let other = Seals::derive(&Master::of([8; 32]));
        assert_ne!(digest, other.phone_index(one, &number));
    }

    #[test]
    fn names_are_found_however_they_are_typed() {
        let seals = Seals::derive(&Master::of([7; 32]));
        let amina = seals.name_index("Amina Otieno");
        assert_eq!(amina, seals.name_index("  amina   OTIENO "));
        assert_ne!(amina, seals.name_index("Amina Otien"));
        let other = Seals::derive(&Master::of([8; 32]));
        assert_ne!(amina, other.name_index("Amina Otieno"));
    }
}
