//! The options that the commands share which read messages.

use clap::{Args, ValueEnum};
use mimc_msg::{Base64Forms, Codec, Dialect, Flag as _};

use crate::input::IN_A_LINE;

/// How messages are read.
#[derive(Args, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct Reading {
    /// Each line is base64 of a message, as in a history payload
    #[arg(long)]
    pub(crate) base64: bool,

    /// The type that travelled beside the messages: TEXT, 103, ...
    #[arg(long, value_name = "TYPE", default_value = "", hide_default_value = true)]
    pub(crate) biz_type: String,

    /// Each line is {"bizType":"TEXT","message":"..."}, or a message itself
    ///
    /// Where a frame has no `bizType`, --biz-type counts.
    #[arg(long)]
    pub(crate) framed: bool,

    /// Pin the dialect: it decides where the forms of several fit
    #[arg(long, value_parser = dialect(), value_name = "DIALECT")]
    pub(crate) dialect: Option<Dialect>,

    /// Refuse what the dialect's own makers do not write
    #[arg(long)]
    pub(crate) strict: bool,

    /// Let raw and foreign texts through whole
    #[arg(long)]
    pub(crate) foreign: bool,

    /// Also read these forms of base64
    #[arg(long, value_enum, value_delimiter = ',', value_name = "FORMS")]
    pub(crate) allow_base64: Vec<Form>,
}

/// A form of base64 beside the canonical one.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Form {
    /// Without padding
    Unpadded,
    /// With `-` and `_`
    UrlSafe,
    /// With line breaks
    Mime,
}

impl Reading {
    /// The first option given that is about messages only.
    pub(crate) fn of_messages(&self) -> Option<&'static str> {
        let given = [
            ("base64", self.base64),
            ("biz-type", !self.biz_type.is_empty()),
            ("framed", self.framed),
            ("dialect", self.dialect.is_some()),
            ("foreign", self.foreign),
            ("allow-base64", !self.allow_base64.is_empty()),
        ];
        given.into_iter().find_map(|(option, given)| given.then_some(option))
    }

    /// The decoder for a message beside which this type travelled.
    pub(crate) fn codec<'a>(&'a self, biz_type: Option<&'a str>) -> Codec<'a> {
        let forms =
            self.allow_base64.iter().fold(Base64Forms::CANONICAL, |forms, form| match form {
                Form::Unpadded => forms.unpadded(),
                Form::UrlSafe => forms.url_safe(),
                Form::Mime => forms.mime(),
            });
        let codec = Codec::new().limits(IN_A_LINE).base64(forms);
        let codec = codec.biz_type(biz_type.unwrap_or(&self.biz_type));
        let codec = if self.strict { codec.strict() } else { codec };
        self.dialect.map_or(codec, |dialect| codec.dialect(dialect))
    }
}

/// Parses a dialect's name, and lists the names in help and completions.
pub(crate) fn dialect() -> impl clap::builder::TypedValueParser<Value = Dialect> {
    use clap::builder::TypedValueParser as _;
    let names = Dialect::ALL.iter().map(|dialect| dialect.name());
    clap::builder::PossibleValuesParser::new(names).try_map(|name| name.parse::<Dialect>())
}
