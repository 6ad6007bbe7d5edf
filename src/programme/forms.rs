//! The forms that come with the program: their sources come in, checked versions in the database go out.

use std::sync::Arc;

use anyhow::bail;
use sha2::{Digest, Sha256};

use crate::core::form::{Form, check, table};
use crate::core::part::Part;
use crate::core::report::is_field;
use crate::core::world::FormInUse;
use crate::store::Store;

/// Every file of `forms/`, as its author wrote it, in the order of their names.
pub const BUILT_IN: &[&str] = include!(concat!(env!("OUT_DIR"), "/forms.rs"));

/// Compiles the built-in forms and keeps each as a version; the same source is the same version.
///
/// # Errors
/// When a form has an error, or the database fails.
pub async fn keep(store: &Store) -> anyhow::Result<Vec<FormInUse>> {
    let mut forms = Vec::new();
    let mut tx = store.begin().await?;
    for source in BUILT_IN {
        let (form, part) = compile(source)?;
        let digest = Sha256::digest(source).into();
        let id = tx
            .save_form(None, &form.name, source, digest, &form)
            .await?;
        forms.push(FormInUse {
            id,
            form: Arc::new(form),
            part,
        });
    }
    tx.commit().await?;
    Ok(forms)
}

/// Compiles one form and reads what part of a case's life it serves.
///
/// # Errors
/// All that is wrong with it, in one line.
pub fn compile(source: &str) -> anyhow::Result<(Form, Part)> {
    let compiled = table::read_markdown(source).and_then(|tables| check::compile(&tables));
    let (form, warnings) = match compiled {
        Ok(compiled) => compiled,
        Err(findings) => {
            let findings: Vec<String> = findings.iter().map(ToString::to_string).collect();
            bail!("a built-in form has errors: {}", findings.join("; "));
        }
    };
    for warning in warnings {
        tracing::warn!(form = form.name, %warning, "a form");
    }
    let fields = form
        .questions
        .iter()
        .filter_map(|question| question.save_to.as_deref());
    if let Some(field) = fields.into_iter().find(|field| !is_field(field)) {
        bail!(
            "the form {:?} saves to {field:?}, which is no field of a report",
            form.name
        );
    }
    match Part::of(&form) {
        Ok(part) => Ok((form, part)),
        Err(what) => bail!("the form {:?}: {what}", form.name),
    }
}
