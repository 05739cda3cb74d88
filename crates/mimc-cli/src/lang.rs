//! The languages that reports and explanations are told in.

mod chinese;
mod english;

use mimc_msg::{DecodeError, Help, Problem, Severity};

use crate::report::{Item, Told};

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Lang {
    /// English
    En,
    /// Chinese
    Zh,
}

/// In which language to answer.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(crate) struct Choice {
    /// The language of reports and explanations; by default that of the locale
    #[arg(long, value_enum, value_name = "LANG")]
    lang: Option<Lang>,
}

impl Choice {
    pub(crate) fn lang(self) -> Lang {
        self.lang.unwrap_or_else(|| Lang::of_locale(|name| std::env::var(name).ok()))
    }
}

/// What the page around findings says.
pub(crate) struct Frame {
    pub(crate) error: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) note: &'static str,
    pub(crate) help: &'static str,
    pub(crate) rule: &'static str,
    pub(crate) behind_base64: &'static str,
    pub(crate) inside_string: &'static str,
    pub(crate) example: &'static str,
    pub(crate) cure: &'static str,
}

impl Lang {
    /// The language of the locale, from the variables that say it.
    pub(crate) fn of_locale(variable: impl Fn(&str) -> Option<String>) -> Self {
        let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
        match named.into_iter().find(|value| !value.is_empty()) {
            Some(locale) if locale.to_ascii_lowercase().starts_with("zh") => Self::Zh,
            _ => Self::En,
        }
    }

    pub(crate) const fn frame(self) -> &'static Frame {
        match self {
            Self::En => &english::FRAME,
            Self::Zh => &chinese::FRAME,
        }
    }

    pub(crate) fn severity(self, severity: Severity) -> &'static str {
        let frame = self.frame();
        match severity {
            Severity::Error => frame.error,
            Severity::Warning => frame.warning,
            _ => frame.note,
        }
    }

    /// What was found, in words.
    pub(crate) fn words(self, item: &Item) -> String {
        match self {
            Self::En => english::words(&item.told),
            Self::Zh => chinese::words(item),
        }
    }

    /// What can be done about it.
    pub(crate) fn help(self, help: Help) -> String {
        match self {
            Self::En => english::help(help),
            Self::Zh => chinese::help(help),
        }
    }

    /// What stands beside the marks below the text.
    pub(crate) fn label(self, item: &Item) -> Option<String> {
        let Told::Problem(Problem::Error(error)) = &item.told else { return None };
        match error {
            DecodeError::WrongType { found, .. } | DecodeError::InvalidValue { found, .. } => {
                Some(match self {
                    Self::En => format!("found {found}"),
                    Self::Zh => chinese::joined("实为", chinese::phrase(found)),
                })
            }
            DecodeError::MissingMember { place } => {
                let name = place.pointer.rsplit('/').next().unwrap_or_default();
                Some(match self {
                    Self::En => format!("`{name}` is missing in here"),
                    Self::Zh => format!("这里缺少 `{name}`"),
                })
            }
            _ => None,
        }
    }

    /// That so many findings are left out.
    pub(crate) fn more(self, omitted: usize) -> String {
        match self {
            Self::En => format!("{omitted} more are left out; --most sets another limit"),
            Self::Zh => format!("另有 {omitted} 项未列出；--most 可设置上限"),
        }
    }

    /// Where else the same is found, by columns.
    pub(crate) fn also(self, columns: &[usize]) -> (&'static str, String) {
        const SHOWN: usize = 12;
        let shown: Vec<String> = columns.iter().take(SHOWN).map(usize::to_string).collect();
        let more = if columns.len() > SHOWN { " ..." } else { "" };
        match self {
            Self::En => ("also", format!("at column {}{more}", shown.join(", "))),
            Self::Zh => ("另见", format!("第 {}{more} 列", shown.join("、"))),
        }
    }

    /// That a line looks like that of a document of several.
    pub(crate) const fn several_lines(self) -> &'static str {
        match self {
            Self::En => {
                "mimc: a line looks like one of a text of several: --document reads the whole input as one"
            }
            Self::Zh => "mimc: 有一行像是多行文本的一部分：--document 把整个输入当作一个文本读取",
        }
    }

    /// How many documents were checked.
    pub(crate) fn checked(self, lines: u64, bad: u64) -> String {
        match self {
            Self::En => format!("mimc: {lines} checked, {bad} with errors"),
            Self::Zh => format!("mimc: 检查了 {lines} 份，其中 {bad} 份有错误"),
        }
    }
}
