//! What hostile texts cost in memory: at most a stated multiple of their length.

#[path = "support/hostile.rs"]
mod hostile;

use allocation_counter::measure;
use hostile::{HOSTILE, SMALL, read};

/// The bytes that are held at once while each text is read, beside the text itself.
#[test]
fn the_peak_is_a_multiple_of_the_text() {
    let mut failed = Vec::new();
    for hostile in HOSTILE {
        for size in [SMALL, 16 * SMALL] {
            let text = (hostile.text)(size);
            let cost = measure(|| read(&text, hostile.limits));
            let times = cost.bytes_max / text.len() as u64;
            println!("{:40} {:9} bytes: {times} times", hostile.name, text.len());
            if times >= hostile.times {
                failed
                    .push(format!("{}: {times} times, not below {}", hostile.name, hostile.times));
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}
