//! Three devices of two accounts, with links that lose, repeat and reorder, and a history to catch up with.

use mimc_testkit::conversation::devices_converge;

/// Every run converges, and enough happens in them.
fn runs(seeds: u64) {
    let shown: Vec<String> = (0..seeds).flat_map(devices_converge).collect();
    for happens in
        ["Recalled", "Read recalled", "Delivered", "ping ", "request ", "Ambiguous", "NotAuthor"]
    {
        let times = shown.iter().filter(|line| line.contains(happens)).count() as u64;
        println!("{happens}: {times}");
        assert!(times > seeds / 8, "{happens}: {times}");
    }
}

#[test]
fn devices_converge_in_300_runs() {
    runs(300);
}

#[test]
#[ignore = "takes some seconds with --release: .ci/full runs it"]
fn devices_converge_in_10_000_runs() {
    runs(10_000);
}
