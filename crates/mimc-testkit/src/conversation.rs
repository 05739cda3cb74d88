//! Conversations: scenes of few accounts and many clashes, a slow and obvious model, and the laws.

mod law;
mod model;
mod scenes;
mod shown;
mod sight;
mod simulation;

pub use law::{
    an_app_that_merges_shows_the_same, an_app_that_obeys_shows_the_same, any_order_gives_the_same,
    any_order_of_few_gives_the_same, any_split_gives_the_same, hostile_states_are_sound,
    merging_is_a_union, stored_is_restored, the_model_agrees, what_is_kept_is_bounded,
};
pub use model::model;
pub use scenes::scenes;
pub use shown::shown;
pub use sight::{NOW, Said, Sight, Stage, scene};
pub use simulation::devices_converge;
