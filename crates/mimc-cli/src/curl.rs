//! A request of any endpoint, from flags to a line for a shell. Nothing here names an endpoint: the
//! types tell which flags there are.

mod arguments;
mod credentials;
mod flags;
mod holes;
mod input;
mod line;
mod members;
mod shell;

pub(crate) use arguments::command_of;
pub(crate) use flags::Flags;

use mimc_api::{Base, Endpoint, RequestError, client};

use crate::complaints::Complaints;
use crate::output::Failure;
use holes::Holes;

/// The line that sends the request which the flags describe.
///
/// With `reveal` it has the values of the environment, else the names of its variables.
pub(crate) fn compose<E: Endpoint>(
    flags: &Flags<'_>,
    base: &Base,
    reveal: bool,
    err: &Complaints<'_>,
) -> Result<String, Failure> {
    let mut holes = Holes::new(reveal);
    let ids = input::ids::<E>(flags, &mut holes)?;
    let credentials = credentials::of::<E>(flags, &mut holes)?;
    let (input, notes) = input::read::<E>(flags)?;
    let request = client::request(base, &credentials, &ids, &input).map_err(usage)?;
    for noted in &notes {
        let flag = flags::of_pointer(&noted.place.pointer);
        let (code, why) = (noted.note.code(), noted.note.describe());
        err.tell(&format!("mimc: warning[{code}]: {flag}: {why}"));
    }
    for variable in holes.unset() {
        err.tell(&format!("mimc: {variable} is not set; the line takes it from the shell"));
    }
    Ok(line::of::<E>(&request, &holes))
}

/// Why a request cannot be written, in terms of flags.
fn usage(error: RequestError) -> Failure {
    Failure::Usage(match error {
        RequestError::Invalid(invalid) => {
            format!("{}: {}", flags::of_member(invalid.member), invalid.why)
        }
        RequestError::Credentials(fault) => {
            format!("{}: {}", flags::of_member(fault.name), fault.why)
        }
        other => other.to_string(),
    })
}
