//! What the server stores and pushes.

use mimc_conversation::Event;

use super::Dice;

/// Everything that was sent, and the pushes that are on their way.
#[derive(Debug, Default)]
pub(super) struct Server {
    stored: Vec<Event<'static>>,
    pushes: Vec<(u64, usize, Event<'static>)>,
    last: u64,
}

impl Server {
    /// Takes a message at a time, and pushes it to these devices: or not, or twice, and sooner or later.
    pub(super) fn take(&mut self, event: Event<'static>, now: u64, to: &[usize], dice: &mut Dice) {
        self.last = (self.last + 1).max(now * 100_000 + dice.below(100_000));
        for &device in to {
            for _ in 0..[0, 1, 1, 1, 2][dice.index(5)] {
                let push = match dice.below(3) {
                    // As a callback has it.
                    0 => event.clone().sequence(self.last),
                    _ => event.clone(),
                };
                self.pushes.push((now + dice.below(9_000), device, push));
            }
        }
        // The history does not tell packets.
        self.stored.push(event.packet("").sequence(self.last));
    }

    /// The pushes that arrive by now.
    pub(super) fn due(&mut self, now: u64) -> Vec<(usize, Event<'static>)> {
        let pushes = std::mem::take(&mut self.pushes);
        let (due, late): (Vec<_>, Vec<_>) = pushes.into_iter().partition(|(at, ..)| *at <= now);
        self.pushes = late;
        due.into_iter().map(|(_, device, event)| (device, event)).collect()
    }

    /// A part of the history, oldest or newest first.
    pub(super) fn page(&self, dice: &mut Dice) -> Vec<Event<'static>> {
        let from = dice.index(self.stored.len() + 1);
        let mut page: Vec<_> = self.stored.iter().skip(from).take(9).cloned().collect();
        if dice.once_in(2) {
            page.reverse();
        }
        page
    }

    /// All of the history.
    pub(super) fn history(&self) -> impl DoubleEndedIterator<Item = Event<'static>> {
        self.stored.iter().cloned()
    }
}
