//! One way to do one sort of work.

use std::fmt;
use std::rc::Rc;

/// A way to do the work on item after item.
pub struct Candidate {
    /// Its name, on the command line and in the report.
    pub name: &'static str,
    pass: Box<dyn FnMut(usize) -> usize>,
}

impl Candidate {
    /// Does this work on each of the items; the work says whether it succeeded.
    pub fn new<T: 'static>(
        name: &'static str,
        items: &Rc<[T]>,
        mut work: impl FnMut(&T) -> bool + 'static,
    ) -> Self {
        let items = Rc::clone(items);
        // The whole pass is behind the pointer, so that the work itself is inlined into the loop.
        let pass = move |count| items.iter().cycle().take(count).filter(|item| !work(item)).count();
        Self { name, pass: Box::new(pass) }
    }

    /// Does the work on so many items, beginning with the first and again from there after the last.
    ///
    /// # Errors
    /// How often it failed.
    pub fn run(&mut self, count: usize) -> Result<(), Failed> {
        match (self.pass)(count) {
            0 => Ok(()),
            times => Err(Failed { name: self.name, times }),
        }
    }
}

impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Candidate").field("name", &self.name).finish_non_exhaustive()
    }
}

/// A candidate that cannot do the work.
#[derive(Clone, Copy, Debug)]
pub struct Failed {
    name: &'static str,
    times: usize,
}

impl fmt::Display for Failed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} failed on {} items", self.name, self.times)
    }
}

impl std::error::Error for Failed {}
