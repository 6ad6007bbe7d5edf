//! The master key's file comes in, a [`Master`] goes out; the file is made at first start and never overwritten.

use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER_PERMISSIVE;
use secrecy::{ExposeSecret, SecretBox};

use crate::ids::random;

/// The key from which all others follow. It stands in a file outside the database.
pub struct Master {
    key: SecretBox<[u8; 32]>,
    unsaved: Option<PathBuf>,
}

/// Why the key file cannot be used. Each says what happened and what to do.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// Others could read it.
    #[error("the key file {0} can be read by others: run chmod 600 on it")]
    TooOpen(PathBuf),
    /// It holds no key.
    #[error("the key file {0} does not hold 64 hexadecimal digits: restore it from your safe copy")]
    NoKey(PathBuf),
    /// It cannot be read.
    #[error("the key file {0} cannot be read ({1}): check the path and its owner")]
    Unreadable(PathBuf, ErrorKind),
    /// It cannot be written.
    #[error(
        "the key file {0} cannot be made ({1}): check that its folder exists and can be written"
    )]
    Unwritable(PathBuf, ErrorKind),
}

impl Master {
    /// Reads the key from the file at `path`. If there is none, draws a new key, which
    /// [`super::Store::open`] writes there only if the database is new as well.
    ///
    /// # Errors
    /// [`KeyError`] if the file cannot be read, holds no key, or others could read it.
    pub fn from_file(path: &Path) -> Result<Self, KeyError> {
        let unreadable = |error: std::io::Error| KeyError::Unreadable(path.into(), error.kind());
        let mode = match path.metadata() {
            Ok(metadata) => metadata.permissions().mode(),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Ok(Self {
                    key: SecretBox::new(Box::new(random())),
                    unsaved: Some(path.into()),
                });
            }
            Err(error) => return Err(unreadable(error)),
        };
        if mode & 0o077 != 0 {
            return Err(KeyError::TooOpen(path.into()));
        }
        let text = std::fs::read(path).map_err(unreadable)?;
        let key = HEXLOWER_PERMISSIVE.decode(text.trim_ascii()).ok();
        let key: Option<[u8; 32]> = key.and_then(|key| key.try_into().ok());
        Ok(Self::of(key.ok_or_else(|| KeyError::NoKey(path.into()))?))
    }

    /// A key that is known already.
    #[must_use]
    pub fn of(key: [u8; 32]) -> Self {
        Self {
            key: SecretBox::new(Box::new(key)),
            unsaved: None,
        }
    }

    /// The file that this key still has to be written to.
    #[must_use]
    pub fn unsaved(&self) -> Option<&Path> {
        self.unsaved.as_deref()
    }

    /// Writes a newly drawn key to its file, readable by its owner alone, and waits until it is on the disk.
    ///
    /// # Errors
    /// [`KeyError::Unwritable`], also if a file has appeared there meanwhile.
    pub(super) fn save(&mut self) -> Result<(), KeyError> {
        let Some(path) = self.unsaved.take() else {
            return Ok(());
        };
        let hex = HEXLOWER_PERMISSIVE.encode(self.key.expose_secret());
        let write = || {
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&path)?;
            writeln!(file, "{hex}")?;
            file.sync_all()?;
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        };
        let written: std::io::Result<()> = write();
        written.map_err(|error| KeyError::Unwritable(path.clone(), error.kind()))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.key.expose_secret()
    }
}

impl fmt::Debug for Master {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Master")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_drawn_once_kept_private_and_never_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let mut drawn = Master::from_file(&path).unwrap();
        let mut rival = Master::from_file(&path).unwrap();
        assert!(!path.exists(), "a key is written only with a new database");
        drawn.save().unwrap();
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        assert!(matches!(rival.save(), Err(KeyError::Unwritable(..))));
        let read = Master::from_file(&path).unwrap();
        assert_eq!(read.bytes(), drawn.bytes());
        assert!(read.unsaved().is_none());
    }

    #[test]
    fn a_key_file_that_others_may_read_or_that_holds_no_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        std::fs::write(&path, "00".repeat(32)).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(matches!(
            Master::from_file(&path),
            Err(KeyError::TooOpen(_))
        ));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600)).unwrap();
        assert!(Master::from_file(&path).is_ok());
        std::fs::write(&path, "00ff").unwrap();
        assert!(matches!(Master::from_file(&path), Err(KeyError::NoKey(_))));
    }
}
