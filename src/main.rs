//! The command line: words come in, a running bot or a finished job goes out.

use std::process::ExitCode;

use clap::Parser;
use kinkeeper::cli::{Cli, run};

fn main() -> ExitCode {
    let cli = Cli::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(run(cli)),
        Err(error) => Err(error.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kinkeeper: {error:#}");
            ExitCode::FAILURE
        }
    }
}
