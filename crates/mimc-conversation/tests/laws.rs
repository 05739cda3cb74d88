//! The laws of a conversation, each one sentence, for whatever proptest makes.

use mimc_conversation::Limits;
use mimc_testkit::conversation::{
    Said, Sight, Stage, an_app_that_merges_shows_the_same, an_app_that_obeys_shows_the_same,
    any_order_gives_the_same, any_order_of_few_gives_the_same, any_split_gives_the_same,
    hostile_states_are_sound, merging_is_a_union, scene, scenes, stored_is_restored,
    the_model_agrees, what_is_kept_is_bounded,
};
use mimc_testkit::vectors::cases;
use proptest::collection::vec;
use proptest::prelude::*;

/// The choices for a scene of so many sightings.
fn choices(sightings: std::ops::Range<usize>) -> impl Strategy<Value = Vec<u8>> {
    sightings.prop_flat_map(|count| vec(any::<u8>(), 1 + 6 * count))
}

/// All orders of all parts of all scenes that tempt one to heed the order.
#[test]
fn tricky_scenes_in_any_order() {
    for (name, stage, seen) in scenes() {
        println!("{name}");
        any_order_gives_the_same(stage, &seen);
        for from in 0..seen.len() {
            let (before, behind) = seen.split_at(from);
            the_model_agrees(stage, &[behind, before].concat());
        }
        stored_is_restored(stage, &seen);
    }
}

/// All orders of all parts of up to seven sightings of two scenes on one stage.
#[test]
fn scenes_together_in_any_order() {
    for stage in [Stage::Pair, Stage::Group] {
        let scenes: Vec<_> = scenes().into_iter().filter(|scene| scene.1 == stage).collect();
        for two in scenes.windows(2) {
            let seen: Vec<Sight> = two.iter().flat_map(|(.., seen)| seen.clone()).collect();
            any_order_of_few_gives_the_same(stage, &seen, 7);
        }
    }
}

/// What is asked for where the first friend request is dropped for the next one.
#[test]
fn actions_add_up_where_the_first_request_is_dropped() {
    let seen = [
        Sight::new("bo", "f", -9, Said::Request(None)),
        Sight::new("ada", "g", -8, Said::Response(true)),
        Sight::new("bo", "h", -5, Said::Request(None)),
    ];
    for messages in 0..4 {
        an_app_that_obeys_shows_the_same(Stage::Pair, &seen, Limits::new().messages(messages));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// All orders of up to seven sightings.
    #[test]
    fn few_sightings_in_any_order(choices in choices(0..8)) {
        let (stage, seen) = scene(&choices);
        any_order_gives_the_same(stage, &seen);
    }

    /// What is shown is what the slow model finds.
    #[test]
    fn the_model_finds_the_same(choices in choices(0..40)) {
        let (stage, seen) = scene(&choices);
        the_model_agrees(stage, &seen);
    }

    /// Devices that saw parts of it agree once they have merged.
    #[test]
    fn devices_agree(choices in choices(0..60), devices in 1_usize..5, parts in vec(any::<u8>(), 1..90)) {
        let (stage, seen) = scene(&choices);
        any_split_gives_the_same(stage, &seen, devices, &parts);
    }

    /// A merge is a union.
    #[test]
    fn a_merge_is_a_union(choices in choices(0..60), cuts in (0.0..1.0, 0.0..1.0)) {
        let (stage, seen) = scene(&choices);
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a few")]
        let cut = |part: f64| (part * seen.len() as f64) as usize;
        let (first, second) = (cut(cuts.0).min(cut(cuts.1)), cut(cuts.0).max(cut(cuts.1)));
        merging_is_a_union(stage, &seen[..second], &seen[first..], &seen[first..second]);
        merging_is_a_union(stage, &seen[..first], &seen[first..second], &seen[second..]);
    }

    /// A stored state goes on.
    #[test]
    fn a_stored_state_goes_on(choices in choices(0..30)) {
        let (stage, seen) = scene(&choices);
        stored_is_restored(stage, &seen);
    }

    /// No more is kept than the limits say.
    #[test]
    fn limits_hold(choices in choices(0..60), limits in [0_u8..20, 0_u8..8, 0_u8..8, 0_u8..40]) {
        let (stage, seen) = scene(&choices);
        what_is_kept_is_bounded(stage, &seen, limits);
    }

    /// What an app is told to do adds up to the state, also where something is dropped.
    #[test]
    fn actions_add_up(choices in choices(0..60), messages in 1_usize..40) {
        let (stage, seen) = scene(&choices);
        an_app_that_obeys_shows_the_same(stage, &seen, Limits::new());
        an_app_that_obeys_shows_the_same(stage, &seen, Limits::new().messages(messages));
        an_app_that_merges_shows_the_same(stage, &seen);
    }

    /// No text breaks a state that is made from it.
    #[test]
    fn hostile_states_do_no_harm(choices in choices(0..6), at in any::<prop::sample::Index>(), by in "[0-9a-z\"{}:,\\[\\]]{0,3}") {
        let (stage, seen) = scene(&choices);
        let mut conversation = stage.empty();
        for sight in &seen {
            conversation.add(sight.event(stage), stage.now()).unwrap();
        }
        let mut json = serde_json::to_vec(&conversation.state()).unwrap();
        let at = at.index(json.len());
        json.splice(at..(at + by.len()).min(json.len()), by.bytes());
        hostile_states_are_sound(&json);
    }
}
