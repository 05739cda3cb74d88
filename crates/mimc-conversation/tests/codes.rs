//! The names of problems stand in `docs/conversation.md` with what they mean.

use mimc_conversation::Problem;
use mimc_testkit::conversation::{Sight, Stage, scenes};

#[test]
fn every_problem_stands_in_the_document() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/conversation.md");
    let document = std::fs::read_to_string(path).expect("the document");
    let section =
        document.split("## Problems\n").nth(1).and_then(|rest| rest.split("\n## ").next());
    let rows = section.expect("a section").lines().filter(|line| line.starts_with("| `"));
    let mut rows: Vec<String> = rows.map(str::to_owned).collect();
    rows.sort();
    // Among them, the scenes have every problem there is.
    let problems = |(_, stage, seen): (_, Stage, [Sight; 7])| {
        let mut conversation = stage.empty();
        let mut found: Vec<Problem> = Vec::new();
        for sight in seen {
            conversation.add(sight.event(stage), stage.now()).expect("ours");
            found.extend(conversation.problems());
        }
        found
    };
    let found = scenes().into_iter().flat_map(problems);
    let mut told: Vec<String> =
        found.map(|one| format!("| `{}` | {} |", one.kind.code(), one.kind.describe())).collect();
    told.sort();
    told.dedup();
    assert_eq!(told, rows);
}
