//! What an assessment says beside its answers: levels of wellbeing come in; where a goal should come first, and what has
//! become worse since the last assessment, go out.

use serde::{Deserialize, Serialize};

use super::report::Fact;

/// The fact under which what became worse is kept with its report.
pub const FELL: &str = "wellbeing.fell";
/// The level of a factor that should come first; they go up to 4.
const LOWEST: i64 = 1;

/// A factor of wellbeing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// Enough food all year.
    Food,
    /// Growing well.
    Nutrition,
    /// The place where the child sleeps.
    Home,
    /// Who looks after the child.
    Care,
    /// Safe from being hurt or exploited.
    Safety,
    /// Papers and rights.
    Legal,
    /// Health.
    Health,
    /// Health care when it is needed.
    Treatment,
    /// How the child feels.
    Feelings,
    /// Getting on with others.
    Behaviour,
    /// Learning.
    Learning,
    /// Going to school or training.
    School,
}

/// A factor that stands lower than at the assessment before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fall {
    /// Which.
    pub factor: Factor,
    /// Its level then.
    pub from: i64,
    /// Its level now.
    pub to: i64,
}

impl Factor {
    /// All of them, in the order of the assessment.
    pub const ALL: [Self; 12] = [
        Self::Food,
        Self::Nutrition,
        Self::Home,
        Self::Care,
        Self::Safety,
        Self::Legal,
        Self::Health,
        Self::Treatment,
        Self::Feelings,
        Self::Behaviour,
        Self::Learning,
        Self::School,
    ];

    /// The word in forms, tables and the bot's words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Food => "food",
            Self::Nutrition => "nutrition",
            Self::Home => "home",
            Self::Care => "care",
            Self::Safety => "safety",
            Self::Legal => "legal",
            Self::Health => "health",
            Self::Treatment => "treatment",
            Self::Feelings => "feelings",
            Self::Behaviour => "behaviour",
            Self::Learning => "learning",
            Self::School => "school",
        }
    }

    /// Reads [`Factor::word`].
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|factor| factor.word() == word)
    }

    /// The domain of goals that answers to it, a choice of the form that writes goals down.
    #[must_use]
    pub fn domain(self) -> &'static str {
        match self {
            Self::Food | Self::Home => "economy",
            Self::Care => "relationship",
            Self::Safety | Self::Legal => "protection",
            Self::Nutrition | Self::Health | Self::Treatment | Self::Feelings => "health",
            Self::Behaviour => "belonging",
            Self::Learning | Self::School => "education",
        }
    }
}

/// The factors that should come first.
#[must_use]
pub fn lowest(levels: &[(String, i64)]) -> Vec<Factor> {
    let lowest = known(levels).filter(|(_, level)| *level == LOWEST);
    lowest.map(|(factor, _)| factor).collect()
}

/// What stands lower than `before`.
#[must_use]
pub fn falls(levels: &[(String, i64)], before: &[(String, i64)]) -> Vec<Fall> {
    let falls = known(levels).filter_map(|(factor, to)| {
        let mut before = known(before);
        let (_, from) = before.find(|(other, _)| *other == factor)?;
        (to < from).then_some(Fall { factor, from, to })
    });
    falls.collect()
}

/// The same as facts of the report.
pub fn facts(falls: &[Fall]) -> impl Iterator<Item = Fact> {
    (1u16..).zip(falls).map(|(instance, fall)| Fact {
        field: FELL.into(),
        instance,
        value: format!("{} {} {}", fall.factor.word(), fall.from, fall.to),
        sealed: false,
    })
}

impl Fall {
    /// Reads the value of a fact.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let mut words = value.split(' ');
        Some(Self {
            factor: Factor::parse(words.next()?)?,
            from: words.next()?.parse().ok()?,
            to: words.next()?.parse().ok()?,
        })
    }
}

/// The factors among levels, in the order of the assessment.
fn known(levels: &[(String, i64)]) -> impl Iterator<Item = (Factor, i64)> + '_ {
    Factor::ALL.into_iter().filter_map(|factor| {
        let mut levels = levels.iter();
        let (_, level) = levels.find(|(area, _)| area == factor.word())?;
        Some((factor, *level))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fell_reads_back_and_what_rose_or_is_new_is_no_fall() {
        let levels = |all: &[(&str, i64)]| -> Vec<(String, i64)> {
            let levels = all.iter().map(|&(area, level)| (area.to_owned(), level));
            levels.collect()
        };
        let before = levels(&[("food", 3), ("school", 2), ("home", 4)]);
        let now = levels(&[("food", 1), ("school", 3), ("home", 4), ("care", 1)]);
        let fell = falls(&now, &before);
        let food = Fall {
            factor: Factor::Food,
            from: 3,
            to: 1,
        };
        assert_eq!(fell, [food]);
        let kept: Vec<_> = facts(&fell).map(|fact| Fall::parse(&fact.value)).collect();
        assert_eq!(kept, [Some(food)]);
        assert_eq!(lowest(&now), [Factor::Food, Factor::Care]);
    }
}
