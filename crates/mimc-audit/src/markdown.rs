//! The tables of a Markdown page.

/// The rows of all tables of `page`, each with its line number and the heading of level two that it stands under;
/// without the heads of the tables.
pub(crate) fn rows(page: &str) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut heading = "";
    let mut in_table = false;
    for (index, line) in page.lines().enumerate() {
        if let Some(text) = line.strip_prefix("## ") {
            heading = text.trim_matches('`');
        }
        let Some(inner) = line.strip_prefix("| ").and_then(|line| line.strip_suffix(" |")) else {
            in_table = line.starts_with("| ---");
            continue;
        };
        let cells: Vec<_> = inner.split(" | ").map(str::trim).collect();
        if cells.iter().all(|cell| cell.starts_with("---")) {
            in_table = true;
        } else if in_table {
            rows.push(Row { number: index + 1, heading, cells });
        }
    }
    rows
}

#[derive(Debug)]
pub(crate) struct Row<'p> {
    pub(crate) number: usize,
    pub(crate) heading: &'p str,
    pub(crate) cells: Vec<&'p str>,
}

/// What stands between backticks.
pub(crate) fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[cfg(test)]
mod tests {
    use super::{code, rows};

    #[test]
    fn heads_are_no_rows() {
        let page = "## `one`\n\n| a | b |\n| --- | --- |\n| 1 |  |\n\n| c |\n| --- |\n| 2 |\n";
        let rows = rows(page);
        let found: Vec<_> =
            rows.iter().map(|row| (row.number, row.heading, row.cells.clone())).collect();
        assert_eq!(found, [(5, "one", vec!["1", ""]), (9, "one", vec!["2"])]);
    }

    #[test]
    fn code_stands_between_backticks() {
        assert_eq!(code("`a`, `b<c>` and d").collect::<Vec<_>>(), ["a", "b<c>"]);
    }
}
