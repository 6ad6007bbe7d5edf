//! The programme as it started comes in; the programme with the version of its profile that is in force goes out.

use std::sync::{Arc, Mutex, PoisonError};

use crate::core::world::Programme;
use crate::store::{Error, Tx};

/// What holds for everybody, with the profile of now.
#[derive(Debug)]
pub struct InForce {
    start: Arc<Programme>,
    /// Versions never change, so the one that was read last need not be read again while it is in force.
    last: Mutex<Arc<Programme>>,
}

impl InForce {
    /// With the profile of the program's settings, until a version is found.
    #[must_use]
    pub fn new(start: &Arc<Programme>) -> Self {
        Self {
            start: Arc::clone(start),
            last: Mutex::new(Arc::clone(start)),
        }
    }

    /// What holds whatever the version.
    #[must_use]
    pub fn start(&self) -> &Programme {
        &self.start
    }

    /// The programme of this transaction. The number of the version is asked for each time, for another process may have
    /// put one in force.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn read(&self, tx: &mut Tx) -> Result<Arc<Programme>, Error> {
        let version = tx.profile_version().await?;
        let last = Arc::clone(&self.last.lock().unwrap_or_else(PoisonError::into_inner));
        if last.profile_version == version {
            return Ok(last);
        }
        let mut programme = self.start.as_ref().clone();
        programme.profile = tx.profile(version, &self.start.profile).await?;
        programme.profile_version = version;
        let programme = Arc::new(programme);
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = Arc::clone(&programme);
        Ok(programme)
    }
}
