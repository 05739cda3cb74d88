//! How many messages are of each dialect, and of which kinds they are.

use std::collections::BTreeMap;

use mimc_msg::{Dialect, Evidence, Flag as _};

use crate::json;
use crate::show::{columns, safe};

/// The most kinds that are told of a dialect, so that memory does not grow with the input: the first ones by their names,
/// whichever thread saw them when.
const KINDS: usize = 1000;

/// Counts of messages.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// By dialect, in their order; None for those that are ambiguous.
    dialects: BTreeMap<Option<usize>, Row>,
    /// Those that are no messages, by the code of the fault.
    refused: BTreeMap<&'static str, u64>,
}

#[derive(Debug, Default)]
struct Row {
    count: u64,
    deviating: u64,
    kinds: BTreeMap<String, u64>,
}

impl Table {
    pub(crate) fn count(&mut self, evidence: &Evidence, kind: String) {
        let row = self.dialects.entry(evidence.dialect.map(mimc_msg::Flag::index)).or_default();
        row.count += 1;
        row.deviating += u64::from(!evidence.deviations.is_empty());
        *row.kinds.entry(kind).or_default() += 1;
        if row.kinds.len() > KINDS {
            row.kinds.pop_last();
        }
    }

    pub(crate) fn refuse(&mut self, code: &'static str) {
        *self.refused.entry(code).or_default() += 1;
    }

    fn total(&self) -> u64 {
        let read = self.dialects.values().map(|row| row.count);
        read.chain(self.refused.values().copied()).sum()
    }

    /// The rows, those with most messages first.
    fn rows(&self) -> Vec<(&'static str, &Row)> {
        let name = |index: &Option<usize>| {
            let dialect = index.and_then(|index| Dialect::ALL.get(index));
            dialect.map_or("ambiguous", |dialect| dialect.name())
        };
        let mut rows: Vec<_> =
            self.dialects.iter().map(|(index, row)| (name(index), row)).collect();
        rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.count));
        rows
    }

    /// For people, with line ends.
    pub(crate) fn show(&self) -> String {
        let total = self.total();
        let mut rows =
            vec![["DIALECT", "MESSAGES", "SHARE", "DEVIATE", "KINDS"].map(str::to_owned)];
        for (name, row) in self.rows() {
            let others = row.count - row.kinds.values().sum::<u64>();
            let mut kinds: Vec<_> = by_count(&row.kinds)
                .into_iter()
                .map(|(kind, count)| {
                    format!("{} {count}", if kind.is_empty() { "-".into() } else { safe(kind) })
                })
                .collect();
            if others > 0 {
                kinds.push(format!("others {others}"));
            }
            let deviating = row.deviating.to_string();
            rows.push([
                name.to_owned(),
                row.count.to_string(),
                share(row.count, total),
                deviating,
                kinds.join(", "),
            ]);
        }
        let refused: u64 = self.refused.values().sum();
        if refused > 0 {
            let codes: Vec<_> =
                self.refused.iter().map(|(code, count)| format!("{code} {count}")).collect();
            let (count, share) = (refused.to_string(), share(refused, total));
            rows.push(["none".to_owned(), count, share, "-".to_owned(), codes.join(", ")]);
        }
        let rows: Vec<[&str; 5]> =
            rows.iter().map(|row| std::array::from_fn(|column| &*row[column])).collect();
        columns(&rows).into_iter().map(|line| line + "\n").collect()
    }

    /// As one JSON object, with a line end.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        json::put(out, "{\"messages\":");
        json::number(out, self.total());
        let mut before = ",\"dialects\":[";
        for (name, row) in self.rows() {
            json::member(out, &format!("{before}{{\"dialect\":"), name);
            json::put(out, ",\"messages\":");
            json::number(out, row.count);
            json::put(out, ",\"deviate\":");
            json::number(out, row.deviating);
            json::put(out, ",\"kinds\":{");
            counts(out, row.kinds.iter().map(|(kind, count)| (&**kind, *count)));
            json::put(out, "}}");
            before = ",";
        }
        json::put(
            out,
            if before == "," { "],\"refused\":{" } else { ",\"dialects\":[],\"refused\":{" },
        );
        counts(out, self.refused.iter().map(|(code, count)| (*code, *count)));
        json::put(out, "}}\n");
    }
}

/// Writes members that are counts.
fn counts<'c>(out: &mut Vec<u8>, counts: impl Iterator<Item = (&'c str, u64)>) {
    for (place, (name, count)) in counts.enumerate() {
        json::member(out, if place == 0 { "" } else { "," }, name);
        json::put(out, ":");
        json::number(out, count);
    }
}

fn by_count(kinds: &BTreeMap<String, u64>) -> Vec<(&str, u64)> {
    let mut kinds: Vec<_> = kinds.iter().map(|(kind, count)| (&**kind, *count)).collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    kinds
}

/// In tenths of a percent.
fn share(count: u64, total: u64) -> String {
    let tenths = u128::from(count) * 1000 / u128::from(total.max(1));
    format!("{}.{} %", tenths / 10, tenths % 10)
}
