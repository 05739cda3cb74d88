//! `mimc endpoints`

use std::io::Write as _;

use mimc_api::Input;
use mimc_api::endpoints::{self, Facts};
use serde::Serialize;

use crate::console::Console;
use crate::output::{Failure, Outcome};
use crate::show;

/// List the endpoints of the HTTP API
///
/// Each by its name, method, path, credentials, request, answer, and the section of the manual (or of
/// docs/evidence.md) that describes it. `mimc check --as` takes the names of the request and the answer,
/// `mimc curl` takes the name of the endpoint.
#[derive(clap::Args, Debug)]
#[command(after_help = "Credentials (AUTH):
  token                 header token
  token-or-app          header token, or headers appKey, appSecret, appAccount
  token-or-app-with-id  the same with a header appId for the application
  app                   body: appId, appKey, appSecret
  app-for-account       body: appId, appKey, appSecret, appAccount

Sections are headings of Xiaomi's operation manual; EVIDENCE is
docs/evidence.md in the repository. How well an endpoint is known
(`known` of --json): C captured, S source of an SDK, D only documents.

Examples:
  mimc endpoints
  mimc endpoints --json | jq -r 'select(.auth == \"token\") | .name'")]
pub(crate) struct Args {
    /// One JSON object an endpoint, for machines
    #[arg(long)]
    json: bool,
}

/// An endpoint for machines.
#[derive(Serialize)]
struct Record {
    name: &'static str,
    method: String,
    path: &'static str,
    auth: &'static str,
    request: String,
    response: String,
    section: &'static str,
    /// Where the input travels: `none`, `query`, `headers` or `body`.
    input: &'static str,
    /// The mark in docs/evidence.md: `C` captured, `S` source, `D` document.
    known: &'static str,
}

impl Record {
    fn of(facts: &Facts) -> Self {
        Self {
            name: facts.name,
            method: facts.method.to_string(),
            path: facts.path,
            auth: facts.auth.name(),
            request: format!("{}-request", facts.name),
            response: format!("{}-response", facts.name),
            section: facts.section,
            input: match facts.input {
                Input::Query => "query",
                Input::Headers(_) => "headers",
                Input::Body => "body",
                _ => "none",
            },
            known: facts.known.mark(),
        }
    }
}

pub(crate) fn run(args: &Args, console: &mut Console<'_>) -> Result<Outcome, Failure> {
    let records: Vec<Record> = endpoints::all().iter().map(Record::of).collect();
    let out = &mut console.out;
    if args.json {
        for record in &records {
            let json = serde_json::to_string(record).map_err(std::io::Error::from)?;
            writeln!(out, "{json}")?;
        }
    } else {
        let head = ["NAME", "METHOD", "PATH", "AUTH", "REQUEST", "ANSWER", "SECTION"];
        let rows = records.iter().map(|record| {
            let Record { name, method, path, auth, request, response, section, .. } = record;
            [*name, method, path, auth, request, response, section]
        });
        for line in show::columns(&std::iter::once(head).chain(rows).collect::<Vec<_>>()) {
            writeln!(out, "{line}")?;
        }
    }
    out.flush()?;
    Ok(Outcome::AllWell)
}
