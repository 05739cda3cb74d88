//! The blocks of `blocks.md`.

use std::collections::BTreeSet;

const FILE: &str = include_str!("blocks.md");

/// A curl line, an answer or a message of the manual, as printed there.
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// `curl`, `answer` or `message`.
    pub(crate) sort: &'static str,
    /// Our name for it, unique for its sort.
    pub(crate) name: &'static str,
    /// The heading above it.
    pub(crate) section: &'static str,
    pub(crate) text: String,
}

/// All of them, in the order of the manual.
pub(crate) fn all() -> Vec<Block> {
    let (mut blocks, mut section) = (Vec::new(), "");
    let mut lines = FILE.lines();
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading;
        } else if let Some(fence) = line.strip_prefix("```") {
            let (sort, name) = fence.split_once(' ').expect("a sort and a name");
            let text: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            blocks.push(Block { sort, name, section, text: text.join("\n") });
        }
    }
    blocks
}

/// The block of this sort and name, which must be there.
#[track_caller]
pub(crate) fn find(sort: &str, name: &str) -> Block {
    let found = all().into_iter().find(|block| (block.sort, block.name) == (sort, name));
    found.unwrap_or_else(|| panic!("`{name}` claims a {sort} that is not in blocks.md"))
}

/// The rows of the table at the beginning: sort, number of blocks, bytes in them.
pub(crate) fn recorded() -> BTreeSet<(String, usize, usize)> {
    let rows = FILE.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
        let (sort, blocks, bytes) = (cells.next()?, cells.next()?, cells.next()?);
        Some((sort.to_owned(), blocks.parse().ok()?, bytes.parse().ok()?))
    });
    rows.collect()
}

/// The same as counted.
pub(crate) fn counted() -> BTreeSet<(String, usize, usize)> {
    let blocks = all();
    let sorts: BTreeSet<_> = blocks.iter().map(|block| block.sort).collect();
    let count = |sort: &str| {
        let of_sort = blocks.iter().filter(|block| block.sort == sort);
        let bytes = of_sort.clone().map(|block| block.text.len()).sum();
        (sort.to_owned(), of_sort.count(), bytes)
    };
    sorts.into_iter().map(count).collect()
}
