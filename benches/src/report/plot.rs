//! The plots of the report.

use std::cmp::Ordering::Equal;
use std::fmt::{self, Write as _};

use super::gather::Findings;
use super::svg::{drawing, line, text};
use crate::group::size;
use crate::measure::Spread;
use crate::program;

const OURS: &str = "#d4690b";
const PEER: &str = "#4c7fd9";
const LIMIT: &str = "#8c959f";

/// Groups of which there is a plot of bars, each with its title.
const BARS: [(&str, &str); 9] = [
    ("mixed", "Reading messages of all kinds and dialects"),
    ("manual", "Reading messages of manual-v1"),
    ("encode", "Writing messages"),
    ("transcode", "Reading any dialect, writing manual-v1"),
    ("history-100", "Reading a page of 100 of the history"),
    ("lines", "JSON Lines in memory"),
    (program::NAME, "JSON Lines in a file, by programs"),
    ("base64-decode-1m", "Base64 of 1 MiB, decoded"),
    ("base64-encode-1m", "Base64 of 1 MiB, encoded"),
];

/// Every plot, with the name of its file.
pub(super) fn all(findings: &Findings) -> Vec<(&'static str, String)> {
    let bars =
        BARS.iter().filter_map(|(group, title)| Some((*group, bars(findings, group, title)?)));
    bars.chain(sizes(findings).map(|svg| ("size", svg))).collect()
}

fn colour(candidate: &str) -> &'static str {
    match candidate {
        "simdutf8" | "memcpy" => LIMIT,
        ours if ours.starts_with("ours") || ours.starts_with("mimc") => OURS,
        _ => PEER,
    }
}

/// A bar for each candidate, as long as its ratio, with the range of the invocations.
fn bars(findings: &Findings, group: &'static str, title: &str) -> Option<String> {
    const LEFT: f64 = 130.0;
    const WIDTH: f64 = 440.0;
    const STEP: f64 = 26.0;
    let candidates = findings.candidates(group);
    let baseline = candidates.first()?;
    let ratio = |candidate: &String| findings.ratio(group, candidate, baseline);
    let ratios: Option<Vec<Spread>> = candidates.iter().map(ratio).collect();
    let ratios = ratios?;
    let most = ratios.iter().map(|ratio| ratio.high).fold(1.0, f64::max);
    let mut shapes = String::new();
    let mut y = 44.0;
    for (candidate, ratio) in candidates.iter().zip(&ratios) {
        bar(&mut shapes, candidate, *ratio, (LEFT, y), WIDTH / most).ok()?;
        y += STEP;
    }
    line(&mut shapes, "axis", (LEFT, 38.0), (LEFT, y)).ok()?;
    let note = "shorter is faster; the whisker is the range of the invocations";
    text(&mut shapes, "note", (LEFT, y + 18.0), note).ok()?;
    let height = 44 + 26 * candidates.len() + 28;
    Some(drawing(680, height, &format!("{title}: time against {baseline}"), &shapes))
}

fn bar(
    out: &mut String,
    candidate: &str,
    ratio: Spread,
    (left, y): (f64, f64),
    scale: f64,
) -> fmt::Result {
    let middle = y + 9.0;
    text(out, "end", (left - 8.0, middle + 4.5), candidate)?;
    writeln!(
        out,
        r#"<rect x="{left:.1}" y="{y:.1}" width="{:.1}" height="18" fill="{}"/>"#,
        ratio.median * scale,
        colour(candidate),
    )?;
    let (low, high) = (left + ratio.low * scale, left + ratio.high * scale);
    line(out, "whisker", (low, middle), (high, middle))?;
    for end in [low, high] {
        line(out, "whisker", (end, middle - 4.0), (end, middle + 4.0))?;
    }
    text(out, "", (high + 8.0, middle + 4.5), &format!("{:.3}", ratio.median))
}

/// Instructions for a byte against the size of a text.
fn sizes(findings: &Findings) -> Option<String> {
    const LEFT: f64 = 60.0;
    const TOP: f64 = 48.0;
    const WIDTH: f64 = 500.0;
    const HEIGHT: f64 = 240.0;
    let steps = f64::from(u32::try_from(size::NAMES.len() - 1).ok()?);
    // Of those that were counted.
    let mut curves: Vec<_> =
        [("tagged", PEER), ("visitor", "#8a63d2"), ("sonic", "#2da44e"), ("ours", OURS)]
            .into_iter()
            .filter_map(|(candidate, colour)| {
                Some((candidate, colour, for_a_byte(findings, candidate)?))
            })
            .collect();
    if curves.is_empty() {
        return None;
    }
    let most = curves.iter().flat_map(|(_, _, curve)| curve).copied().fold(0.0, f64::max).ceil();
    let mut shapes = String::new();
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let y = TOP + HEIGHT * (1.0 - share);
        line(&mut shapes, "grid", (LEFT, y), (LEFT + WIDTH, y)).ok()?;
        text(&mut shapes, "end", (LEFT - 8.0, y + 4.5), &format!("{:.1}", most * share)).ok()?;
    }
    let x = |nth: usize| LEFT + WIDTH * u32::try_from(nth).map_or(0.0, f64::from) / steps;
    for (nth, name) in size::NAMES.iter().enumerate().step_by(2) {
        let label = name.trim_start_matches("size-");
        text(&mut shapes, "middle", (x(nth), TOP + HEIGHT + 20.0), label).ok()?;
    }
    let y = |figure: &f64| TOP + HEIGHT * (1.0 - figure / most);
    // From the top; a name is as far below the one before as text needs.
    curves.sort_by(|(_, _, one), (_, _, other)| {
        other.last().partial_cmp(&one.last()).unwrap_or(Equal)
    });
    let mut free = 0.0;
    for (candidate, colour, curve) in &curves {
        let point = |(nth, figure): (usize, &f64)| format!("{:.1},{:.1}", x(nth), y(figure));
        let points: Vec<_> = curve.iter().enumerate().map(point).collect();
        let points = points.join(" ");
        writeln!(shapes, r#"<polyline class="line" stroke="{colour}" points="{points}"/>"#).ok()?;
        let at = f64::max(y(curve.last()?) + 4.5, free);
        text(&mut shapes, "", (LEFT + WIDTH + 8.0, at), candidate).ok()?;
        free = at + 15.0;
    }
    text(
        &mut shapes,
        "note",
        (LEFT, TOP + HEIGHT + 42.0),
        "size of the text, in KiB (k) and MiB (m)",
    )
    .ok()?;
    Some(drawing(680, 350, "Reading one text message: instructions for a byte", &shapes))
}

/// For each size the instructions for a byte.
fn for_a_byte(findings: &Findings, candidate: &str) -> Option<Vec<f64>> {
    let figure = |count: u64| u32::try_from(count).ok().map(f64::from);
    let each = |(nth, name): (usize, &&str)| {
        let bytes = u64::try_from(size::bytes(nth)).ok()?;
        Some(figure(findings.instructions(name, candidate)?)? / figure(bytes)?)
    };
    size::NAMES.iter().enumerate().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::{Findings, all, size};
    use crate::instructions::Counts;

    #[test]
    fn sizes_have_a_line_for_each_that_was_counted() {
        let count = |who: &'static str, each: u64| {
            let counts = size::NAMES.iter().enumerate();
            counts.map(move |(nth, name)| ((*name, who), 1000 + each * (1024 << nth)))
        };
        let plot = |counts: Counts| all(&Findings::of_counts(counts));
        assert!(plot(Counts::new()).is_empty());
        let ours = plot(count("ours", 1).collect());
        assert!(matches!(&ours[..], [("size", svg)] if svg.matches("<polyline").count() == 1));
        let both = plot(count("ours", 1).chain(count("tagged", 7)).collect());
        assert!(matches!(&both[..], [("size", svg)] if svg.matches("<polyline").count() == 2));
        assert!(both.iter().all(|(_, svg)| svg.contains(">tagged<") && svg.contains(">ours<")));
    }
}
