//! Lists the built-in forms, so that a new one is a new file; and says when the program must be built again:
//! macros read the migrations and do not see new files.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

fn main() {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=forms");
    let root = env::var("CARGO_MANIFEST_DIR").expect("cargo names the package's folder");
    let mut files: Vec<_> = fs::read_dir(Path::new(&root).join("forms"))
        .expect("the folder of forms can be read")
        .map(|entry| entry.expect("the folder of forms can be read").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    let mut list = String::from("&[");
    for file in files {
        write!(list, "include_str!({file:?}),").expect("a string takes all that is written");
    }
    list.push(']');
    let out = env::var("OUT_DIR").expect("cargo names a folder for what is made");
    fs::write(Path::new(&out).join("forms.rs"), list).expect("the list of forms can be written");
}
