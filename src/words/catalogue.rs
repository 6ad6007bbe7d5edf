//! Locale files come in, the bundles of each language and the words it reads go out.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result, anyhow, bail};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use include_dir::{Dir, include_dir};

use super::calendar::Calendar;
use crate::core::form::Vocabulary;
use crate::core::people::Language;

static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");
const FILE: &str = "kinkeeper.ftl";
/// A wrong message is met again with every screen that shows it; its first hundred log lines say enough.
const MISSES_LOGGED: u64 = 100;

/// All languages.
pub(super) struct Catalogue {
    order: Vec<Language>,
    locales: HashMap<Language, Locale>,
    misses: AtomicU64,
}

/// One language.
pub(super) struct Locale {
    /// Its tag.
    pub language: Language,
    /// Its name in itself.
    pub name: String,
    /// Its names of months and weekdays.
    pub calendar: Calendar,
    /// The words it reads.
    pub vocabulary: Arc<Vocabulary>,
    /// First the overridden one, if any, then the embedded one.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// Reads the embedded languages and what stands over them.
    pub fn load(overrides: Option<&Path>) -> Result<Self> {
        let order: Vec<Language> = embedded("order")?
            .split_whitespace()
            .map(|tag| Language(tag.to_owned()))
            .collect();
        let mut replaced = match overrides {
            Some(folder) => read_overrides(folder)?,
            None => HashMap::new(),
        };
        let mut locales = HashMap::new();
        for language in &order {
            let source = embedded(&format!("{}/{FILE}", language.0))?;
            let over = replaced.remove(&language.0);
            let locale = Locale::new(language, source, over.as_deref())
                .with_context(|| format!("the words of the language {}", language.0))?;
            locales.insert(language.clone(), locale);
        }
        if let Some(unknown) = replaced.keys().next() {
            bail!("the locale folder has a language that is not one of ours: {unknown}");
        }
        if !locales.contains_key(&Language::english()) {
            bail!("there is no English among the languages");
        }
        Ok(Self {
            order,
            locales,
            misses: AtomicU64::new(0),
        })
    }

    pub fn languages(&self) -> impl Iterator<Item = &Language> {
        self.order.iter()
    }

    /// The language, else its base language, else English.
    pub fn locale(&self, language: &Language) -> &Locale {
        self.known(language).unwrap_or_else(|| self.english())
    }

    /// The language or its base language, if we speak it.
    pub fn known(&self, language: &Language) -> Option<&Locale> {
        self.locales.get(language).or_else(|| {
            let base = language.0.split('-').next()?;
            self.locales.get(&Language(base.to_owned()))
        })
    }

    /// The message in that language; English where it is missing or wrong, nothing where that is wrong too.
    pub fn message(&self, locale: &Locale, key: Key, args: &FluentArgs) -> String {
        let chain = locale.bundles.iter().chain(&self.english().bundles);
        for bundle in chain {
            if let Some(text) = formatted(bundle, key, args) {
                return text;
            }
            if self.misses.fetch_add(1, Ordering::Relaxed) < MISSES_LOGGED {
                let language = &locale.language.0;
                tracing::error!(key.message, language, "missing or wrong message");
            }
        }
        String::new()
    }

    /// A message without insertions.
    pub fn plain(&self, language: &Language, message: &str) -> String {
        let key = Key {
            message,
            attribute: None,
        };
        self.message(self.locale(language), key, &FluentArgs::new())
    }

    pub fn misses(&self) -> u64 {
        self.misses.load(Ordering::Relaxed)
    }

    fn english(&self) -> &Locale {
        self.locales
            .get(&Language::english())
            .expect("load refuses a catalogue without English")
    }
}

/// Where a text stands in a locale file.
#[derive(Clone, Copy)]
pub(super) struct Key<'a> {
    pub message: &'a str,
    pub attribute: Option<&'a str>,
}

impl Locale {
    fn new(language: &Language, source: &str, over: Option<&str>) -> Result<Self> {
        let mut bundles = vec![bundle(language, &[source])?];
        if let Some(over) = over {
            refuse_unknown(over, &bundles[0])?;
            bundles.insert(0, bundle(language, &[source, over])?);
        }
        let calendar = Calendar::of(&language.0)?;
        let words = |message| {
            let key = Key {
                message,
                attribute: None,
            };
            bundles
                .iter()
                .find_map(|bundle| formatted(bundle, key, &FluentArgs::new()))
                .with_context(|| format!("{message} is missing"))
        };
        Ok(Self {
            language: language.clone(),
            name: words("language-name")?,
            vocabulary: Arc::new(vocabulary(&calendar, words)?),
            calendar,
            bundles,
        })
    }
}

fn embedded(path: &str) -> Result<&'static str> {
    EMBEDDED
        .get_file(path)
        .and_then(|file| file.contents_utf8())
        .with_context(|| format!("locales/{path} is missing"))
}

/// The files under `folder`, by the tag of their language.
fn read_overrides(folder: &Path) -> Result<HashMap<String, String>> {
    let mut found = HashMap::new();
    let entries = fs::read_dir(folder)
        .with_context(|| format!("cannot read the locale folder {}", folder.display()))?;
    for entry in entries {
        let file = entry?.path().join(FILE);
        if !file.is_file() {
            continue;
        }
        let tag = file.parent().and_then(Path::file_name).unwrap_or_default();
        let text =
            fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        found.insert(tag.to_string_lossy().into_owned(), text);
    }
    Ok(found)
}

/// A message that nothing would ever show is a misspelt one.
fn refuse_unknown(over: &str, own: &FluentBundle<FluentResource>) -> Result<()> {
    let named = over.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        key.starts_with(|c: char| c.is_ascii_lowercase())
            .then(|| key.trim_end())
    });
    for key in named {
        if !own.has_message(key) {
            bail!("the locale folder has a message that is not one of ours: {key}");
        }
    }
    Ok(())
}

/// Later sources stand over earlier ones, message by message.
fn bundle(language: &Language, sources: &[&str]) -> Result<FluentBundle<FluentResource>> {
    let tag = language.0.parse().context("no BCP 47 tag")?;
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // What is inserted comes isolated already, see `voice::text`; Fluent would leave out some and add others.
    bundle.set_use_isolating(false);
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned())
            .map_err(|(_, errors)| anyhow!("{}", errors[0]))?;
        bundle.add_resource_overriding(resource);
    }
    Ok(bundle)
}

fn formatted(bundle: &FluentBundle<FluentResource>, key: Key, args: &FluentArgs) -> Option<String> {
    let message = bundle.get_message(key.message)?;
    let pattern = match key.attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(args), &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

/// The names that ICU has and the words that the locale file lists.
fn vocabulary(
    calendar: &Calendar,
    words: impl Fn(&'static str) -> Result<String>,
) -> Result<Vocabulary> {
    let list = |message| words(message).map(|text| split(&text));
    let names = |full: &[String], short: &[String], message| -> Result<Vec<Vec<String>>> {
        let text = words(message)?;
        let others: Vec<Vec<String>> = text.split(';').map(split).collect();
        if others.len() != full.len() {
            bail!("{message} needs {} places", full.len());
        }
        let all = full.iter().zip(short).zip(others);
        Ok(all
            .map(|((full, short), others)| {
                let mut names = vec![full.clone(), short.trim_end_matches('.').to_owned()];
                names.extend(others);
                names.dedup();
                names
            })
            .collect())
    };
    Ok(Vocabulary {
        yes: list("typed-yes")?,
        no: list("typed-no")?,
        today: list("typed-today")?,
        yesterday: list("typed-yesterday")?,
        tomorrow: list("typed-tomorrow")?,
        skip: list("typed-skip")?,
        back: list("typed-back")?,
        cancel: list("typed-cancel")?,
        months: names(&calendar.months, &calendar.short_months, "typed-months")?,
        weekdays: names(
            &calendar.weekdays,
            &calendar.short_weekdays,
            "typed-weekdays",
        )?,
        fillers: list("typed-fillers")?,
    })
}

fn split(text: &str) -> Vec<String> {
    text.split([',', '،'])
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}
