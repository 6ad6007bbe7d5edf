//! A typed choice: its label, its number, the beginning of its words, yes or no.

use super::{
    Vocabulary,
    fold::{among, fold, visible},
};
use crate::core::form::asked::{Asked, Offer, Slip};

/// The index of the choice that `text` means.
pub(super) fn one(text: &str, offers: &[Offer], vocabulary: &Vocabulary) -> Result<usize, Slip> {
    let folded = fold(text);
    if folded.is_empty() {
        return by_sign(text, offers);
    }
    let labels: Vec<String> = offers
        .iter()
        .map(|offer| fold(&offer.label.plain()))
        .collect();
    if let Some(index) = labels.iter().position(|label| *label == folded) {
        return Ok(index);
    }
    if let Ok(number) = folded.parse::<usize>() {
        // A score below zero is no place in the list.
        if visible(text).starts_with(['-', '−']) {
            return Err(Slip::NoSuchChoice);
        }
        return number
            .checked_sub(1)
            .filter(|index| *index < offers.len())
            .ok_or(Slip::NoSuchChoice);
    }
    let yes_or_no = [("yes", &vocabulary.yes), ("no", &vocabulary.no)]
        .into_iter()
        .find(|(_, words)| among(&folded, words));
    if let Some(index) =
        yes_or_no.and_then(|(name, _)| offers.iter().position(|offer| offer.name == name))
    {
        return Ok(index);
    }
    let begun =
        |label: &String| label.starts_with(&folded) || label.contains(&format!(" {folded}"));
    let fitting: Vec<usize> = (0..offers.len())
        .filter(|index| begun(&labels[*index]))
        .collect();
    match fitting[..] {
        [] => Err(Slip::NoSuchChoice),
        [index] => Ok(index),
        [..] => Err(Slip::SeveralChoices(fitting)),
    }
}

/// The indices of the choices that `text` means, separated by commas, semicolons or lines; numbers also by blanks.
pub(super) fn many(text: &str, asked: &Asked, vocabulary: &Vocabulary) -> Result<Vec<usize>, Slip> {
    let offers = &asked.choices;
    let whole = one(text, offers, vocabulary);
    if let Ok(index) = whole {
        return Ok(vec![index]);
    }
    if !asked.required && among(&fold(text), &vocabulary.no) {
        return Ok(Vec::new());
    }
    let visible = visible(text);
    let mut parts: Vec<&str> = visible
        .split([',', ';', '،', '、', '\n', '+', '/'])
        .filter(|part| !part.trim().is_empty())
        .collect();
    if let [single] = parts[..] {
        parts = single.split_whitespace().collect();
        if !parts
            .iter()
            .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        {
            return whole.map(|index| vec![index]);
        }
    }
    let mut chosen = parts
        .into_iter()
        .map(|part| one(part, offers, vocabulary))
        .collect::<Result<Vec<_>, _>>()?;
    chosen.sort_unstable();
    chosen.dedup();
    Ok(chosen)
}

/// An icon alone means the only choice whose label has it.
fn by_sign(text: &str, offers: &[Offer]) -> Result<usize, Slip> {
    let sign = visible(text);
    let bare = sign.trim_end_matches('\u{fe0f}');
    let fitting: Vec<usize> = (0..offers.len())
        .filter(|index| offers[*index].label.plain().contains(bare))
        .collect();
    match fitting[..] {
        [index] => Ok(index),
        [..] => Err(Slip::NoSuchChoice),
    }
}
