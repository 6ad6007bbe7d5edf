//! Says when the program must be built again: new migrations are read by macros, which do not see new files.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
