//! The target about conversations.

use mimc_conversation::Limits;
use mimc_testkit::conversation as law;

use crate::RAW;
use crate::bytes::first;

/// A stored state as JSON, behind a byte from 128 on; else choices for a scene.
///
/// * A state is refused, or a conversation comes of it that is stored and restored.
/// * What is shown is what the slow model finds; of few sightings, in every order.
/// * Devices that saw parts of it agree once they have merged, and a merge is a union.
/// * What an app is told adds up to the state; limits hold; a stored state goes on.
pub fn conversation(data: &[u8]) {
    let (kind, rest) = first(data);
    if kind >= RAW {
        law::hostile_states_are_sound(rest);
        return;
    }
    let (stage, mut seen) = law::scene(data);
    seen.truncate(40);
    if seen.len() < 5 {
        law::any_order_gives_the_same(stage, &seen);
    }
    law::the_model_agrees(stage, &seen);
    law::any_split_gives_the_same(stage, &seen, 1 + seen.len() % 3, rest);
    let (before, behind) = seen.split_at(seen.len() / 2);
    law::merging_is_a_union(stage, before, behind, &seen);
    law::an_app_that_obeys_shows_the_same(stage, &seen, Limits::new());
    law::an_app_that_merges_shows_the_same(stage, &seen);
    let limit = |at: usize| rest.get(at).map_or(0, |byte| byte % 16);
    law::what_is_kept_is_bounded(stage, &seen, [limit(0), limit(1), limit(2), 16 * limit(3)]);
    law::stored_is_restored(stage, &seen);
}
