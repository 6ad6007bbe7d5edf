//! The locale files themselves: complete, the same in every language, and replaceable message by message.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast;
use kinkeeper::core::event::Command;
use kinkeeper::core::people::Role;
use kinkeeper::core::screen::Line;
use kinkeeper::words::Words;

use crate::samples::{code, languages, shown, words};

#[test]
fn a_programme_may_replace_single_messages() {
    let folder = tempfile::tempdir().unwrap();
    let write = |language: &str, text: &str| {
        fs::create_dir_all(folder.path().join(language)).unwrap();
        fs::write(folder.path().join(language).join("kinkeeper.ftl"), text).unwrap();
    };
    write(
        "sw",
        "line-nothing-due = Leo ni shwari.\nline-undone = { $wrong }\n",
    );
    let replaced = Words::load(Some(folder.path())).unwrap();
    assert!(
        shown(&replaced, &Line::NothingDue, "sw")
            .plain
            .ends_with("Leo ni shwari.")
    );
    assert_eq!(replaced.misses(), 0);
    // A message that inserts what there is not gives way to our own.
    let own = shown(&words(), &Line::Undone(code()), "sw");
    assert_eq!(shown(&replaced, &Line::Undone(code()), "sw"), own);
    assert_eq!(replaced.misses(), 1);

    write("sw", "line-nothing-dew = Leo ni shwari.\n");
    let error = Words::load(Some(folder.path())).err().unwrap();
    assert!(
        format!("{error:#}").contains("line-nothing-dew"),
        "{error:#}"
    );
    write("sw", "line-nothing-due = { $count ->\n");
    assert!(
        Words::load(Some(folder.path())).is_err(),
        "a broken file is refused"
    );
    write("sw", "");
    write("tlh", "");
    let error = Words::load(Some(folder.path())).err().unwrap();
    assert!(format!("{error:#}").contains("tlh"), "{error:#}");
}

#[test]
fn locale_files_have_the_same_messages_attributes_and_variables() {
    let english = catalogue("en");
    for language in languages() {
        let other = catalogue(&language);
        let missing: Vec<_> = english
            .keys()
            .filter(|key| !other.contains_key(*key))
            .collect();
        let unknown: Vec<_> = other
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        assert!(
            missing.is_empty() && unknown.is_empty(),
            "{language}: missing {missing:?}, unknown {unknown:?}"
        );
        for (key, variables) in &english {
            assert_eq!(&other[key], variables, "{language} {key}");
        }
    }
}

#[test]
fn every_plural_form_of_a_language_is_written() {
    let forms: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("en", &["one", "other"][..]),
        ("fr", &["one", "other"]),
        ("es", &["one", "other"]),
        ("sw", &["one", "other"]),
        ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ]);
    for language in languages() {
        let written = |variants: &[ast::Variant<String>]| -> Vec<String> {
            variants
                .iter()
                .map(|variant| variant_name(&variant.key))
                .collect()
        };
        let mut counted = 0;
        for_each_select(&resource(&language), &mut |variants| {
            let names = written(variants);
            // Other selections choose between words that are no plural forms.
            if names.contains(&"one".to_owned()) {
                assert_eq!(names, forms[language.as_str()], "{language}");
                counted += 1;
            }
        });
        assert!(counted >= 7, "{language}");
    }
}

#[test]
fn no_message_is_left_unused() {
    let mut source = String::new();
    for file in fs::read_dir("src/words").unwrap() {
        source.push_str(&fs::read_to_string(file.unwrap().path()).unwrap());
    }
    for key in catalogue("en").keys() {
        let (message, attribute) = key.split_once('.').unwrap_or((key, ""));
        let command = message.strip_prefix("command-");
        let used = source.contains(&format!("\"{message}\""))
            || command.is_some_and(|command| listed().any(|listed| listed == command));
        assert!(used, "{message}");
        assert!(
            attribute.is_empty() || source.contains(&format!("\"{attribute}\"")),
            "{key}"
        );
    }
}

/// The commands that phones list, for strangers and for everybody.
fn listed() -> impl Iterator<Item = &'static str> {
    let roles = Role::ALL.map(Some).into_iter().chain([None]);
    roles.flat_map(Command::listed).copied()
}

/// Each message and attribute of a locale file with the variables it inserts or selects by.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    for entry in resource(language).body {
        let ast::Entry::Message(message) = entry else {
            continue;
        };
        let name = message.id.name;
        let value = message.value.expect("a message has words");
        found.insert(name.clone(), variables(&value));
        for attribute in message.attributes {
            let key = format!("{name}.{}", attribute.id.name);
            let twice = found.insert(key, variables(&attribute.value));
            assert!(twice.is_none(), "{language} {name}");
        }
    }
    found
}

fn resource(language: &str) -> ast::Resource<String> {
    let path = Path::new("locales").join(language).join("kinkeeper.ftl");
    let text = fs::read_to_string(&path).unwrap();
    fluent_syntax::parser::parse(text)
        .unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"))
}

fn variables(pattern: &ast::Pattern<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else {
            continue;
        };
        let inline = match expression {
            ast::Expression::Inline(inline) => inline,
            ast::Expression::Select { selector, variants } => {
                found.extend(
                    variants
                        .iter()
                        .flat_map(|variant| variables(&variant.value)),
                );
                selector
            }
        };
        if let ast::InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.clone());
        }
    }
    found
}

fn for_each_select(
    resource: &ast::Resource<String>,
    see: &mut impl FnMut(&[ast::Variant<String>]),
) {
    for entry in &resource.body {
        let ast::Entry::Message(message) = entry else {
            continue;
        };
        for element in message.value.iter().flat_map(|value| &value.elements) {
            if let ast::PatternElement::Placeable {
                expression: ast::Expression::Select { variants, .. },
            } = element
            {
                see(variants);
            }
        }
    }
}

fn variant_name(key: &ast::VariantKey<String>) -> String {
    match key {
        ast::VariantKey::Identifier { name } | ast::VariantKey::NumberLiteral { value: name } => {
            name.clone()
        }
    }
}
