//! What codes mean: one catalogue a language, the same codes in each.

use std::sync::LazyLock;

use mimc_msg::Base64Forms;

use crate::lang::Lang;

/// What a code means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Explained {
    pub(crate) code: &'static str,
    /// In a line.
    pub(crate) what: &'static str,
    /// Why it matters, and how it comes about.
    pub(crate) why: &'static str,
    /// What to do about it.
    pub(crate) cure: &'static str,
}

/// Input that triggers a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Example {
    pub(crate) code: &'static str,
    /// The arguments of `mimc check`.
    pub(crate) args: &'static str,
    /// The input, as a string of JSON says it, or behind `base64:`.
    input: &'static str,
}

impl Example {
    /// The input.
    pub(crate) fn input(&self) -> Vec<u8> {
        match self.input.strip_prefix("base64:") {
            Some(base64) => Base64Forms::CANONICAL.decode(base64.as_bytes()).unwrap_or_default(),
            None => serde_json::from_str::<String>(self.input).unwrap_or_default().into_bytes(),
        }
    }
}

static ENGLISH: LazyLock<Vec<Explained>> = LazyLock::new(|| read(include_str!("lang/en.txt")));
static CHINESE: LazyLock<Vec<Explained>> = LazyLock::new(|| read(include_str!("lang/zh.txt")));
static EXAMPLES: LazyLock<Vec<Example>> =
    LazyLock::new(|| read_examples(include_str!("explain/examples.txt")));

/// Blocks of four lines, with an empty one behind each.
fn read(text: &'static str) -> Vec<Explained> {
    let blocks = text.split("\n\n").map(|block| block.trim_end().lines());
    let read = blocks.filter_map(|mut lines| {
        let mut next = || lines.next();
        Some(Explained { code: next()?, what: next()?, why: next()?, cure: next()? })
    });
    read.collect()
}

/// Lines of code, arguments and input, separated by tabs.
fn read_examples(text: &'static str) -> Vec<Example> {
    let read = text.lines().filter_map(|line| {
        let mut cells = line.splitn(3, '\t');
        let mut next = || cells.next();
        Some(Example { code: next()?, args: next()?, input: next()? })
    });
    read.collect()
}

/// All codes, in the order of the catalogue.
pub(crate) fn all(lang: Lang) -> &'static [Explained] {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Zh => &CHINESE,
    }
}

/// What a code means.
pub(crate) fn of(code: &str, lang: Lang) -> Option<Explained> {
    all(lang).iter().find(|it| it.code == code).copied()
}

/// Input that triggers a code.
pub(crate) fn example(code: &str) -> Option<Example> {
    EXAMPLES.iter().find(|it| it.code == code).copied()
}
