// The journals of this browser besides the first one: a small database of which there are, which all of them share (web/journals.js).
#pragma once

#include <string_view>

#include "app/program.h"

namespace dajim::web::journals {

/// `program` must outlive the page. It is told which journal this window is of, where that is not the first.
void start(app::Program& program);

void list();                                                             ///< Program::journals_listed
void make(const app::OtherJournal& journal, const app::JournalFile* file);   ///< Program::journal_made
void find();                                                             ///< Program::journal_found
void let_file_go();
void open(std::string_view id);
/// Words are kept in this one: it is listed from now on, should nobody have made it.
void note();

}  // namespace dajim::web::journals
