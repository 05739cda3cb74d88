//! Callbacks: messages that MIMC posts to the server of an application (EVIDENCE B.9).
//!
//! ```
//! use mimc_api::callback;
//!
//! let body = br#"{"msgType":"NORMAL_MSG","fromAccount":"ada","payload":"aGk="}"#;
//! let callback = callback::read(body)?;
//! // Anybody may have posted it; `verify` or `assume_verified` says that somebody looked.
//! assert_eq!(callback.peek().payload.bytes()?, b"hi");
//! let answer = callback::received();
//! assert_eq!(answer.status(), 200);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod callback_type;
mod model;
mod read;
mod trust;
#[cfg(feature = "verify")]
mod verify;

pub use callback_type::CallbackType;
pub use model::{Callback, OfflineAccount};
pub use read::{read, read_within, received};
pub use trust::{Unverified, Verified};
#[cfg(feature = "verify")]
pub use verify::{Verifier, VerifyError};
