//! How much is measured.

use crate::program;

/// How much is measured.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Effort {
    /// The folder that the report is written to.
    pub(super) folder: Folder,
    /// How often each group is measured, each time by a process of its own.
    pub(super) invocations: usize,
    /// How many rounds each of them has.
    pub(super) rounds: usize,
    /// How many messages the program reads, and how often.
    pub(super) messages: usize,
    pub(super) program_rounds: usize,
    /// How often each crate is built.
    pub(super) builds: usize,
    /// Whether the instructions of the peers are counted too.
    pub(super) peers_counted: bool,
}

/// Where a report is written.
#[derive(Clone, Copy, Debug)]
pub(super) enum Folder {
    /// `benches/report`
    Committed,
    /// `report-quick` beside what is built
    Built,
}

/// What is reported.
pub const FULL: Effort = Effort {
    folder: Folder::Committed,
    invocations: 5,
    rounds: 11,
    messages: program::MESSAGES,
    program_rounds: program::ROUNDS,
    builds: 3,
    peers_counted: true,
};

/// So little that the figures mean nothing: to see that everything works.
pub const QUICK: Effort = Effort {
    folder: Folder::Built,
    invocations: 1,
    rounds: 1,
    messages: 10_000,
    program_rounds: 2,
    builds: 1,
    peers_counted: false,
};
