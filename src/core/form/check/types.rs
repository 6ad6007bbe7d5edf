//! The type cell of a question comes in, what the row is goes out.

use crate::core::form::{
    model::{Kind, Range},
    value::MediaKind,
};

/// What a row of the survey sheet is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RowType {
    Question(Kind),
    /// A select with the name of its list.
    Select {
        list: String,
        many: bool,
    },
    Range,
    BeginGroup,
    EndGroup,
    BeginRepeat,
    EndRepeat,
    /// Data of a device, which a chat does not have: held blank.
    Device,
}

/// Types that other programs know and that cannot be asked in this chat yet.
const ELSEWHERE: [&str; 13] = [
    "rank",
    "geopoint",
    "geotrace",
    "geoshape",
    "barcode",
    "xml-external",
    "csv-external",
    "osm",
    "background-audio",
    "background-geopoint",
    "select_one_external",
    "select_one_from_file",
    "select_multiple_from_file",
];

/// What the cell says.
///
/// # Errors
/// What is wrong with it and what to do.
pub(super) fn read(cell: &str) -> Result<RowType, (String, &'static str)> {
    let mut words = cell.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let rest: Vec<&str> = words.collect();
    let joined = std::iter::once(first.as_str())
        .chain(rest.iter().copied())
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase();
    match joined.replace(' ', "_").as_str() {
        "begin_group" => return Ok(RowType::BeginGroup),
        "end_group" => return Ok(RowType::EndGroup),
        "begin_repeat" => return Ok(RowType::BeginRepeat),
        "end_repeat" => return Ok(RowType::EndRepeat),
        _ => {}
    }
    if ELSEWHERE.contains(&first.as_str()) {
        return Err((
            format!("the type {cell} cannot be asked in a chat yet"),
            "ask it in another way",
        ));
    }
    // Older forms write "select one list".
    let (select, names) = match rest.split_first() {
        Some((second, names)) if first == "select" => {
            (format!("select_{}", second.to_lowercase()), names)
        }
        _ => (first.clone(), rest.as_slice()),
    };
    let many = match select.as_str() {
        "select_one" => Some(false),
        "select_multiple" => Some(true),
        _ => None,
    };
    if let Some(many) = many {
        return match names {
            [] => Err((
                "the select names no list".to_owned(),
                "write the name of a list behind it",
            )),
            [list] => Ok(RowType::Select {
                list: (*list).to_owned(),
                many,
            }),
            [..] => Err((
                "or_other is not supported yet".to_owned(),
                "write a choice other, and a text question that is relevant when it is selected",
            )),
        };
    }
    if !rest.is_empty() {
        return Err((
            format!("unknown type {cell}"),
            "see the list of types in the form guide",
        ));
    }
    let kind = match first.as_str() {
        "text" | "string" => Kind::Text,
        "integer" | "int" => Kind::Integer,
        "decimal" => Kind::Decimal,
        "range" => return Ok(RowType::Range),
        "date" => Kind::Date,
        "time" => Kind::Time,
        "datetime" => Kind::DateTime,
        "acknowledge" | "trigger" => Kind::Acknowledge,
        "image" | "photo" => Kind::Media(MediaKind::Image),
        "audio" => Kind::Media(MediaKind::Audio),
        "video" => Kind::Media(MediaKind::Video),
        "file" => Kind::Media(MediaKind::File),
        "note" => Kind::Note,
        "calculate" => Kind::Calculate,
        "hidden" => Kind::Hidden,
        "today" => Kind::Today,
        "start" => Kind::Start,
        "end" => Kind::End,
        "username" => Kind::Username,
        "deviceid" | "phonenumber" | "email" | "simserial" | "subscriberid" | "audit"
        | "start-geopoint" => return Ok(RowType::Device),
        _ => {
            return Err((
                format!("unknown type {cell}"),
                "see the list of types in the form guide",
            ));
        }
    };
    Ok(RowType::Question(kind))
}

/// The `start=1 end=5 step=1` of a range; these are also what is meant when one is left out.
///
/// # Errors
/// What is wrong with it.
pub(super) fn range(parameters: &str) -> Result<Range, String> {
    let mut range = Range {
        start: 1.0,
        end: 10.0,
        step: 1.0,
    };
    for part in parameters
        .split([' ', ',', ';'])
        .filter(|part| !part.is_empty())
    {
        let (name, value) = part
            .split_once('=')
            .ok_or_else(|| format!("{part} is not name=number"))?;
        let number: f64 = value.parse().map_err(|_| format!("{value} is no number"))?;
        match name {
            "start" => range.start = number,
            "end" => range.end = number,
            "step" => range.step = number,
            other => return Err(format!("unknown parameter {other}")),
        }
    }
    if range.start.is_finite()
        && range.end >= range.start
        && range.step > 0.0
        && range.end.is_finite()
    {
        Ok(range)
    } else {
        Err("start, end and step do not fit together".to_owned())
    }
}
