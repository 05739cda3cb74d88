//! Chinese.

use std::collections::HashMap;
use std::sync::LazyLock;

use mimc_msg::{DecodeError, Dialect, Help, Problem, SyntaxFault};

use super::{Frame, Lang, english};
use crate::explain;
use crate::report::{Item, Told};

pub(super) const FRAME: Frame = Frame {
    error: "错误",
    warning: "警告",
    note: "提示",
    help: "建议",
    rule: "依据",
    behind_base64: "base64 解码后",
    inside_string: "字符串内",
    example: "例如",
    cure: "处理办法",
};

static PHRASES: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("phrases.txt").lines().filter_map(|line| line.split_once('\t')).collect()
});

/// The phrase in Chinese, if it is in the list.
pub(super) fn known_phrase(english: &str) -> Option<&'static str> {
    PHRASES.get(english).copied()
}

/// The phrase in Chinese; as it is where it is not in the list.
pub(super) fn phrase(english: &str) -> &str {
    PHRASES.get(english).copied().unwrap_or(english)
}

/// The two together, with a blank between Han and Latin.
pub(super) fn joined(before: &str, phrase: &str) -> String {
    let blank =
        if phrase.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '`') { " " } else { "" };
    format!("{before}{blank}{phrase}")
}

fn both(expected: &str, found: &str) -> String {
    format!("{}，{}", joined("应为", phrase(expected)), joined("实为", phrase(found)))
}

pub(super) fn words(item: &Item) -> String {
    let what = explain::of(item.code, Lang::Zh).map_or(item.code, |it| it.what);
    match &item.told {
        Told::Problem(Problem::Error(error)) => of_error(error, what),
        Told::Problem(Problem::Document { reason, .. }) => of_reason(reason, what),
        Told::Words(reason) => of_reason(reason, what),
        Told::Problem(_) => what.to_owned(),
    }
}

fn of_error(error: &DecodeError, what: &str) -> String {
    match error {
        DecodeError::Syntax { fault, .. } => match fault {
            SyntaxFault::Expected(expected) => joined("此处应为", phrase(expected)),
            SyntaxFault::TooDeep { limit }
            | SyntaxFault::TooLong { limit }
            | SyntaxFault::TooManyMembers { limit }
            | SyntaxFault::TooManyItems { limit } => format!("{what}（上限 {limit}）"),
            _ => what.to_owned(),
        },
        DecodeError::NotAnEnvelope { object: true } => {
            format!("{what}：这个 JSON 对象既没有类型成员，也没有 id、时间和正文")
        }
        DecodeError::NotAnEnvelope { .. } => format!("{what}：它不是 JSON 对象"),
        DecodeError::WrongType { expected, found, .. }
        | DecodeError::InvalidValue { expected, found, .. } => both(expected, found),
        DecodeError::WrongDialect { dialect, why, .. } => {
            format!("不是 {dialect}：{}", phrase(why))
        }
        DecodeError::InvalidBase64 { why, .. } => format!("不是规范的 base64：{}", phrase(why)),
        DecodeError::Deviation { .. } => format!("{what}（严格模式拒绝）"),
        _ => what.to_owned(),
    }
}

/// Words of the API's reader, which are phrases in a form or two.
fn of_reason(reason: &str, what: &str) -> String {
    if let Some(rest) = reason.strip_prefix("expected ") {
        return match rest.rsplit_once(", found ") {
            Some((expected, found)) => both(expected, found),
            None => joined("应为", phrase(rest)),
        };
    }
    if let Some((_, meant)) = reason.split_once("; it is ") {
        return format!("{what}；应为 {meant}");
    }
    match known_phrase(reason) {
        Some(phrase) if what.contains(phrase) => what.to_owned(),
        Some(phrase) => format!("{what}：{phrase}"),
        None => what.to_owned(),
    }
}

pub(super) fn help(help: Help) -> String {
    let told = match help {
        Help::Seconds(millis) => return format!("这是秒，MIMC 使用毫秒：写 {millis}"),
        Help::Microseconds(millis) => return format!("这是微秒，MIMC 使用毫秒：写 {millis}"),
        Help::Nanoseconds(millis) => return format!("这是纳秒，MIMC 使用毫秒：写 {millis}"),
        Help::DidYouMean(name) => return format!("是否应为 `{name}`？"),
        Help::Padding(missing) => {
            let padding = if missing == 1 { "=" } else { "==" };
            return format!("缺少填充：在末尾加 `{padding}`（或用 --allow-base64 unpadded）");
        }
        Help::CutBase64(missing) => return format!("base64 被截断：至少缺少 {missing} 个字符"),
        Help::NameTarget(name) => return format!("把目标写进对象：{{\"{name}\":\"...\"}}"),
        Help::EscapeControl(byte) => {
            let escape = match byte {
                b'\n' => "\\n".to_owned(),
                b'\r' => "\\r".to_owned(),
                b'\t' => "\\t".to_owned(),
                other => format!("\\u{other:04x}"),
            };
            return format!("写作 `{escape}`");
        }
        Help::Pin(fits) => {
            let names: Vec<&str> = fits.iter().map(Dialect::name).collect();
            let names = names.join("、");
            return format!("符合的方言有 {names}；如果知道是谁写的，请指定方言（--dialect）");
        }
        Help::Write(word) => return format!("写作 `{word}`"),
        Help::Base64OfMessage => "看起来是消息的 base64：先解码（--base64）",
        Help::Base64Twice => "这是消息的 base64 的 base64：再解码一次",
        Help::PercentDecode => "文本作了百分号编码（如在 URL 中）：先解码",
        Help::DropBefore => "消息从后面的 `{` 开始：去掉它前面的内容",
        Help::MessageInString => "消息被写进了 JSON 字符串：字符串的内容才是消息",
        Help::MessageItself => "这就是消息本身：外面没有 base64",
        Help::Framed => "消息在成员 `message` 中，类型在旁边的 `bizType` 中（--framed）",
        Help::OneByOne => "这是数组：逐个读取其中的元素",
        Help::Answer => "看起来是 HTTP API 的应答；消息在 `data` 中",
        Help::BizType => "如果类型在消息旁边以 `bizType` 传送，请一并给出（--biz-type）",
        Help::WithoutQuotes => "去掉引号，直接写数字或布尔值",
        Help::InQuotes => "写成双引号中的字符串",
        Help::EncodeBase64 => "该方言在此传送文本的 base64；这里像是原文",
        Help::UrlSafe => {
            "这是 URL 用的字母表：`-` 改写 `+`，`_` 改写 `/`（或用 --allow-base64 url-safe）"
        }
        Help::OneLine => "把 base64 写在一行（或用 --allow-base64 mime）",
        Help::ObjectItself => "直接写对象本身，不要写成字符串",
        Help::WholeNumber => "写整数毫秒",
        Help::Trim => "去掉空白",
        Help::Utf8 => "文本是 UTF-16：转换成 UTF-8",
        Help::NotUtf8 => "文本可能是 GBK 或其他编码：转换成 UTF-8",
        Help::DropMark => "去掉字节序标记：保存为不带 BOM 的 UTF-8",
        Help::DoubleQuotes => "JSON 只用双引号",
        Help::StraightQuotes => "这是排版引号：改用直引号 `\"`",
        Help::Unescape => "整段文本被转义过（如来自源代码或日志）：先还原一次",
        Help::UnescapeHtml => "文本作了 HTML 转义（`&quot;` 代替引号）：先还原一次",
        Help::NoNan => "JSON 没有 NaN 和无穷大：写 null，或去掉该成员",
        Help::QuoteName => "名字要写在双引号里",
        Help::QuoteText => "文本要写在双引号里",
        Help::CloseQuote => "缺少结束字符串的引号",
        Help::EscapeQuote => "字符串中的引号要转义：`\\\"`",
        Help::EscapeBackslash => "字符串中的反斜杠要转义：`\\\\`",
        Help::Comma => "此处应有逗号",
        Help::Colon => "此处应有冒号",
        Help::OneComma => "多了一个逗号",
        Help::TrailingComma => "去掉右括号前的逗号",
        Help::Closer => "此处应是另一种右括号，或前面缺少一个",
        Help::OneText => "后面还有另一个文本：每个文本单独写一行",
        Help::NoComments => "JSON 没有注释",
        other => return english::help(other),
    };
    told.to_owned()
}
