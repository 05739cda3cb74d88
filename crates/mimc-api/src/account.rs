//! Accounts: which can be sent, and lists of them.

use mimc_msg::Place;

use crate::invalid::Invalid;
use crate::note::{Note, Notes};

/// A user of the application, as the application names them: `appAccount`. mimc-msg's type; requests are
/// checked when they are built.
pub type Account = mimc_msg::Account<'static>;

/// The most accounts that a group holds unless the application asked for more (EVIDENCE D).
pub const GROUP_LIMIT: usize = 500;
/// The length in bytes above which an account is noted as long. No limit is documented.
pub const LONG: usize = 512;

/// Why an account cannot be sent; None where it can.
///
/// An account is any text (the manual: 用户在APP帐号系统内唯一ID), but some texts would arrive as another
/// account or as two: an empty one, one with `,` (it separates lists), with a control character, or with a
/// blank at an end (a header loses it).
///
/// ```
/// use mimc_api::account;
///
/// assert_eq!(account::fault("张三 #1"), None);
/// assert!(account::fault("ada,bo").is_some());
/// ```
#[must_use]
pub fn fault(account: &str) -> Option<&'static str> {
    if account.is_empty() {
        Some("an account must not be empty")
    } else if account.contains(',') {
        Some("an account must not have a comma: it would be two in a list")
    } else if account.chars().any(char::is_control) {
        Some("an account must not have a control character")
    } else if account.starts_with(' ') || account.ends_with(' ') {
        Some("an account must not begin or end with a blank: a header loses it")
    } else {
        None
    }
}

/// Checks an account by itself, and tells what is worth knowing about it.
///
/// # Errors
/// Where it cannot be sent.
pub fn check(account: &str) -> Result<Notes, Invalid> {
    if let Some(why) = fault(account) {
        return Err(Invalid::new("", why));
    }
    let mut notes = Notes::new();
    if account.contains(['#', '&', '%', '/', '?', '+', '=']) {
        notes.add(Note::AccountReserved, Place::new("", 0));
    }
    for note in remarks(account) {
        notes.add(note, Place::new("", 0));
    }
    Ok(notes)
}

/// What is odd about an account wherever it stands.
pub(crate) fn remarks(account: &str) -> impl Iterator<Item = Note> {
    let long = (account.len() > LONG).then_some(Note::AccountLong);
    let comma = account.contains(['，', '、', '﹐', '､']).then_some(Note::AccountComma);
    long.into_iter().chain(comma)
}
