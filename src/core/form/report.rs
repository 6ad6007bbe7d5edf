//! What is kept of a finished interview: typed fields, open answers, sealed answers.

use serde_json::{Map, Value as Json};

use super::{answers::Answer, interview::Interview, model::Question, value::Value};

/// A value for a typed field of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved<'a> {
    /// The `save_to` of the question, such as `visit.danger`.
    pub field: &'a str,
    /// The row of the repeat, counted from 1.
    pub instance: Option<u16>,
    /// What to save.
    pub value: Value,
    /// Whether it must be kept sealed.
    pub sealed: bool,
}

/// The answers of a report as two JSON objects by question name; a repeat is an array of objects under its own name.
/// Multi-selects are arrays, numbers are numbers, dates ISO text; what is blank or not relevant is absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What exports may show.
    pub open: Json,
    /// Personal data, free text, media and captions.
    pub sealed: Json,
}

impl Interview<'_> {
    /// The typed fields, in the order of asking; relevant and filled ones only, also calculated.
    #[must_use]
    pub fn saved(&self) -> Vec<Saved<'_>> {
        let kept = self.kept().filter_map(|(question, instance, value)| {
            let field = question.save_to.as_deref()?;
            Some(Saved {
                field,
                instance,
                value,
                sealed: question.sealed,
            })
        });
        kept.collect()
    }

    /// The open and the sealed answers.
    #[must_use]
    pub fn report(&self) -> Report {
        let (mut open, mut sealed) = (Map::new(), Map::new());
        for (question, row, value) in self.kept() {
            let document = if question.sealed {
                &mut sealed
            } else {
                &mut open
            };
            let object = match question.repeat.zip(row) {
                None => document,
                Some((repeat, row)) => {
                    let rows = document
                        .entry(&*self.form.groups[repeat].name)
                        .or_insert_with(|| Json::Array(Vec::new()));
                    object_of(
                        rows,
                        usize::from(self.state.row_count(repeat)),
                        usize::from(row) - 1,
                    )
                }
            };
            object.insert(question.name.to_string(), json(value));
        }
        Report {
            open: Json::Object(open),
            sealed: Json::Object(sealed),
        }
    }

    /// All relevant values that are not blank, answered and silent.
    fn kept(&self) -> impl Iterator<Item = (&Question, Option<u16>, Value)> {
        let mut shown = self.places().iter().peekable();
        self.walk()
            .filter(|(.., cell)| cell.relevant)
            .filter_map(move |(index, row, cell)| {
                let question = &self.form.questions[index];
                let value = if question.is_asked() {
                    // Both go through the relevant questions in the order of asking.
                    match shown.next()?.answered? {
                        Answer::Given(value) => value.clone(),
                        Answer::Skipped => return None,
                    }
                } else {
                    cell.value.clone().into_value(*self.context.now.offset())?
                };
                (!value.is_blank()).then_some((question, row, value))
            })
    }
}

/// The object of one row; every row has one, so that a row's index says which it is.
fn object_of(rows: &mut Json, count: usize, index: usize) -> &mut Map<String, Json> {
    let Json::Array(rows) = rows else {
        unreachable!("a repeat's name is no question's")
    };
    rows.resize_with(count, || Json::Object(Map::new()));
    let Json::Object(object) = &mut rows[index] else {
        unreachable!("rows are objects")
    };
    object
}

fn json(value: Value) -> Json {
    match value {
        Value::Integer(number) => Json::from(number),
        Value::Decimal(number) => Json::from(number),
        Value::Many(names) => Json::from(names),
        Value::Media(media) => {
            let mut object = Map::new();
            object.insert("kind".to_owned(), Json::from(media.kind.name()));
            object.insert("file".to_owned(), Json::from(media.file));
            object.extend(
                media
                    .caption
                    .map(|caption| ("caption".to_owned(), Json::from(caption))),
            );
            Json::Object(object)
        }
        Value::Acknowledged => Json::from(true),
        plain @ (Value::Text(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::DateTime(_)
        | Value::One(_)) => Json::from(plain.plain()),
    }
}
