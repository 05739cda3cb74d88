//! What was found about a document, and how it is shown.

mod cells;
mod item;
mod layout;
mod mask;
mod place;
mod sarif;
mod short;
mod verdict;

pub(crate) use item::{Checked, Item, Told};
pub(crate) use layout::{Page, full};
pub(crate) use mask::Hidden;
pub(crate) use sarif::{Results as SarifResults, write as write_sarif};
pub(crate) use short::short;
pub(crate) use verdict::write_verdict;
