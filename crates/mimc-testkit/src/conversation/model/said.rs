//! What one sighting says.

use crate::conversation::{NOW, Said, Sight};

/// Whether it does more than stand there.
pub(super) fn effective(said: Said) -> bool {
    !matches!(said, Said::Text(_) | Said::Picture)
}

pub(super) fn is_receipt(said: Said) -> bool {
    matches!(said, Said::Recall(..) | Said::Read(..))
}

/// Whether two sightings say the same.
pub(super) fn same(one: &Sight, two: &Sight) -> bool {
    let disputed = one.disputed == two.disputed || !effective(one.said);
    (one.sender, one.id, one.time, one.said) == (two.sender, two.id, two.time, two.said) && disputed
}

/// Whether it is in another's name.
pub(super) fn names_another(sight: &Sight) -> bool {
    matches!(sight.said, Said::Ping(Some(who)) | Said::Request(Some(who)) if who != sight.sender)
}

pub(super) fn time(sight: &Sight) -> u64 {
    NOW.saturating_add_signed(sight.time.into())
}

/// How `shown` names it.
pub(super) fn fact(sight: &Sight) -> String {
    let (kind, said) = match sight.said {
        Said::Text(text) => ("TEXT", text),
        Said::Picture => ("PIC_FILE", ""),
        Said::Recall(true, target) => ("PIC_FILE_RECALL", target),
        Said::Recall(false, target) => ("TEXT_RECALL", target),
        Said::Read(true, target) => ("PIC_FILE_READ", target),
        Said::Read(false, target) => ("TEXT_READ", target),
        Said::Ping(_) => ("PING", ""),
        Said::Pong => ("PONG", ""),
        Said::Request(_) => ("ADD_FRIEND_REQUEST", ""),
        Said::Response(true) => ("ADD_FRIEND_RESPONSE", "true"),
        Said::Response(false) => ("ADD_FRIEND_RESPONSE", "false"),
    };
    format!("{} {kind} {} {} {said}", sight.sender, sight.id, time(sight))
}

/// By what equal places are told apart, and the earliest of several receipts is found.
pub(super) fn rank(sight: &Sight) -> (i8, &str, &str, bool, Said) {
    (sight.time, sight.sender, sight.id, sight.disputed && effective(sight.said), sight.said)
}
