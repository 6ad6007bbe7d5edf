//! A function's name and an open bracket come in, the program of the call goes out.

use super::{
    Function, Instant, Op, Pattern,
    parse::{Fault, Names, Parser, Target},
    tokens::Token,
};

impl<N: Names> Parser<'_, N> {
    pub(super) fn call(&mut self, name: &str) -> Result<(), Fault> {
        self.expect(&Token::Open)?;
        let instant = if self.once {
            Instant::Start
        } else {
            Instant::Present
        };
        match name {
            "true" => self.constant(Op::Bool(true)),
            "false" => self.constant(Op::Bool(false)),
            "today" => self.constant(Op::Today(instant)),
            "now" => self.constant(Op::Now(instant)),
            "random" => {
                let call = self.names.fresh();
                self.constant(Op::Random(call))
            }
            "uuid" => {
                let call = self.names.fresh();
                self.constant(Op::Uuid(call))
            }
            "position" => {
                self.expect(&Token::DotDot)?;
                self.constant(Op::Position)
            }
            "current" => {
                self.expect(&Token::Close)?;
                self.path()
            }
            "once" => {
                let outside = std::mem::replace(&mut self.once, true);
                self.level(0)?;
                self.once = outside;
                self.expect(&Token::Close)
            }
            "regex" => self.regex(),
            "jr:choice-name" => self.choice_name(),
            "indexed-repeat" => self.indexed_repeat(),
            "pulldata" | "instance" => Err(Fault::new(
                format!("{name} reads a file, which is not supported yet"),
                "write the list in the choices sheet",
            )),
            name => self.function(name),
        }
    }

    fn constant(&mut self, op: Op) -> Result<(), Fault> {
        self.code.push(op);
        self.expect(&Token::Close)
    }

    fn function(&mut self, name: &str) -> Result<(), Fault> {
        let function = Function::named(name).ok_or_else(|| {
            Fault::new(
                format!("unknown function {name}"),
                "see the list of functions in the form guide",
            )
        })?;
        let mut count = 0;
        if self.tokens.next_if_eq(&Token::Close).is_none() {
            loop {
                self.level(0)?;
                count += 1;
                if self.tokens.next_if_eq(&Token::Comma).is_none() {
                    break;
                }
            }
            self.expect(&Token::Close)?;
        }
        let (least, most) = function.arguments();
        if count < least || count > most {
            let wanted = if least == most {
                least.to_string()
            } else if most == usize::MAX {
                format!("at least {least}")
            } else {
                format!("{least} to {most}")
            };
            return Err(Fault::new(
                format!("{name} has {count} arguments"),
                format!("it takes {wanted}"),
            ));
        }
        self.code.push(Op::Call(function, count));
        Ok(())
    }

    fn regex(&mut self) -> Result<(), Fault> {
        self.level(0)?;
        self.expect(&Token::Comma)?;
        let Some(Token::Text(source)) = self.tokens.next() else {
            return Err(Fault::new(
                "the pattern of regex is calculated",
                "write the pattern as a text in quotes",
            ));
        };
        self.expect(&Token::Close)?;
        let pattern = Pattern::new(&source).map_err(|error| {
            let reason = error.to_string();
            let reason = reason
                .lines()
                .last()
                .unwrap_or_default()
                .trim_start_matches("error: ")
                .to_owned();
            Fault::new(
                format!("the pattern {source} is not understood: {reason}"),
                "write it without look-around and back references",
            )
        })?;
        self.code.push(Op::Matches(pattern));
        Ok(())
    }

    /// Both `'${q}'` in quotes, as XLSForm writes it, and `${q}`.
    fn choice_name(&mut self) -> Result<(), Fault> {
        let wrong = || {
            Fault::new(
                "the second part of jr:choice-name is no select question",
                "write '${question}'",
            )
        };
        self.level(0)?;
        self.expect(&Token::Comma)?;
        let next = self.tokens.next();
        let name = if let Some(Token::Reference(name)) = &next {
            name.as_str()
        } else if let Some(Token::Text(text)) = &next {
            let inner = text.trim().strip_prefix("${");
            inner
                .and_then(|inner| inner.strip_suffix('}'))
                .ok_or_else(wrong)?
                .trim()
        } else {
            return Err(wrong());
        };
        self.expect(&Token::Close)?;
        let Some(Target::Question(index)) = self.names.target(name) else {
            return Err(wrong());
        };
        let list = self.names.list(index).ok_or_else(wrong)?;
        self.code.push(Op::ChoiceName(list));
        Ok(())
    }

    /// The row is what is calculated; question and repeat are known.
    fn indexed_repeat(&mut self) -> Result<(), Fault> {
        let wrong = || {
            Fault::new(
                "indexed-repeat has other parts than a question, its repeat and a row",
                "write indexed-repeat(${question}, ${repeat}, row)",
            )
        };
        let Some(Token::Reference(question)) = self.tokens.next() else {
            return Err(wrong());
        };
        self.expect(&Token::Comma)?;
        let Some(Token::Reference(repeat)) = self.tokens.next() else {
            return Err(wrong());
        };
        self.expect(&Token::Comma)?;
        let (Some(Target::Question(question)), Some(Target::Repeat(_))) =
            (self.names.target(&question), self.names.target(&repeat))
        else {
            return Err(wrong());
        };
        self.level(0)?;
        self.code.push(Op::RowOf(question));
        self.expect(&Token::Close)
    }
}
