//! What the README says of speed is what the report says.

use std::fs;
use std::path::Path;

/// The figures of a table of ratios: `0.284`, and the like.
fn figures(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .filter(|line| line.starts_with('|'))
        .filter_map(|line| line.trim_end_matches(" |").rsplit("| ").next())
        .filter(|figure| figure.starts_with("0."))
}

#[test]
fn the_readme_has_the_figures_of_the_report() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let report = read("benches/report/README.md");
    for (readme, start, end) in
        [("README.md", "## How fast it is", "## More"), ("README.zh-CN.md", "## 有多快", "## 更多")]
    {
        let text = read(readme);
        let (_, section) = text.split_once(start).unwrap();
        let (section, _) = section.split_once(end).unwrap();
        let figures: Vec<_> = figures(section).collect();
        assert_eq!(figures.len(), 6, "{readme}");
        for figure in figures {
            assert!(report.contains(&format!(" {figure} ")), "{readme}: {figure}");
        }
    }
}
