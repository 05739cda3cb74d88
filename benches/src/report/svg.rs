//! Plots as text. Legible on a light and on a dark page: the colours of text and lines follow the reader's.

use std::fmt::{self, Write};

/// A drawing of this size, from its shapes.
pub(super) fn drawing(width: usize, height: usize, title: &str, shapes: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{title}">
<title>{title}</title>
<style>
text {{ font: 13px system-ui, sans-serif; fill: #24292f }}
.title {{ font-weight: 600; font-size: 15px }}
.note {{ font-size: 12px; fill: #57606a }}
.end {{ text-anchor: end }}
.middle {{ text-anchor: middle }}
.axis {{ stroke: #8c959f; stroke-width: 1 }}
.grid {{ stroke: #8c959f; stroke-opacity: .35; stroke-width: 1 }}
.whisker {{ stroke: #24292f; stroke-width: 1.5 }}
.line {{ fill: none; stroke-width: 2 }}
@media (prefers-color-scheme: dark) {{
text {{ fill: #e6edf3 }}
.note {{ fill: #9198a1 }}
.whisker {{ stroke: #e6edf3 }}
}}
</style>
<text class="title" x="12" y="24">{title}</text>
{shapes}</svg>
"#
    )
}

/// A line of text; the class says where it is anchored.
pub(super) fn text(out: &mut String, class: &str, (x, y): (f64, f64), text: &str) -> fmt::Result {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    writeln!(out, r#"<text{class} x="{x:.1}" y="{y:.1}">{text}</text>"#)
}

/// A straight line.
pub(super) fn line(
    out: &mut String,
    class: &str,
    (x1, y1): (f64, f64),
    (x2, y2): (f64, f64),
) -> fmt::Result {
    writeln!(out, r#"<line class="{class}" x1="{x1:.1}" y1="{y1:.1}" x2="{x2:.1}" y2="{y2:.1}"/>"#)
}
