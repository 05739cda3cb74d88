//! The command of an endpoint: what clap must know to read its flags, complete them and help.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use mimc_api::{Auth, Endpoint};

use super::flags::{self, APP_ACCOUNT, APP_ID, APP_KEY, AUTH, SECRETS, kebab};
use super::members::{Form, Member};

/// The command of an endpoint. Its flags are made when it is asked for, since that takes a while.
pub(crate) fn command_of<E: Endpoint>() -> Command {
    Command::new(E::NAME).about(format!("{} {}", E::METHOD, E::PATH)).defer(with_flags::<E>)
}

fn with_flags<E: Endpoint>(command: Command) -> Command {
    let path = flags::in_path::<E>().map(|name| match name {
        APP_ID => flag(name, "NUMBER").help("Default: MIMC_APP_ID of the environment"),
        _ => flag(name, "NUMBER").required(true),
    });
    let input = flags::in_input::<E>().into_iter().map(of_input);
    let fields: Vec<Arg> = path.chain(input).map(|arg| arg.help_heading("Fields")).collect();
    let taken: Vec<&str> = fields.iter().map(|arg| arg.get_id().as_str()).collect();
    let credentials: Vec<Arg> = of_credentials(E::AUTH)
        .filter(|arg| !taken.contains(&arg.get_id().as_str()))
        .map(|arg| arg.help_heading("Credentials"))
        .collect();
    let usage = usage::<E>(&fields);
    command.args(fields).args(credentials).override_usage(usage).after_help(after_help::<E>())
}

/// A flag by the kebab-case of a name; the name itself does as well.
fn flag(name: &'static str, value: &'static str) -> Arg {
    let arg = Arg::new(name).long(kebab(name)).value_name(value).allow_hyphen_values(true);
    if kebab(name) == name { arg } else { arg.alias(name) }
}

fn of_input(member: Member) -> Arg {
    let arg = match member.form {
        Form::Text => flag(member.name, "TEXT"),
        Form::Commas => flag(member.name, "TEXT").help("Several with commas between"),
        Form::Number => flag(member.name, "NUMBER"),
        Form::Flag => flag(member.name, "BOOL").value_parser(["true", "false"]),
        Form::List => flag(member.name, "LIST")
            .action(ArgAction::Append)
            .help("Once for each item, or all with commas between, or a JSON array"),
        Form::Json => flag(member.name, "JSON").help("Such as {\"1\":\"text\"}"),
    };
    arg.required(member.required)
}

fn of_credentials(auth: Auth) -> impl Iterator<Item = Arg> {
    let from = |name, value, variable: &str| {
        flag(name, value).help(format!("Default: {variable} of the environment"))
    };
    let (by_app, by_token) = (auth != Auth::Token, !auth.in_body());
    let with_id = by_app && auth != Auth::TokenOrApp;
    let for_account = by_app && auth != Auth::App;
    let ways = [by_token.then_some("token"), by_app.then_some("app")].into_iter().flatten();
    let choice = Arg::new(AUTH)
        .long(AUTH)
        .value_name("WHO")
        .value_parser(PossibleValuesParser::new(ways))
        .help(if by_token && by_app {
            "By a user's token, or as the application for a user; default: by token, unless only \
             MIMC_APP_SECRET is set"
        } else {
            "There is one way only"
        });
    let secrets = SECRETS.iter().map(|(name, _)| flag(name, "SECRET").hide(true));
    [
        Some(choice),
        with_id.then(|| from(APP_ID, "NUMBER", "MIMC_APP_ID")),
        by_app.then(|| from(APP_KEY, "KEY", "MIMC_APP_KEY")),
        for_account.then(|| from(APP_ACCOUNT, "ACCOUNT", "MIMC_APP_ACCOUNT")),
    ]
    .into_iter()
    .flatten()
    .chain(secrets)
}

/// All fields at a glance, those that may be missing in brackets: also what is shown where one is wrong.
fn usage<E: Endpoint>(fields: &[Arg]) -> String {
    let shown = |arg: &Arg| {
        let value = arg.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
        let flag = format!("--{} <{value}>", arg.get_long().unwrap_or_default());
        if arg.is_required_set() { flag } else { format!("[{flag}]") }
    };
    let (required, optional): (Vec<_>, Vec<_>) =
        fields.iter().partition(|arg| arg.is_required_set());
    let fields: Vec<_> = required.into_iter().chain(optional).map(shown).collect();
    ["mimc curl", E::NAME, &fields.join(" "), "[OPTIONS]"].join(" ").replace("  ", " ")
}

fn after_help<E: Endpoint>() -> String {
    let secrets = match E::AUTH {
        Auth::Token => "The token is $MIMC_TOKEN.",
        Auth::App | Auth::AppForAccount => "The secret is $MIMC_APP_SECRET.",
        _ => "The token is $MIMC_TOKEN, the secret is $MIMC_APP_SECRET.",
    };
    format!("{secrets} Described in: {}", E::SECTION)
}
