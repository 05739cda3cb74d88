//! Plans that are stored and go on.

use mimc_api::history::{Plan, Retention};
use proptest::prelude::*;

use super::plan::plan;
use super::{DAY, MAX, any_range, any_time, cases, retention, time, times};

fn stored(plan: &Plan) -> Plan {
    let text = serde_json::to_string(plan).expect("a plan is JSON");
    serde_json::from_str(&text).expect("what was written is read")
}

proptest! {
    #![proptest_config(cases())]

    /// A plan that was stored between any two windows goes on as if it had not been.
    #[test]
    fn plans_go_on(
        range in any_range(), newest_first: bool, after in 0..50usize, keep in retention(), now in any_time(),
    ) {
        let mut plan = plan(&range, newest_first).keep_within(keep, now);
        let mut straight = plan.clone();
        for _ in 0..after {
            let peeked = plan.peek();
            prop_assert_eq!(peeked, stored(&plan).peek());
            prop_assert_eq!(peeked, plan.next());
        }
        plan = stored(&plan);
        let skipped = straight.by_ref().take(after).count();
        prop_assert!(skipped <= after);
        prop_assert_eq!(&plan, &straight);
        prop_assert!(plan.take(50).eq(straight.take(50)));
    }

    /// No text makes a plan that panics, and every plan that is read writes itself.
    #[test]
    fn strange_plans_are_refused_or_whole(
        [start, end, asked, kept] in prop_oneof![[0..9u64, 0..9, 0..9, 0..9], any::<[u64; 4]>()], newest_first: bool,
    ) {
        let text = format!(
            r#"{{"remaining":{{"start":{start},"end":{end}}},"newestFirst":{newest_first},
                "clipped":[{{"asked":{{"start":{asked},"end":{end}}},"kept":{{"start":{kept},"end":{end}}}}}]}}"#
        );
        let legal = start <= end && asked < kept && kept <= end && end <= MAX;
        match serde_json::from_str::<Plan>(&text) {
            Ok(plan) => {
                prop_assert!(legal);
                prop_assert_eq!(&stored(&plan), &plan);
                prop_assert_eq!(plan.take(3).count() as u64, (end - start).div_ceil(DAY).min(3));
            }
            Err(_) => prop_assert!(!legal),
        }
    }
}

#[track_caller]
fn refused(text: &str, why: &str) {
    let error = serde_json::from_str::<Plan>(text).expect_err("no plan").to_string();
    assert!(error.starts_with(why), "{error}");
}

#[test]
fn a_stored_plan_looks_like_this() {
    let plan = Plan::new(times(0..9 * DAY)).expect("a plan");
    assert_eq!(
        serde_json::to_string(&plan).expect("JSON"),
        r#"{"remaining":{"start":0,"end":777600000},"newestFirst":false}"#
    );
    let plan = plan.newest_first().keep_within(Retention::SEQUENCE, time(8 * DAY));
    assert_eq!(
        serde_json::to_string(&plan).expect("JSON"),
        concat!(
            r#"{"remaining":{"start":86400000,"end":777600000},"newestFirst":true,"clipped":["#,
            r#"{"asked":{"start":0,"end":777600000},"kept":{"start":86400000,"end":777600000}}]}"#
        )
    );
}

#[test]
fn what_is_no_plan_is_refused() {
    let with = |remaining: &str, rest: &str| {
        format!(r#"{{"remaining":{remaining},"newestFirst":false{rest}}}"#)
    };
    refused(&with(r#"{"start":2,"end":1}"#, ""), "the range is reversed");
    refused(
        &with(r#"{"start":0,"end":9223372036854775808}"#, ""),
        "the time is before 1970 or too late",
    );
    refused(
        &with(r#"{"start":0,"end":18446744073709551615}"#, ""),
        "the time is before 1970 or too late",
    );
    refused(&with(r#"{"start":-1,"end":1}"#, ""), "invalid value");
    refused(&with(r#"{"start":0.5,"end":1}"#, ""), "invalid type");
    refused(&with(r#"{"start":0}"#, ""), "missing field `end`");
    refused(&with(r#"{"start":0,"end":1,"step":1}"#, ""), "unknown field `step`");
    refused(&with(r#"{"start":0,"end":1}"#, r#","skip":[]"#), "unknown field `skip`");
    refused(&with(r#"{"start":0,"end":1}"#, r#","newestFirst":true"#), "duplicate field");
    refused(r#"{"remaining":{"start":0,"end":1}}"#, "missing field `newestFirst`");
    let clipped =
        |clipped: &str| with(r#"{"start":8,"end":9}"#, &format!(r#","clipped":[{clipped}]"#));
    refused(
        &clipped(r#"{"asked":{"start":5,"end":9},"kept":{"start":5,"end":9}}"#),
        "what is kept is not",
    );
    refused(
        &clipped(r#"{"asked":{"start":5,"end":9},"kept":{"start":4,"end":9}}"#),
        "what is kept is not",
    );
    refused(
        &clipped(r#"{"asked":{"start":5,"end":9},"kept":{"start":8,"end":8}}"#),
        "what is kept is not",
    );
    refused(
        &clipped(r#"{"asked":{"start":5,"end":9},"kept":{"start":10,"end":11}}"#),
        "what is kept is not",
    );
    refused(
        &clipped(r#"{"asked":{"start":9,"end":5},"kept":{"start":8,"end":9}}"#),
        "the range is reversed",
    );
    refused(&clipped("[]"), "invalid length");
    refused(&clipped("null"), "invalid type");
}
