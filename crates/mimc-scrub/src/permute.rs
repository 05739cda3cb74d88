//! A keyed permutation of all texts of one shape.

use crate::key::{Key, Stream};

/// How often the halves are mixed. Eight rounds of a Feistel network are as many as FF1 of NIST SP 800-38G has after its
/// analysis was counted in, but for the smallest domains, where every value can be tried anyway.
const ROUNDS: u8 = 8;

/// The values that follow one another on the one cycle that a permutation of all lists of a shape has.
///
/// A list has a number below a size of its own at each place. The permutation is `decrypt(encrypt(list) + 1)`: one
/// cycle through all lists, so no list is its own replacement (unless it is the only one), and looking further along
/// the cycle for a replacement with some property stays a permutation of the lists that have it.
pub(crate) struct Walk<'k> {
    key: &'k Key,
    shape: Shape,
    /// Depends on the key and the shape.
    tweak: [u8; 32],
    at: Vec<u16>,
}

struct Shape {
    sizes: Vec<u16>,
    /// How many values there are where there is one place, which two stand for.
    one: Option<u16>,
}

impl<'k> Walk<'k> {
    /// Begins at a list; `classes` is what else the shape is.
    pub(crate) fn new(key: &'k Key, classes: &[u8], sizes: Vec<u16>, values: Vec<u16>) -> Self {
        let tweak = key.digest(&[b"shape", classes]);
        let shape = Shape::new(sizes);
        let mut at = shape.split(values);
        let mut walk = Self { key, shape, tweak, at: Vec::new() };
        walk.encrypt(&mut at);
        walk.at = at;
        walk
    }

    /// The next list of the cycle.
    pub(crate) fn next(&mut self) -> Vec<u16> {
        loop {
            increment(&mut self.at, &self.shape.sizes);
            let mut list = self.at.clone();
            self.decrypt(&mut list);
            if let Some(list) = self.shape.join(list) {
                return list;
            }
        }
    }

    fn encrypt(&self, list: &mut [u16]) {
        (0..ROUNDS).for_each(|round| self.round(round, list, add));
    }

    fn decrypt(&self, list: &mut [u16]) {
        (0..ROUNDS).rev().for_each(|round| self.round(round, list, subtract));
    }

    /// Changes one half by what the other one is.
    fn round(&self, round: u8, list: &mut [u16], change: fn(u16, u16, u16) -> u16) {
        let middle = list.len() / 2;
        let (left, right) = list.split_at_mut(middle);
        let (left_sizes, right_sizes) = self.shape.sizes.split_at(middle);
        let (changed, sizes, other) =
            if round % 2 == 0 { (left, left_sizes, right) } else { (right, right_sizes, left) };
        let other: Vec<u8> = other.iter().flat_map(|value| value.to_le_bytes()).collect();
        let mut stream = Stream::new(self.key.digest(&[b"round", &[round], &self.tweak, &other]));
        for (value, &size) in changed.iter_mut().zip(sizes) {
            *value = change(*value, stream.below(size), size);
        }
    }
}

impl Shape {
    fn new(sizes: Vec<u16>) -> Self {
        match *sizes {
            // Two numbers of about the square root, since one has no other half to be mixed with.
            [size] => {
                let low = (1..=256).find(|root| root * root >= u32::from(size)).unwrap_or(256);
                let high = u32::from(size).div_ceil(low);
                let narrow = |number| u16::try_from(number).unwrap_or(u16::MAX);
                Self { sizes: vec![narrow(high), narrow(low)], one: Some(size) }
            }
            _ => Self { sizes, one: None },
        }
    }

    fn split(&self, values: Vec<u16>) -> Vec<u16> {
        match (self.one, &*self.sizes, &*values) {
            (Some(_), [_, low], [value]) => vec![value / low, value % low],
            _ => values,
        }
    }

    /// None where the two numbers stand for none.
    fn join(&self, list: Vec<u16>) -> Option<Vec<u16>> {
        match (self.one, &*self.sizes, &*list) {
            (Some(size), [_, low], [high, rest]) => {
                let value = high.checked_mul(*low)?.checked_add(*rest)?;
                (value < size).then(|| vec![value])
            }
            _ => Some(list),
        }
    }
}

fn add(value: u16, other: u16, size: u16) -> u16 {
    let sum = (u32::from(value) + u32::from(other)) % u32::from(size.max(1));
    u16::try_from(sum).unwrap_or(0)
}

fn subtract(value: u16, other: u16, size: u16) -> u16 {
    add(value, size.saturating_sub(other), size)
}

/// Counts up by one; after the last comes the first.
fn increment(list: &mut [u16], sizes: &[u16]) {
    for (value, &size) in list.iter_mut().zip(sizes).rev() {
        *value += 1;
        if *value < size {
            return;
        }
        *value = 0;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Key, Walk};

    /// One cycle goes through all lists of a shape, whatever it is.
    #[test]
    fn one_cycle_goes_through_all_lists() {
        let key = Key::new(&[7; 32]).expect("a key");
        for sizes in
            [vec![2], vec![3], vec![26], vec![257], vec![2, 3], vec![5, 7, 3], vec![26, 10]]
        {
            let count = sizes.iter().map(|size| usize::from(*size)).product::<usize>();
            let first = vec![0; sizes.len()];
            let mut walk = Walk::new(&key, b"", sizes.clone(), first.clone());
            let lists: Vec<_> = (0..count).map(|_| walk.next()).collect();
            assert_eq!(lists.last(), Some(&first));
            for list in &lists {
                assert!(list.iter().zip(&sizes).all(|(value, size)| value < size), "{list:?}");
            }
            assert_eq!(lists.iter().collect::<BTreeSet<_>>().len(), count, "{sizes:?}");
        }
    }

    /// The walk from any list of the cycle is the same one.
    #[test]
    fn the_cycle_is_the_same_from_everywhere() {
        let key = Key::new(&[8; 32]).expect("a key");
        let sizes = vec![26, 26, 10, 20902];
        let mut walk = Walk::new(&key, b"x", sizes.clone(), vec![1, 2, 3, 4]);
        let first = walk.next();
        let second = walk.next();
        assert_eq!(Walk::new(&key, b"x", sizes.clone(), first.clone()).next(), second);
        assert_ne!(Walk::new(&key, b"y", sizes, first).next(), second);
    }
}
